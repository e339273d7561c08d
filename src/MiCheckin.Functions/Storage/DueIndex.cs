using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Storage;

/// <summary>
/// What is due when, over all participants. It may hold rows that nobody waits for any more, never too few: a row is
/// written before the state that needs it, or before the message that made the state is gone.
/// </summary>
internal sealed class DueIndex(ITables tables)
{
    private const int MostWrites = 90;

    /// <summary>One request for up to 90 changes of one participant. Rows to remove may be gone already.</summary>
    public async Task ChangeAsync(
        ParticipantId id,
        IReadOnlyCollection<DueSlot> add,
        IReadOnlyCollection<DueRow> remove,
        CancellationToken cancellationToken
    )
    {
        var added = add.Select(slot => RowOf(id, slot)).ToDictionary(write => write.Key);
        var removed = remove
            .Select(row => Keys.Due(row.Participant, row.At, row.SlotKey))
            .Where(key => !added.ContainsKey(key))
            .Distinct()
            .Select(key => new TableWrite.Delete(key));

        foreach (var writes in added.Values.Concat<TableWrite>(removed).Chunk(MostWrites))
        {
            if (
                await tables.SubmitAsync(Keys.DueTable, writes, cancellationToken)
                is not BatchOutcome.Committed
            )
            {
                await OneByOneAsync(writes, cancellationToken);
            }
        }
    }

    /// <summary>The rows of one shard that are due, the oldest first, at most <paramref name="max"/>.</summary>
    public async IAsyncEnumerable<DueRow> DueAsync(
        int shard,
        Instant now,
        int max,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var range = Keys.DueUntil(Keys.DueShard(shard), now, max);

        await foreach (var row in tables.QueryAsync(Keys.DueTable, range, cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>Every row there is, for the sweep and for erasure.</summary>
    public async IAsyncEnumerable<DueRow> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var shard = 0; shard < Keys.DueShards; shard++)
        {
            await foreach (var row in AllOfAsync(Keys.DueShard(shard), cancellationToken))
            {
                yield return row;
            }
        }
    }

    /// <summary>The instant of the first row there is: one short request for each shard, at once.</summary>
    public async Task<Instant?> FirstAsync(CancellationToken cancellationToken)
    {
        var firsts = await Task.WhenAll(
            Enumerable
                .Range(0, Keys.DueShards)
                .Select(shard => FirstOfAsync(new RowRange(Keys.DueShard(shard), Max: 1), cancellationToken))
        );
        return firsts.Min();
    }

    /// <summary>Every row of one participant. It reads the whole shard: for erasure, not for requests.</summary>
    public async Task<IReadOnlyList<DueRow>> OfAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        var rows = new List<DueRow>();

        await foreach (var row in AllOfAsync(Keys.DueShard(id), cancellationToken))
        {
            if (row.Participant == id)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private async Task<Instant?> FirstOfAsync(RowRange range, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(Keys.DueTable, range, cancellationToken))
        {
            return Read(row).At;
        }

        return null;
    }

    private async IAsyncEnumerable<DueRow> AllOfAsync(
        string shard,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var row in tables.QueryAsync(Keys.DueTable, new RowRange(shard), cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>A row that is gone already fails the batch: then each goes alone, and what is gone is done.</summary>
    private async Task OneByOneAsync(IEnumerable<TableWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var write in writes)
        {
            await tables.SubmitAsync(Keys.DueTable, [write], cancellationToken);
        }
    }

    private static TableWrite.Upsert RowOf(ParticipantId id, DueSlot slot) =>
        new(
            Keys.Due(id, slot.At, slot.Key),
            new Columns
            {
                ["participant"] = id.Value,
                ["slot"] = slot.Key,
                ["at"] = slot.At.ToDateTimeOffset(),
            }
        );

    private static DueRow Read(TableRow row) =>
        new(
            new ParticipantId(row.Columns.Text("participant") ?? ""),
            row.Columns.Text("slot") ?? "",
            row.Columns.Instant("at") ?? Instant.MinValue
        );
}

/// <summary>One row of the due index. Its key counts in ticks, so its instant does too.</summary>
internal readonly record struct DueRow(ParticipantId Participant, string SlotKey, Instant At)
{
    public Instant At { get; } = Instant.FromUnixTimeTicks(At.ToUnixTimeTicks());

    public static DueRow Of(ParticipantId id, DueSlot slot) => new(id, slot.Key, slot.At);
}
