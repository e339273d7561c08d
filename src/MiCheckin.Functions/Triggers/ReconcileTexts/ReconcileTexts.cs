using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Telemetry;

namespace MiCheckin.Functions.Triggers;

/// <summary>Timer, every five minutes: asks the provider about texts whose outcome is unknown.</summary>
internal sealed partial class ReconcileTexts(
    TextReconciler reconciler,
    UnknownTexts unknown,
    IQueues queues,
    FunctionCatalog catalog,
    ILogger<ReconcileTexts> logger
) : IFunction
{
    private const int MostCounted = 1_000;

    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await reconciler.ReconcileAsync(cancellationToken);

        var left = await unknown.ListAsync(MostCounted, cancellationToken).CountAsync(cancellationToken);
        var poison = 0;
        foreach (var queue in catalog.Queues)
        {
            poison += await queues.CountAsync(QueueNames.Poison(queue.QueueName), cancellationToken);
        }

        ServiceMetrics.UnknownTexts(left);
        Log.Standing(logger, left, poison);
        return FunctionResult.Done;
    }

    private static partial class Log
    {
        /// <summary>An alert rule of infra/modules/alerts.bicep counts on this line: its id, and the names of its numbers.</summary>
        [LoggerMessage(
            4203,
            LogLevel.Information,
            "Standing: {UnknownTexts} outcomes unknown, {Poison} messages poisoned"
        )]
        public static partial void Standing(ILogger logger, int unknownTexts, int poison);
    }
}
