namespace MiCheckin.Functions.Hosting;

/// <summary>Keeps a stand-alone program going: a turn several times a second, until it is stopped.</summary>
internal sealed partial class Heartbeat(Func<CancellationToken, Task> turnAsync, ILogger<Heartbeat> logger)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, TimeProvider.System);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TurnAsync(stoppingToken);
            await WaitAsync(beat, stoppingToken);
        }
    }

#pragma warning disable CA1031 // A turn that fails, for example because the disk is full, must not end the program: the next one may go well.
    private async Task TurnAsync(CancellationToken stoppingToken)
    {
        try
        {
            await turnAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.TurnFailed(logger, e);
        }
        catch (OperationCanceledException)
        {
            // The program is stopping.
        }
    }
#pragma warning restore CA1031

    private static async Task WaitAsync(PeriodicTimer beat, CancellationToken stoppingToken)
    {
        try
        {
            await beat.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The program is stopping.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4301, LogLevel.Error, "A turn of timers and queues failed. The next one follows.")]
        public static partial void TurnFailed(ILogger logger, Exception exception);
    }
}
