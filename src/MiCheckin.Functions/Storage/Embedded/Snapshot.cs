using System.Collections.Immutable;
using System.Globalization;

namespace MiCheckin.Functions.Storage.Embedded;

/// <summary>
/// All tables at one moment: sorted, immutable, so that a reader sees one moment however long it reads while commits
/// go on.
/// </summary>
internal sealed record Snapshot
{
    public static readonly Snapshot Empty = new();

    private static readonly ImmutableSortedSet<TableRow> NoRows = ImmutableSortedSet.Create<TableRow>(
        new ByRowKey()
    );

    private static readonly ImmutableSortedDictionary<string, ImmutableSortedSet<TableRow>> NoPartitions =
        ImmutableSortedDictionary.Create<string, ImmutableSortedSet<TableRow>>(StringComparer.Ordinal);

    /// <summary>The service takes two names that differ by case only for one table.</summary>
    private ImmutableSortedDictionary<
        string,
        ImmutableSortedDictionary<string, ImmutableSortedSet<TableRow>>
    > Tables { get; init; } =
        ImmutableSortedDictionary.Create<
            string,
            ImmutableSortedDictionary<string, ImmutableSortedSet<TableRow>>
        >(StringComparer.OrdinalIgnoreCase);

    public long LastTag { get; private init; }

    public bool Has(string table) => Tables.ContainsKey(table);

    public TableRow? Find(string table, RowKey key) =>
        Partition(table, key.Partition).TryGetValue(Probe(key), out var row) ? row : null;

    public IEnumerable<TableRow> Query(string table, RowRange range)
    {
        var rows = Partition(table, range.Partition);
        var from = IndexOf(rows, new RowKey(range.Partition, range.From ?? ""));
        var to = range.To is null ? rows.Count : IndexOf(rows, new RowKey(range.Partition, range.To));
        var end = Math.Min(to, from + (long)(range.Max ?? int.MaxValue));
        for (var i = from; i < end; i++)
        {
            yield return rows[i];
        }
    }

    public IEnumerable<TableRow> Scan(string table) => Partitions(table).Values.SelectMany(rows => rows);

    public int RowCount() => Tables.Values.Sum(partitions => partitions.Values.Sum(rows => rows.Count));

    public Snapshot With(Change change) =>
        change switch
        {
            Change.Counted c => this with { LastTag = Math.Max(LastTag, c.LastTag) },
            Change.Made m => Has(m.Table) ? this : this with { Tables = Tables.Add(m.Table, NoPartitions) },
            Change.Put p => With(
                p.Table,
                p.Row.Key.Partition,
                Partition(p.Table, p.Row.Key.Partition).Remove(p.Row).Add(p.Row)
            ) with
            {
                LastTag = Math.Max(LastTag, long.Parse(p.Row.Tag, CultureInfo.InvariantCulture)),
            },
            Change.Removed r => With(
                r.Table,
                r.Key.Partition,
                Partition(r.Table, r.Key.Partition).Remove(Probe(r.Key))
            ),
            _ => throw new InvalidOperationException($"A change cannot be {change}."),
        };

    /// <summary>The changes that make this snapshot from nothing.</summary>
    public IEnumerable<Change> Changes() =>
        Tables
            .Keys.Select(Change (table) => new Change.Made(table))
            .Concat(Tables.Keys.SelectMany(table => Scan(table).Select(row => new Change.Put(table, row))))
            .Prepend(new Change.Counted(LastTag));

    private Snapshot With(string table, string partition, ImmutableSortedSet<TableRow> rows) =>
        this with
        {
            Tables = Tables.SetItem(
                table,
                rows.IsEmpty
                    ? Partitions(table).Remove(partition)
                    : Partitions(table).SetItem(partition, rows)
            ),
        };

    private ImmutableSortedDictionary<string, ImmutableSortedSet<TableRow>> Partitions(string table) =>
        Tables.TryGetValue(table, out var partitions)
            ? partitions
            : throw StorageException.TableNotFound(table);

    private ImmutableSortedSet<TableRow> Partition(string table, string partition) =>
        Partitions(table).GetValueOrDefault(partition, NoRows);

    private static int IndexOf(ImmutableSortedSet<TableRow> rows, RowKey key)
    {
        var index = rows.IndexOf(Probe(key));
        return index >= 0 ? index : ~index;
    }

    private static TableRow Probe(RowKey key) => new(key, [], "");

    private sealed class ByRowKey : IComparer<TableRow>
    {
        public int Compare(TableRow? x, TableRow? y) => string.CompareOrdinal(x!.Key.Row, y!.Key.Row);
    }
}
