using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Storage.Embedded;

public sealed class Embedded_tables_in_memory : TablesQueryContract
{
    private protected override Task<ITables> OpenAsync() =>
        Task.FromResult<ITables>(EmbeddedTables.InMemory());
}

public sealed class Embedded_tables_on_disk : TablesQueryContract
{
    private readonly TemporaryFolder folder = new();

    private protected override async Task<ITables> OpenAsync() =>
        await EmbeddedTables.OpenAsync(folder.Path, NullLogger<EmbeddedTables>.Instance, Cancel);

    private protected override async Task<ITables> ReopenAsync(ITables current)
    {
        await ((EmbeddedTables)current).DisposeAsync();
        return await OpenAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}
