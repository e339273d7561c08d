using System.Runtime.CompilerServices;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Simulation;

/// <summary>Tables that fail before or after they have applied a request, and show every batch to whoever checks promises.</summary>
internal sealed class FaultyTables(ITables inner, Workers workers, Chance chance) : ITables
{
    public int Faults { get; private set; }

    /// <summary>Called with each batch before it is applied, and true once it was.</summary>
    public Action<string, IReadOnlyList<TableWrite>>? Committed { get; set; }

    public Task CreateAsync(string table, CancellationToken cancellationToken) =>
        inner.CreateAsync(table, cancellationToken);

    public async Task<TableRow?> FindAsync(string table, RowKey key, CancellationToken cancellationToken)
    {
        await BeforeAsync();
        var row = await inner.FindAsync(table, key, cancellationToken);
        await workers.TurnAsync();
        return row;
    }

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        IReadOnlyList<TableWrite> writes,
        CancellationToken cancellationToken
    )
    {
        await BeforeAsync();
        var outcome = await inner.SubmitAsync(table, writes, cancellationToken);

        if (outcome is BatchOutcome.Committed)
        {
            Committed?.Invoke(table, writes);
        }

        await workers.TurnAsync();
        Fail("applied, and reported as failed");
        return outcome;
    }

    public async IAsyncEnumerable<TableRow> QueryAsync(
        string table,
        RowRange range,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await BeforeAsync();
        var rows = new List<TableRow>();

        await foreach (var row in inner.QueryAsync(table, range, cancellationToken))
        {
            rows.Add(row);
        }

        foreach (var row in rows)
        {
            yield return row;
        }
    }

    public async IAsyncEnumerable<TableRow> ScanAsync(
        string table,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await BeforeAsync();

        await foreach (var row in inner.ScanAsync(table, cancellationToken))
        {
            yield return row;
        }
    }

    public Task ForgetRemovedAsync(CancellationToken cancellationToken) =>
        inner.ForgetRemovedAsync(cancellationToken);

    private async Task BeforeAsync()
    {
        await workers.TurnAsync();
        Fail("not applied");
    }

    private void Fail(string how)
    {
        if (chance.Of(workers.Rates.Storage))
        {
            Faults++;
            throw new StorageException("ServerBusy", $"A fault of the simulation: {how}.");
        }
    }
}
