using System.Globalization;
using System.Text;
using Azure.Core;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>One write as a request: alone, or as a part of a batch.</summary>
internal sealed record WriteRequest(
    RequestMethod Method,
    string Path,
    ReadOnlyMemory<byte>? Body,
    string? IfMatch
);

/// <summary>The addresses and bodies of the table service.</summary>
internal static class TableRequests
{
    public const string Accept = "application/json;odata=minimalmetadata";

    /// <summary>The most rows that one answer holds; the service's own limit.</summary>
    public const int RowsInAPage = 1000;

    public static string Row(string table, RowKey key) =>
        $"/{table}(PartitionKey='{Quoted(key.Partition)}',RowKey='{Quoted(key.Row)}')";

    public static WriteRequest Of(string table, TableWrite write, Guid operation) =>
        write switch
        {
            TableWrite.Insert w => new(
                RequestMethod.Post,
                $"/{table}",
                Body(w.Key, w.Columns, operation),
                null
            ),
            TableWrite.Upsert w => new(
                RequestMethod.Put,
                Row(table, w.Key),
                Body(w.Key, w.Columns, operation),
                null
            ),
            TableWrite.Replace w => new(
                RequestMethod.Put,
                Row(table, w.Key),
                Body(w.Key, w.Columns, operation),
                w.Tag
            ),
            TableWrite.Delete w => new(RequestMethod.Delete, Row(table, w.Key), null, w.Tag ?? "*"),
            _ => throw new InvalidOperationException($"A write cannot be a {write.GetType().Name}."),
        };

    public static string Query(string table, RowRange? range, int? top, Continuation? next)
    {
        var query = new List<string>();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        Add("$filter", range is null ? null : Filter(range));
        Add("$top", top?.ToString(CultureInfo.InvariantCulture));
        Add("NextPartitionKey", next?.Partition);
        Add("NextRowKey", next?.Row);
        return query.Count == 0 ? $"/{table}()" : $"/{table}()?{string.Join('&', query)}";
    }

    /// <summary>The writes as one change set of one batch, in the order given.</summary>
    public static byte[] Batch(string endpoint, string boundary, IEnumerable<WriteRequest> writes)
    {
        var changes = "changeset_" + boundary;
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"--{boundary}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n"
        );
        foreach (var write in writes)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"{write.Method.Method} {endpoint}{write.Path} HTTP/1.1\r\n"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"Accept: {Accept}\r\nDataServiceVersion: 3.0\r\nPrefer: return-no-content\r\n"
            );
            text.Append(write.IfMatch is null ? "" : $"If-Match: {write.IfMatch}\r\n");
            text.Append(write.Body is null ? "\r\n" : "Content-Type: application/json\r\n\r\n");
            text.Append(write.Body is { } body ? Encoding.UTF8.GetString(body.Span) : "").Append("\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"--{changes}--\r\n--{boundary}--\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Filter(RowRange range) =>
        $"PartitionKey eq '{Doubled(range.Partition)}'"
        + (range.From is null ? "" : $" and RowKey ge '{Doubled(range.From)}'")
        + (range.To is null ? "" : $" and RowKey lt '{Doubled(range.To)}'");

    private static ReadOnlyMemory<byte> Body(RowKey key, Columns columns, Guid operation) =>
        EntityJson.Write(key, columns, operation);

    private static string Quoted(string key) => Uri.EscapeDataString(Doubled(key));

    private static string Doubled(string key) => key.Replace("'", "''", StringComparison.Ordinal);
}

/// <summary>Where the next page begins. The row may be absent: then at the head of the partition.</summary>
internal sealed record Continuation(string Partition, string? Row);
