using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Azure;
using Azure.Core;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// Queues of Azure Queue Storage, or of Azurite, by their REST contract. Texts travel in base64, as the Functions host
/// reads them. https://learn.microsoft.com/rest/api/storageservices/queue-service-rest-api
/// </summary>
internal sealed class AzureQueues : IQueues
{
    private readonly StorageClient client;

    /// <summary>The clock dates signatures: the real one, also where the program runs on another.</summary>
    public AzureQueues(StorageAccount account, IClock clock, StorageClientOptions? options = null) =>
        client = new(account.Queues, account.SignQueues(clock), options ?? new StorageClientOptions());

    public async Task CreateAsync(string queue, CancellationToken cancellationToken)
    {
        using var message = New("create", RequestMethod.Put, queue, "");
        Check(await client.SendAsync(message, cancellationToken), queue, "make");
    }

    public async Task PutAsync(
        string queue,
        string text,
        Duration visibleAfter,
        CancellationToken cancellationToken
    )
    {
        QueueRules.CheckMessage(text, visibleAfter);
        using var message = New(
            "put",
            RequestMethod.Post,
            queue,
            $"/messages?visibilitytimeout={Seconds(visibleAfter)}&messagettl=-1"
        );
        var body = new XElement(
            "QueueMessage",
            new XElement("MessageText", Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))
        );
        message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(body.ToString()));
        message.Request.Headers.SetValue("Content-Type", "application/xml");
        Check(await client.SendAsync(message, cancellationToken), queue, "write to");
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue,
        int max,
        Duration invisibleFor,
        CancellationToken cancellationToken
    )
    {
        QueueRules.CheckReceive(max, invisibleFor);
        using var message = New(
            "receive",
            RequestMethod.Get,
            queue,
            $"/messages?numofmessages={max}&visibilitytimeout={Seconds(invisibleFor)}"
        );
        var response = Check(await client.SendAsync(message, cancellationToken), queue, "read");
        return
        [
            .. XDocument.Parse(response.Content.ToString()).Root!.Elements("QueueMessage").Select(Message),
        ];
    }

    public async Task<bool> DeleteAsync(
        string queue,
        QueueMessage message,
        CancellationToken cancellationToken
    )
    {
        var receipt = Uri.EscapeDataString(message.PopReceipt);
        var path = $"/messages/{Uri.EscapeDataString(message.Id)}?popreceipt={receipt}";
        using var request = New("delete", RequestMethod.Delete, queue, path);
        var response = await client.SendAsync(request, cancellationToken);
        if (StorageClient.ErrorCode(response) is "MessageNotFound" or "PopReceiptMismatch")
        {
            // Gone after a repeat: our first try deleted it, and its answer was lost.
            return response.Status == 404 && StorageClient.Retried(request);
        }

        Check(response, queue, "delete from");
        return true;
    }

    public async Task<int> CountAsync(string queue, CancellationToken cancellationToken)
    {
        using var message = New("count", RequestMethod.Get, queue, "?comp=metadata");
        var response = Check(await client.SendAsync(message, cancellationToken), queue, "count");
        return
            response.Headers.TryGetValue("x-ms-approximate-messages-count", out var count)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var messages)
            ? messages
            : throw StorageClient.Failure(response, $"count queue '{queue}'");
    }

    private HttpMessage New(string operation, RequestMethod method, string queue, string rest)
    {
        QueueRules.CheckName(queue);
        StorageRequests.Count(operation, queue);
        return client.NewMessage(method, $"/{queue}{rest}");
    }

    private static Response Check(Response response, string queue, string what)
    {
        if (!response.IsError)
        {
            return response;
        }

        throw StorageClient.ErrorCode(response) is "QueueNotFound"
            ? StorageException.QueueNotFound(queue, response.Status)
            : StorageClient.Failure(response, $"{what} queue '{queue}'");
    }

    private static QueueMessage Message(XElement message) =>
        new(
            message.Element("MessageId")!.Value,
            message.Element("PopReceipt")!.Value,
            Text(message.Element("MessageText")?.Value ?? ""),
            int.Parse(message.Element("DequeueCount")!.Value, CultureInfo.InvariantCulture)
        );

    /// <summary>What others put without base64 is taken as it is.</summary>
    private static string Text(string written)
    {
        var bytes = new byte[written.Length];
        return Convert.TryFromBase64String(written, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : written;
    }

    private static string Seconds(Duration duration) =>
        Math.Ceiling(duration.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
