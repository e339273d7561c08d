using MiCheckin.Functions.CheckIns;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Triggers;

/// <summary>Queue <c>checkins</c>: decides and commits one slot.</summary>
internal sealed class RunCheckIn(CheckInFlow checkIns) : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        await checkIns.RunAsync(CheckInMessage.Parse(invocation.Message), cancellationToken)
        is SlotOutcome.TryAgain
            ? FunctionResult.Again
            : FunctionResult.Done;
}
