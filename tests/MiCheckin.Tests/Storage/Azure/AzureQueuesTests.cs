using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;

namespace MiCheckin.Tests.Storage.Azure;

[Collection(Azurite.Collection)]
public sealed class Azure_queues_on_Azurite(Azurite azurite) : QueuesContract
{
    private protected override Task<IQueues> OpenAsync() =>
        Task.FromResult<IQueues>(new AzureQueues(azurite.Account, SystemClock.Instance));

    /// <summary>The emulator has its own clock, and tells time in whole seconds.</summary>
    private protected override Task PassAsync(Duration time) =>
        Task.Delay((time + Duration.FromSeconds(1)).ToTimeSpan(), TimeProvider.System, Cancel);
}
