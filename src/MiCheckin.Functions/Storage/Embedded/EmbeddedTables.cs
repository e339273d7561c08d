using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Functions.Storage.Embedded;

/// <summary>
/// Tables in memory, kept in a journal in a folder, or, without a folder, not kept at all. One process at a time.
/// What it acknowledged outlives kill -9 and, as far as the disk is honest, a power cut.
/// </summary>
internal sealed class EmbeddedTables : ITables, IAsyncDisposable
{
    /// <summary>A request of the service returns at most this many rows; so that counts agree.</summary>
    private const int RowsInAPage = 1000;

    /// <summary>The journal is rewritten when it holds this many changes more than twice the rows.</summary>
    private const int CompactAfter = 10_000;

    private readonly FolderLock? folderLock;

    private EmbeddedTables(CommitLine commits, FolderLock? folderLock)
    {
        Commits = commits;
        this.folderLock = folderLock;
    }

    /// <summary>For what else is kept in the same journal.</summary>
    public CommitLine Commits { get; }

    /// <summary>Tables that end with the process, for tests and rehearsals.</summary>
    public static EmbeddedTables InMemory() =>
        new(new CommitLine(null, Snapshot.Empty, 0, CompactAfter, NullLogger.Instance), null);

    /// <summary>Opens the folder's tables. What is wrong with them is a <see cref="StorageException"/> that says so.</summary>
    public static Task<EmbeddedTables> OpenAsync(
        string folder,
        ILogger<EmbeddedTables> logger,
        CancellationToken cancellationToken
    ) => OpenAsync(folder, CompactAfter, logger, cancellationToken);

    internal static async Task<EmbeddedTables> OpenAsync(
        string folder,
        int compactAfter,
        ILogger<EmbeddedTables> logger,
        CancellationToken cancellationToken
    )
    {
        var taken = FolderLock.Take(folder);
        try
        {
            var snapshot = Snapshot.Empty;
            var replayed = 0;
            var journal = await Journal.OpenAsync(
                folder,
                payload =>
                {
                    foreach (var change in Change.Read(payload))
                    {
                        snapshot = snapshot.With(change);
                        replayed++;
                    }
                },
                logger,
                cancellationToken
            );
            return new(new CommitLine(journal, snapshot, replayed, compactAfter, logger), taken);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public Task CreateAsync(string table, CancellationToken cancellationToken)
    {
        TableRules.CheckTable(table);
        cancellationToken.ThrowIfCancellationRequested();
        StorageRequests.Count("create", table);
        return Commits.CommitAsync<bool>(now => (true, now.Has(table) ? [] : [new Change.Made(table)]));
    }

    public Task<TableRow?> FindAsync(string table, RowKey key, CancellationToken cancellationToken)
    {
        TableRules.CheckTable(table);
        TableRules.CheckKey(key);
        cancellationToken.ThrowIfCancellationRequested();
        StorageRequests.Count("find", table);
        return Task.FromResult(Commits.Durable.Find(table, key) is { } row ? Copy(row) : null);
    }

    public Task<BatchOutcome> SubmitAsync(
        string table,
        IReadOnlyList<TableWrite> writes,
        CancellationToken cancellationToken
    )
    {
        var stored = TableRules.Checked(table, writes);
        cancellationToken.ThrowIfCancellationRequested();
        StorageRequests.Count("submit", table);
        return Commits.CommitAsync(now => Decide(now, table, stored));
    }

    public IAsyncEnumerable<TableRow> QueryAsync(
        string table,
        RowRange range,
        CancellationToken cancellationToken
    )
    {
        TableRules.CheckTable(table);
        TableRules.CheckRange(range);
        return PagesAsync(table, "query", () => Commits.Durable.Query(table, range), cancellationToken);
    }

    public IAsyncEnumerable<TableRow> ScanAsync(string table, CancellationToken cancellationToken)
    {
        TableRules.CheckTable(table);
        return PagesAsync(table, "scan", () => Commits.Durable.Scan(table), cancellationToken);
    }

    public Task ForgetRemovedAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Commits.CompactAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Commits.DisposeAsync();
        folderLock?.Dispose();
    }

    private static async IAsyncEnumerable<TableRow> PagesAsync(
        string table,
        string operation,
        Func<IEnumerable<TableRow>> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var given = 0;
        StorageRequests.Count(operation, table);
        foreach (var row in rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (given > 0 && given % RowsInAPage == 0)
            {
                StorageRequests.Count(operation, table);
            }

            given++;
            yield return Copy(row);
        }

        await Task.CompletedTask;
    }

    private static (BatchOutcome, IReadOnlyList<Change>) Decide(
        Snapshot now,
        string table,
        IReadOnlyList<TableWrite> writes
    )
    {
        var obstacle = writes
            .Select(write => Obstacle(write, now.Find(table, write.Key)))
            .FirstOrDefault(found => found is not null);
        if (obstacle is not null)
        {
            return (obstacle, []);
        }

        var changes = Changes(now, table, writes);
        return (
            new BatchOutcome.Committed([.. changes.Select(c => c is Change.Put put ? put.Row.Tag : "")]),
            changes
        );
    }

    private static BatchOutcome? Obstacle(TableWrite write, TableRow? there) =>
        (write, there) switch
        {
            (TableWrite.Insert, not null) => new BatchOutcome.AlreadyExists(write.Key),
            (TableWrite.Replace or TableWrite.Delete, null) => new BatchOutcome.Missing(write.Key),
            (TableWrite.Replace w, _) when !SameTag(w.Tag, there) => new BatchOutcome.Changed(write.Key),
            (TableWrite.Delete { Tag: { } tag }, _) when !SameTag(tag, there) => new BatchOutcome.Changed(
                write.Key
            ),
            _ => null,
        };

    private static bool SameTag(string tag, TableRow? there) =>
        string.Equals(tag, there?.Tag, StringComparison.Ordinal);

    private static List<Change> Changes(Snapshot now, string table, IReadOnlyList<TableWrite> writes)
    {
        var tag = now.LastTag;
        var changes = new List<Change>(writes.Count);
        foreach (var write in writes)
        {
            if (RowRules.ColumnsOf(write) is not { } columns)
            {
                changes.Add(new Change.Removed(table, write.Key));
                continue;
            }

            tag++;
            var row = new TableRow(write.Key, columns, tag.ToString(CultureInfo.InvariantCulture));
            changes.Add(new Change.Put(table, row));
        }

        return changes;
    }

    private static TableRow Copy(TableRow row) => row with { Columns = new Columns(row.Columns) };
}
