using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Safety;

namespace MiCheckin.Functions.Triggers;

/// <summary>Timer, every minute: pages the next contact about risk alerts that nobody has acknowledged.</summary>
internal sealed class EscalateAlerts(AlertPager pager) : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await pager.EscalateAsync(cancellationToken);
        return FunctionResult.Done;
    }
}
