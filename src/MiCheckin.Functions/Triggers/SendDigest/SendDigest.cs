using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Hosting;

namespace MiCheckin.Functions.Triggers;

/// <summary>Queue <c>digests</c>: writes and mails one coach's week.</summary>
internal sealed class SendDigest(DigestFlow digests) : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        // Whatever is left undone is ordered again within the hour, so no ending sends the message back.
        await digests.SendAsync(DigestOrder.Parse(invocation.Message), cancellationToken);
        return FunctionResult.Done;
    }
}
