using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Tests.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Storage.Embedded;

public sealed class Embedded_queues_in_memory : QueuesContract
{
    private readonly MovableClock clock = new();

    private protected override Task<IQueues> OpenAsync() =>
        Task.FromResult<IQueues>(new EmbeddedQueues(EmbeddedTables.InMemory(), clock));

    private protected override Task PassAsync(Duration time)
    {
        clock.Now += time;
        return Task.CompletedTask;
    }
}

public sealed class Embedded_queues_on_disk : QueuesContract
{
    private readonly MovableClock clock = new();
    private readonly TemporaryFolder folder = new();
    private EmbeddedTables? tables;

    private protected override async Task<IQueues> OpenAsync()
    {
        tables = await EmbeddedTables.OpenAsync(folder.Path, NullLogger<EmbeddedTables>.Instance, Cancel);
        return new EmbeddedQueues(tables, clock);
    }

    private protected override async Task<IQueues> ReopenAsync()
    {
        await tables!.DisposeAsync();
        return await OpenAsync();
    }

    private protected override Task PassAsync(Duration time)
    {
        clock.Now += time;
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await tables!.DisposeAsync();
        folder.Dispose();
    }
}
