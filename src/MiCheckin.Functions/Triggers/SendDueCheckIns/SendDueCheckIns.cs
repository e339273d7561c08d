using MiCheckin.Functions.CheckIns;
using MiCheckin.Functions.Hosting;

namespace MiCheckin.Functions.Triggers;

/// <summary>Timer, every minute: one queue message for each slot that is due.</summary>
internal sealed class SendDueCheckIns(CheckInFlow checkIns) : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await checkIns.SendDueAsync(cancellationToken);
        return FunctionResult.Done;
    }
}
