using System.Text;
using MiCheckin.Functions.Storage.Azure;

namespace MiCheckin.Functions.Storage;

/// <summary>What a row may hold, and the form in which it is stored.</summary>
internal static class RowRules
{
    /// <summary>Which submission wrote a row: kept beside its columns in Azure, never seen by callers.</summary>
    public const string OperationColumn = "op_";

    public const int MostColumns = 252;

    private const int MostTextLength = 32 * 1024;
    private const int MostBytes = 64 * 1024;
    private const int MostRowBytes = 1024 * 1024;

    private static readonly DateTimeOffset EarliestTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "PartitionKey",
        "RowKey",
        "Timestamp",
        "ETag",
        OperationColumn,
    };

    /// <summary>A checked copy of the columns as both stores keep them.</summary>
    public static Columns Stored(RowKey key, Columns columns)
    {
        var stored = new Columns();
        foreach (var (name, value) in columns)
        {
            if (value is null)
            {
                continue;
            }

            if (!IsColumnName(name) || name.Length > 255 || Reserved.Contains(name))
            {
                throw new ArgumentException($"'{name}' cannot name a column.", nameof(columns));
            }

            stored.Add(name, Stored(name, value));
        }

        // One of the 252 is our own operation column.
        if (stored.Count >= MostColumns)
        {
            throw new ArgumentException($"A row holds fewer than {MostColumns} columns.", nameof(columns));
        }

        if (Size(key, stored) is > MostRowBytes and var size)
        {
            throw new ArgumentException(
                $"The row is {size:N0} bytes, at most {MostRowBytes:N0}.",
                nameof(columns)
            );
        }

        return stored;
    }

    public static long Size(TableWrite write) => Size(write.Key, ColumnsOf(write) ?? []);

    public static long WireBytes(TableWrite write) =>
        ColumnsOf(write) is { } columns ? EntityJson.Write(write.Key, columns, Guid.Empty).Length : 0;

    public static Columns? ColumnsOf(TableWrite write) =>
        write switch
        {
            TableWrite.Insert w => w.Columns,
            TableWrite.Replace w => w.Columns,
            TableWrite.Upsert w => w.Columns,
            _ => null,
        };

    private static object Stored(string name, object value) =>
        value switch
        {
            string { Length: > MostTextLength } text => throw TooLong(name, text.Length, MostTextLength),
            string text => WellFormed(text),
            byte[] { Length: > MostBytes } bytes => throw TooLong(name, bytes.Length, MostBytes),
            byte[] bytes => bytes.ToArray(),
            DateTimeOffset time when time < EarliestTime => throw new ArgumentException(
                $"Column '{name}': {time:O} is before 1601.",
                nameof(value)
            ),
            DateTimeOffset time => time.ToUniversalTime(),
            double number when !double.IsFinite(number) => throw new ArgumentException(
                $"Column '{name}': {number} is not a number.",
                nameof(value)
            ),
            double or bool or int or long or Guid => value,
            _ => throw new ArgumentException(
                $"Column '{name}': a table has no type {value.GetType().Name}.",
                nameof(value)
            ),
        };

    private static ArgumentException TooLong(string name, int length, int most) =>
        new($"Column '{name}' is {length:N0} long, at most {most:N0}.", nameof(length));

    /// <summary>UTF-8 has no half surrogates: a round trip replaces them.</summary>
    public static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// The service's own sum: 4 + keys, then for each column 8 + name + value, text in UTF-16.
    /// https://learn.microsoft.com/archive/blogs/avkashchauhan/how-the-size-of-an-entity-is-caclulated-in-windows-azure-table-storage
    /// </summary>
    private static long Size(RowKey key, Columns columns)
    {
        long size = 4 + ((key.Partition.Length + key.Row.Length) * 2) + 8 + (OperationColumn.Length * 2) + 16;
        foreach (var (name, value) in columns)
        {
            size +=
                8
                + (name.Length * 2)
                + value switch
                {
                    string text => 4 + (text.Length * 2),
                    byte[] bytes => 4 + bytes.Length,
                    bool => 1,
                    int => 4,
                    Guid => 16,
                    _ => 8,
                };
        }

        return size;
    }

    private static bool IsColumnName(string name) =>
        name.Length > 0
        && !char.IsAsciiDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
