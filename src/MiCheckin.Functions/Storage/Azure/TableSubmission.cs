using Azure;
using Azure.Core;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>One submission of writes: alone as one request, together as a batch, which applies all or none.</summary>
internal sealed class TableSubmission(
    StorageClient client,
    string table,
    IReadOnlyList<TableWrite> writes,
    Guid operation
)
{
    /// <summary>The tag of a row that we wrote and somebody has changed since: well formed, and no row's.</summary>
    private const string OvertakenTag = "W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"";

    private readonly List<WriteRequest> requests =
    [
        .. writes.Select(write => TableRequests.Of(table, write, operation)),
    ];

    /// <summary>How it ended, and whether it took more than one try.</summary>
    public async Task<(BatchOutcome Outcome, bool Retried)> SendAsync(CancellationToken cancellationToken)
    {
        using var message = writes.Count == 1 ? SingleMessage() : BatchMessage();
        var response = await client.SendAsync(message, cancellationToken);
        var outcome = writes.Count == 1 ? SingleOutcome(response) : BatchOutcomeOf(response);
        return (outcome, StorageClient.Retried(message));
    }

    /// <summary>
    /// Committed, if any of the rows as they are now bears our operation id: a batch is applied whole or not at all.
    /// </summary>
    public BatchOutcome? OwnWork(IReadOnlyList<(TableRow Row, Guid? Operation)?> rows) =>
        rows.Any(row => row?.Operation == operation)
            ? new BatchOutcome.Committed([.. writes.Zip(rows, TagOf)])
            : null;

    private string TagOf(TableWrite write, (TableRow Row, Guid? Operation)? row) =>
        write is TableWrite.Delete ? ""
        : row?.Operation == operation ? row.Value.Row.Tag
        : OvertakenTag;

    private HttpMessage SingleMessage()
    {
        var (method, path, body, ifMatch) = requests[0];
        var message = TableMessages.New(client, method, path);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        if (ifMatch is not null)
        {
            message.Request.Headers.SetValue("If-Match", ifMatch);
        }

        if (body is { } content)
        {
            TableMessages.SetBody(message, content, "application/json");
        }

        return message;
    }

    private HttpMessage BatchMessage()
    {
        var boundary = $"batch_{operation:N}";
        var body = TableRequests.Batch(client.Endpoint, boundary, requests);
        if (body.Length > TableRules.MostBatchBytes)
        {
            throw new ArgumentException(
                $"A batch holds at most {TableRules.MostBatchBytes:N0} bytes, this one {body.Length:N0}.",
                nameof(writes)
            );
        }

        var message = TableMessages.New(client, RequestMethod.Post, "/$batch");
        TableMessages.SetBody(message, body, $"multipart/mixed; boundary={boundary}");
        return message;
    }

    private BatchOutcome SingleOutcome(Response response)
    {
        if (!response.IsError)
        {
            return new BatchOutcome.Committed([response.Headers.TryGetValue("ETag", out var tag) ? tag : ""]);
        }

        return Refusal(response.Status, StorageClient.ErrorCode(response), writes[0].Key)
            ?? throw TableMessages.Failure(response, table, "write to");
    }

    /// <summary>The outer status says only that a batch was read; what became of it stands inside.</summary>
    private BatchOutcome BatchOutcomeOf(Response response)
    {
        if (response.IsError)
        {
            throw TableMessages.Failure(response, table, "write to");
        }

        var answers = BatchAnswer.Parse(response.Content);
        if (answers.FirstOrDefault(answer => answer.Status >= 400) is not { } failed)
        {
            return answers.Count == writes.Count
                ? new BatchOutcome.Committed([.. answers.Select(answer => answer.Tag ?? "")])
                : throw Unexpected($"{answers.Count} answers to {writes.Count} writes");
        }

        if (failed.Error.Code is "TableNotFound")
        {
            throw StorageException.TableNotFound(table, failed.Status);
        }

        var key = failed.FailedIndex is { } index && index < writes.Count ? writes[index].Key : (RowKey?)null;
        return key is { } row && Refusal(failed.Status, failed.Error.Code, row) is { } refusal
            ? refusal
            : throw Unexpected($"{failed.Status} {failed.Error.Code}, write {failed.FailedIndex}");
    }

    private static BatchOutcome? Refusal(int status, string code, RowKey key) =>
        (status, code) switch
        {
            (409, "EntityAlreadyExists") => new BatchOutcome.AlreadyExists(key),
            (412, _) => new BatchOutcome.Changed(key),
            (404, "ResourceNotFound" or "EntityNotFound") => new BatchOutcome.Missing(key),
            _ => null,
        };

    private StorageException Unexpected(string what) =>
        new("UnexpectedAnswer", $"Storage answered a batch on table '{table}' unexpectedly: {what}.");
}
