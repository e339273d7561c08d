using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Retention;

namespace MiCheckin.Functions.Triggers;

/// <summary>Timer, daily: removes words that were kept long enough.</summary>
internal sealed class ExpireRecords(RecordExpiry expiry) : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await expiry.ExpireAsync(cancellationToken);
        return FunctionResult.Done;
    }
}
