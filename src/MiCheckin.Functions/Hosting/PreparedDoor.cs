using MiCheckin.Functions.Settings;

namespace MiCheckin.Functions.Hosting;

/// <summary>
/// Under the host the door opens before anything is prepared, and each call waits until it is. So a start takes no longer
/// for storage; and storage that does not answer fails a call, which comes again, and not the program, which the host
/// starts three times and never again.
/// </summary>
internal sealed class PreparedDoor(WebApplication app, SettingsOutcome.Good settings) : IDisposable
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private bool _prepared;

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (!Volatile.Read(ref _prepared) && !IsProbe(http.Request))
        {
            await PrepareAsync(http.RequestAborted);
        }

        await next(http);
    }

    public void Dispose() => _once.Dispose();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            if (!_prepared)
            {
                await app.PrepareAsync(settings, cancellationToken);
                Volatile.Write(ref _prepared, true);
            }
        }
        finally
        {
            _once.Release();
        }
    }

    private static bool IsProbe(HttpRequest request) => request.Path.Value is "/" or Health.Path;
}
