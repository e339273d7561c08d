using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Storage;

/// <summary>One table in the plainest way: a dictionary, copied for each batch.</summary>
internal sealed class NaiveTables
{
    private Dictionary<RowKey, TableRow> rows = [];

    public TableRow? Find(RowKey key) => rows.GetValueOrDefault(key);

    /// <summary>Null if committed, else what stopped it.</summary>
    public BatchOutcome? Submit(IEnumerable<TableWrite> writes)
    {
        var next = new Dictionary<RowKey, TableRow>(rows);
        foreach (var write in writes)
        {
            var there = next.GetValueOrDefault(write.Key);
            switch (write)
            {
                case TableWrite.Insert when there is not null:
                    return new BatchOutcome.AlreadyExists(write.Key);
                case TableWrite.Replace or TableWrite.Delete when there is null:
                    return new BatchOutcome.Missing(write.Key);
                case TableWrite.Replace replace
                    when !string.Equals(replace.Tag, there!.Tag, StringComparison.Ordinal):
                    return new BatchOutcome.Changed(write.Key);
                case TableWrite.Delete { Tag: { } tag }
                    when !string.Equals(tag, there!.Tag, StringComparison.Ordinal):
                    return new BatchOutcome.Changed(write.Key);
                case TableWrite.Delete:
                    next.Remove(write.Key);
                    break;
                default:
                    next[write.Key] = new TableRow(write.Key, RowRules.ColumnsOf(write)!, "");
                    break;
            }
        }

        rows = next;
        return null;
    }

    /// <summary>Takes over the tags that the store gave.</summary>
    public void Tag(IEnumerable<TableWrite> writes, IReadOnlyList<string> tags)
    {
        foreach (var (write, tag) in writes.Zip(tags))
        {
            if (rows.TryGetValue(write.Key, out var row))
            {
                rows[write.Key] = row with { Tag = tag };
            }
        }
    }

    public bool SameRows(IReadOnlyList<TableRow> others) =>
        rows
            .Values.OrderBy(row => row.Key.Partition, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Row, StringComparer.Ordinal)
            .Select(Shown)
            .SequenceEqual(others.Select(Shown), StringComparer.Ordinal);

    private static string Shown(TableRow row) => $"{row.Key} {row.Tag} {row.Columns.Number("N")}";
}
