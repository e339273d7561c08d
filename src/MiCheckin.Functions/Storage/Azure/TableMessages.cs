using Azure;
using Azure.Core;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>What all requests to the table service have in common.</summary>
internal static class TableMessages
{
    public static HttpMessage New(StorageClient client, RequestMethod method, string pathAndQuery)
    {
        var message = client.NewMessage(method, pathAndQuery);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("Accept", TableRequests.Accept);
        return message;
    }

    public static void SetBody(HttpMessage message, ReadOnlyMemory<byte> body, string type)
    {
        message.Request.Content = RequestContent.Create(body);
        message.Request.Headers.SetValue("Content-Type", type);
    }

    public static StorageException Failure(Response response, string table, string what) =>
        StorageClient.ErrorCode(response) is "TableNotFound"
            ? StorageException.TableNotFound(table, response.Status)
            : StorageClient.Failure(response, $"{what} table '{table}'");
}
