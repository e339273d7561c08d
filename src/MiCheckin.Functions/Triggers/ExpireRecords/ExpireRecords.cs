using MiCheckin.Functions.CheckIns;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Retention;

namespace MiCheckin.Functions.Triggers;

/// <summary>Timer, daily: puts back what lost messages left undone, then removes words that were kept long enough.</summary>
internal sealed class ExpireRecords(NightlySweep sweep, RecordExpiry expiry) : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await sweep.SweepAsync(cancellationToken);
        await expiry.ExpireAsync(cancellationToken);
        return FunctionResult.Done;
    }
}
