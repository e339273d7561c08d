using MiCheckin.Functions.CheckIns;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Telemetry;

namespace MiCheckin.Functions.Triggers;

/// <summary>Timer, every minute: one queue message for each slot that is due.</summary>
internal sealed partial class SendDueCheckIns(CheckInFlow checkIns, ILogger<SendDueCheckIns> logger)
    : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var seen = await checkIns.SendDueAsync(cancellationToken);
        ServiceMetrics.DueSeen(seen.Oldest);
        Log.Standing(logger, seen.Slots, (long)seen.Oldest.TotalSeconds);
        return FunctionResult.Done;
    }

    private static partial class Log
    {
        /// <summary>An alert rule of infra/modules/alerts.bicep counts on this line: its id, and the names of its numbers.</summary>
        [LoggerMessage(
            4201,
            LogLevel.Information,
            "Standing: {DueSlots} slots due, the oldest for {OldestDueSeconds} s"
        )]
        public static partial void Standing(ILogger logger, int dueSlots, long oldestDueSeconds);
    }
}
