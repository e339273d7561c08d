using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Telemetry;

namespace MiCheckin.Functions.Hosting;

/// <summary>
/// Does for a stand-alone program what the Functions host does on Azure: fires the timers and hands out the queues'
/// messages by the same <c>function.json</c> files, with dequeue counts and poison queues.
/// </summary>
internal sealed partial class Pump(
    FunctionCatalog catalog,
    IServiceProvider services,
    IQueues queues,
    TimerRuns runs,
    IClock clock,
    ILogger<Pump> logger
)
{
    /// <summary>As in host.json: what the host takes at once.</summary>
    private const int BatchSize = 8;
    private static readonly Duration Invisible = Duration.FromSeconds(30);
    private TimerBook? _timers;

    /// <summary>
    /// Must be called once, before the first turn: sets the timers, those that were missed to now. The first start counts
    /// as a run, so that a program that is never up at the hour of its clean-up has one to miss.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var ranLast = await runs.ReadAsync(cancellationToken);
        _timers = new TimerBook(catalog.Timers, now, ranLast);
        foreach (var name in catalog.Timers.Select(t => t.Name).Where(name => !ranLast.ContainsKey(name)))
        {
            await KeepAsync(name, now, cancellationToken);
        }
    }

    /// <summary>When the next timer fires.</summary>
    public Instant NextTimer => Timers.Next;

    /// <summary>When the next of the timers fires that do not come round every few minutes.</summary>
    public Instant NextRareTimer => Timers.NextRare;

    private TimerBook Timers => _timers ?? throw new InvalidOperationException("Start comes first.");

    /// <summary>Fires every timer whose time has come, then hands out messages until none is visible. Returns how many calls it made.</summary>
    public async Task<int> TurnAsync(CancellationToken cancellationToken)
    {
        var calls = 0;
        var now = clock.GetCurrentInstant();
        foreach (var (name, late) in Timers.TakeDue(now))
        {
            calls++;
            await CallAsync(name, new Invocation(NewId(), "", 0, late), cancellationToken);
            await KeepAsync(name, now, cancellationToken);
        }

        int handed;
        do
        {
            handed = 0;
            foreach (var queue in catalog.Queues)
            {
                handed += await HandOutAsync(queue, cancellationToken);
            }

            calls += handed;
        } while (handed > 0);

        return calls;
    }

    private Task KeepAsync(string timer, Instant at, CancellationToken cancellationToken) =>
        Timers.IsRare(timer) ? runs.KeepAsync(timer, at, cancellationToken) : Task.CompletedTask;

    private async Task<int> HandOutAsync(FunctionDefinition.Queue queue, CancellationToken cancellationToken)
    {
        var messages = await queues.ReceiveAsync(queue.QueueName, BatchSize, Invisible, cancellationToken);
        await Task.WhenAll(messages.Select(m => HandleAsync(queue, m, cancellationToken)));
        return messages.Count;
    }

    private async Task HandleAsync(
        FunctionDefinition.Queue queue,
        QueueMessage message,
        CancellationToken cancellationToken
    )
    {
        var invocation = new Invocation(NewId(), message.Text, message.DequeueCount, IsPastDue: false);
        if (await CallAsync(queue.Name, invocation, cancellationToken))
        {
            await queues.DeleteAsync(queue.QueueName, message, cancellationToken);
        }
        else if (message.DequeueCount >= catalog.MaxDequeueCount)
        {
            Log.Poisoned(logger, queue.QueueName, message.Id, message.DequeueCount);
            await queues.PutAsync(
                QueueNames.Poison(queue.QueueName),
                message.Text,
                Duration.Zero,
                cancellationToken
            );
            await queues.DeleteAsync(queue.QueueName, message, cancellationToken);
        }
    }

    /// <summary>False where the function failed: a message then comes back, a timer waits for its next time.</summary>
#pragma warning disable CA1031 // This stands where the Functions host stands: whatever a function throws fails that call alone.
    private async Task<bool> CallAsync(
        string function,
        Invocation invocation,
        CancellationToken cancellationToken
    )
    {
        using var activity = ServiceMetrics.Activities.StartActivity(function);
        try
        {
            var called = services.GetRequiredKeyedService<IFunction>(function);
            return await called.RunAsync(invocation, cancellationToken) is FunctionResult.Done;
        }
        catch (Exception e)
            when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, e, function, invocation.Id, invocation.DequeueCount);
            return false;
        }
    }
#pragma warning restore CA1031

    private static string NewId() => Guid.NewGuid().ToString("n");

    private static partial class Log
    {
        [LoggerMessage(
            4101,
            LogLevel.Error,
            "{Function} failed in call {InvocationId}, dequeue count {DequeueCount}."
        )]
        public static partial void Failed(
            ILogger logger,
            Exception exception,
            string function,
            string invocationId,
            int dequeueCount
        );

        [LoggerMessage(
            4102,
            LogLevel.Error,
            "Message {Message} of queue {Queue} failed {DequeueCount} times and is poison now."
        )]
        public static partial void Poisoned(ILogger logger, string queue, string message, int dequeueCount);
    }
}
