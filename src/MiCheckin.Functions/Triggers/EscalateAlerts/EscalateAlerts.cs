using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Telemetry;

namespace MiCheckin.Functions.Triggers;

/// <summary>Timer, every minute: pages the next contact about risk alerts that nobody has acknowledged.</summary>
internal sealed partial class EscalateAlerts(AlertPager pager, IClock clock, ILogger<EscalateAlerts> logger)
    : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (waiting, failure) = await pager.EscalateAsync(cancellationToken);
        var oldest =
            waiting.Count == 0 ? Duration.Zero : clock.GetCurrentInstant() - waiting.Min(a => a.RaisedAt);
        ServiceMetrics.RiskWaiting(waiting.Count);
        Log.Standing(logger, waiting.Count, (long)oldest.TotalSeconds);
        return failure is null ? FunctionResult.Done : throw failure;
    }

    private static partial class Log
    {
        /// <summary>An alert rule of infra/modules/alerts.bicep counts on this line: its id, and the names of its numbers.</summary>
        [LoggerMessage(
            4202,
            LogLevel.Information,
            "Standing: {UnacknowledgedRisk} risk alerts wait, the oldest for {OldestRiskSeconds} s"
        )]
        public static partial void Standing(ILogger logger, int unacknowledgedRisk, long oldestRiskSeconds);
    }
}
