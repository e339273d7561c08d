using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Core;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>Tables of Azure Table Storage, or of Azurite, by their REST contract.</summary>
internal sealed class AzureTables : ITables
{
    private readonly StorageClient client;

    /// <summary>The clock dates signatures: the real one, also where the program runs on another.</summary>
    public AzureTables(StorageAccount account, IClock clock, StorageClientOptions? options = null) =>
        client = new(account.Tables, account.SignTables(clock), options ?? new StorageClientOptions());

    public async Task CreateAsync(string table, CancellationToken cancellationToken)
    {
        TableRules.CheckTable(table);
        StorageRequests.Count("create", table);
        using var message = TableMessages.New(client, RequestMethod.Post, "/Tables");
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        TableMessages.SetBody(
            message,
            JsonSerializer.SerializeToUtf8Bytes(new { TableName = table }),
            "application/json"
        );
        var response = await client.SendAsync(message, cancellationToken);
        if (response.IsError && StorageClient.ErrorCode(response) is not "TableAlreadyExists")
        {
            throw StorageClient.Failure(response, $"make table '{table}'");
        }
    }

    public async Task<TableRow?> FindAsync(string table, RowKey key, CancellationToken cancellationToken) =>
        (await ReadAsync(table, key, cancellationToken))?.Row;

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        IReadOnlyList<TableWrite> writes,
        CancellationToken cancellationToken
    )
    {
        var stored = TableRules.Checked(table, writes);
        var operation = Guid.NewGuid();
        StorageRequests.Count("submit", table);
        var submission = new TableSubmission(client, table, stored, operation);
        var (outcome, retried) = await submission.SendAsync(cancellationToken);
        if (!retried || outcome is BatchOutcome.Committed)
        {
            return outcome;
        }

        // The first try may have been applied although it was reported as failed: what stops this one is then itself.
        var rows = new List<(TableRow Row, Guid? Operation)?>();
        foreach (var write in stored)
        {
            rows.Add(
                write is TableWrite.Delete ? null : await ReadAsync(table, write.Key, cancellationToken)
            );
        }

        return submission.OwnWork(rows) ?? outcome;
    }

    public IAsyncEnumerable<TableRow> QueryAsync(
        string table,
        RowRange range,
        CancellationToken cancellationToken
    )
    {
        TableRules.CheckTable(table);
        TableRules.CheckRange(range);
        return PagesAsync(table, range, cancellationToken);
    }

    public IAsyncEnumerable<TableRow> ScanAsync(string table, CancellationToken cancellationToken)
    {
        TableRules.CheckTable(table);
        return PagesAsync(table, null, cancellationToken);
    }

    /// <summary>The service keeps no history of rows that a caller could reach.</summary>
    public Task ForgetRemovedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A page may be empty and still not be the last; only the absence of a continuation ends a query.</summary>
    private async IAsyncEnumerable<TableRow> PagesAsync(
        string table,
        RowRange? range,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var left = range?.Max ?? int.MaxValue;
        Continuation? next = null;
        do
        {
            int? top = left < TableRequests.RowsInAPage ? left : null;
            (var rows, next) = await PageAsync(table, range, top, next, cancellationToken);
            foreach (var row in rows.Take(left))
            {
                yield return row;
            }

            left -= rows.Count;
        } while (next is not null && left > 0);
    }

    private async Task<(IReadOnlyList<TableRow> Rows, Continuation? Next)> PageAsync(
        string table,
        RowRange? range,
        int? top,
        Continuation? from,
        CancellationToken cancellationToken
    )
    {
        StorageRequests.Count(range is null ? "scan" : "query", table);
        using var message = TableMessages.New(
            client,
            RequestMethod.Get,
            TableRequests.Query(table, range, top, from)
        );
        var response = await client.SendAsync(message, cancellationToken);
        if (response.IsError)
        {
            throw TableMessages.Failure(response, table, "read");
        }

        using var json = JsonDocument.Parse(response.Content);
        var rows = json
            .RootElement.GetProperty("value")
            .EnumerateArray()
            .Select(entity => EntityJson.Read(entity).Row)
            .ToList();
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition);
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
        return (rows, string.IsNullOrEmpty(partition) ? null : new Continuation(partition, row));
    }

    private async Task<(TableRow Row, Guid? Operation)?> ReadAsync(
        string table,
        RowKey key,
        CancellationToken cancellationToken
    )
    {
        TableRules.CheckTable(table);
        TableRules.CheckKey(key);
        StorageRequests.Count("find", table);
        using var message = TableMessages.New(client, RequestMethod.Get, TableRequests.Row(table, key));
        var response = await client.SendAsync(message, cancellationToken);
        if (response.Status == 404 && StorageClient.ErrorCode(response) is not "TableNotFound")
        {
            return null;
        }

        if (response.IsError)
        {
            throw TableMessages.Failure(response, table, "read");
        }

        using var json = JsonDocument.Parse(response.Content);
        return EntityJson.Read(json.RootElement);
    }
}
