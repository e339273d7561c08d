namespace MiCheckin.Functions.Storage;

/// <summary>
/// Tables as Azure Table Storage has them: rows in partitions, sorted by row key (ordinal), batches within one
/// partition. Two implementations, Azure's REST contract and the embedded one; one contract suite holds both.
/// </summary>
internal interface ITables
{
    /// <summary>Makes the table unless it is there. Safe to call at every start.</summary>
    Task CreateAsync(string table, CancellationToken cancellationToken);

    Task<TableRow?> FindAsync(string table, RowKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Applies every write, or none. All share one partition, each row occurs once, at most 100 writes and 4 MiB:
    /// anything else is an <see cref="ArgumentException"/> before a byte is sent. Once it has begun, cancelling may
    /// leave it done or not done, as an outage (<see cref="StorageException"/>) does: read again.
    /// </summary>
    Task<BatchOutcome> SubmitAsync(
        string table,
        IReadOnlyList<TableWrite> writes,
        CancellationToken cancellationToken
    );

    /// <summary>Rows of one partition with <c>from &lt;= row key &lt; to</c> (ordinal), ascending; a null end is open.</summary>
    IAsyncEnumerable<TableRow> QueryAsync(string table, RowRange range, CancellationToken cancellationToken);

    /// <summary>Every row of the table, by partition and row key. For sweeps, exports and erasure, not for requests.</summary>
    IAsyncEnumerable<TableRow> ScanAsync(string table, CancellationToken cancellationToken);

    /// <summary>
    /// The last step of an erasure: afterwards no file of ours holds what was deleted or replaced before. Where the
    /// service does that itself there is nothing to do.
    /// </summary>
    Task ForgetRemovedAsync(CancellationToken cancellationToken);
}

/// <summary>Where a row is. Keys hold no <c>/ \ # ?</c> and no control characters, and at most 512 characters.</summary>
internal readonly record struct RowKey(string Partition, string Row);

/// <summary>A slice of one partition. <see cref="Max"/> bounds the rows returned; null means all.</summary>
internal sealed record RowRange(string Partition, string? From = null, string? To = null, int? Max = null)
{
    /// <summary>All rows whose key begins with <paramref name="prefix"/>, which ends in an ASCII character.</summary>
    public static RowRange Prefix(string partition, string prefix, int? max = null)
    {
        if (prefix.Length == 0 || !char.IsAscii(prefix[^1]))
        {
            throw new ArgumentException($"'{prefix}' does not end in an ASCII character.", nameof(prefix));
        }

        return new(partition, prefix, prefix[..^1] + (char)(prefix[^1] + 1), max);
    }
}

/// <summary>A stored row. The tag proves that nobody changed it since.</summary>
internal sealed record TableRow(RowKey Key, Columns Columns, string Tag);

/// <summary>A write in a batch.</summary>
internal abstract record TableWrite(RowKey Key)
{
    public sealed record Insert(RowKey Key, Columns Columns) : TableWrite(Key);

    /// <summary>Replaces the whole row, only if it still has this tag.</summary>
    public sealed record Replace(RowKey Key, Columns Columns, string Tag) : TableWrite(Key);

    /// <summary>Writes the whole row whether it is there or not.</summary>
    public sealed record Upsert(RowKey Key, Columns Columns) : TableWrite(Key);

    /// <summary>
    /// Deletes the row; with a tag only if it still has it. A missing row fails the batch, also when our own lost
    /// first try deleted it: a row that is gone cannot say who deleted it. Whoever only wants it gone takes
    /// <see cref="BatchOutcome.Missing"/> as done.
    /// </summary>
    public sealed record Delete(RowKey Key, string? Tag = null) : TableWrite(Key);
}

/// <summary>How a batch ended. A failed one names the write that stopped it.</summary>
internal abstract record BatchOutcome
{
    private BatchOutcome() { }

    /// <summary>All written. The new tags in the order of the writes; a deleted row's is empty.</summary>
    public sealed record Committed(IReadOnlyList<string> Tags) : BatchOutcome;

    /// <summary>An insert found its row there already.</summary>
    public sealed record AlreadyExists(RowKey Key) : BatchOutcome;

    /// <summary>A replace or delete found another tag.</summary>
    public sealed record Changed(RowKey Key) : BatchOutcome;

    /// <summary>A replace or delete found no row.</summary>
    public sealed record Missing(RowKey Key) : BatchOutcome;
}
