using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Triggers;

/// <summary>Queue <c>outbox</c>: claims, checks again, sends and settles one text.</summary>
internal sealed class SendText(OutboxFlow outbox) : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await outbox.SendAsync(OutboxMessage.Parse(invocation.Message), cancellationToken);
        return FunctionResult.Done;
    }
}
