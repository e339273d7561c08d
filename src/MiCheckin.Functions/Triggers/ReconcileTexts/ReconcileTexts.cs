using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Outbound;

namespace MiCheckin.Functions.Triggers;

/// <summary>Timer, every five minutes: asks the provider about texts whose outcome is unknown.</summary>
internal sealed class ReconcileTexts(TextReconciler reconciler) : IFunction
{
    public async Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await reconciler.ReconcileAsync(cancellationToken);
        return FunctionResult.Done;
    }
}
