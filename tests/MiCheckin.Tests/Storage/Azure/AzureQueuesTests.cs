using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Storage.Azure;

[Collection(Azurite.Collection)]
public sealed class Azure_queues_on_Azurite(Azurite azurite) : QueuesContract
{
    private protected override Task<IQueues> OpenAsync() =>
        Task.FromResult<IQueues>(new AzureQueues(azurite.Account, SystemClock.Instance, Azurite.Patient));

    /// <summary>The emulator has its own clock, and tells time in whole seconds.</summary>
    private protected override Task PassAsync(Duration time) =>
        Task.Delay((time + Duration.FromSeconds(1)).ToTimeSpan(), TimeProvider.System, Cancel);
}

[Collection(Azurite.Collection)]
public sealed class Rehearsed_queues_on_Azurite(Azurite azurite) : QueuesContract
{
    private readonly MovableClock clock = new();

    private protected override Task<IQueues> OpenAsync() => Task.FromResult<IQueues>(Open());

    private protected override IReadOnlyList<string> FirstReceive => [$"receive {Queue}", $"count {Queue}"];

    private RehearsedQueues Open() =>
        new(new AzureQueues(azurite.Account, SystemClock.Instance, Azurite.Patient), clock);

    private protected override Task PassAsync(Duration time)
    {
        clock.Now += time;
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_delay_of_a_week_is_over_when_the_clock_of_the_rehearsal_says_so()
    {
        var rehearsed = Open();
        await rehearsed.PutAsync(Queue, "later", Duration.FromDays(7), Cancel);
        Assert.Empty(await rehearsed.ReceiveAsync(Queue, 8, Duration.FromSeconds(30), Cancel));
        Assert.Equal(clock.Now + Duration.FromDays(7), rehearsed.NextVisible(Queue));

        clock.Now += Duration.FromDays(7);
        Assert.Single(await rehearsed.ReceiveAsync(Queue, 8, Duration.FromSeconds(30), Cancel));
        Assert.Equal(clock.Now + Duration.FromSeconds(30), rehearsed.NextVisible(Queue));
    }

    [Fact]
    public async Task What_a_program_held_when_it_died_comes_to_the_next_one()
    {
        var dead = Open();
        await dead.PutAsync(Queue, "later", Duration.FromHours(1), Cancel);
        await dead.PutAsync(Queue, "now", Duration.Zero, Cancel);
        Assert.Single(await dead.ReceiveAsync(Queue, 8, Duration.FromSeconds(30), Cancel));

        clock.Now += Duration.FromHours(1);
        var next = await Open().ReceiveAsync(Queue, 8, Duration.FromSeconds(30), Cancel);
        Assert.Equal(["later", "now"], next.Select(m => m.Text).Order(StringComparer.Ordinal));
    }
}
