using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Safety;

namespace MiCheckin.Functions.Triggers;

/// <summary>Timer, hourly: orders the digests of coaches whose hour has come, and mails the day's notices.</summary>
internal sealed class SendCoachDigests(CoachDigests digests, DailyNotices notices) : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await digests.OrderDueAsync(cancellationToken);
        await notices.SendDueAsync(cancellationToken);
        return FunctionResult.Done;
    }
}
