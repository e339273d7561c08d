using System.Net;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Storage.Azure;

public sealed class AzureQueuesFaults : IDisposable
{
    private static readonly QueueMessage Taken = new("id", "receipt+/=", "text", 1);

    private readonly FakeService service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AzureQueues Queues => new(FakeService.Account, new MovableClock(), service.Options());

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task A_message_is_put_in_base64_as_the_host_reads_it_and_never_expires()
    {
        service.Answer(HttpStatusCode.Created);
        await Queues.PutAsync("outbox", "42", Duration.FromMilliseconds(1500), Cancel);

        var request = Assert.Single(service.Requests);
        Assert.Equal("/outbox/messages?visibilitytimeout=2&messagettl=-1", request.Uri.PathAndQuery);
        Assert.Contains("<MessageText>NDI=</MessageText>", request.Body, StringComparison.Ordinal);
        Assert.StartsWith("SharedKey clinic:", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_others_put_without_base64_is_read_as_it_is()
    {
        service.Answer(
            HttpStatusCode.OK,
            "<?xml version=\"1.0\"?><QueueMessagesList><QueueMessage><MessageId>i</MessageId><PopReceipt>r</PopReceipt>"
                + "<DequeueCount>3</DequeueCount><MessageText>{\"slot\":1}</MessageText></QueueMessage></QueueMessagesList>"
        );

        var messages = await Queues.ReceiveAsync("outbox", 1, Duration.FromSeconds(30), Cancel);

        Assert.Equal(new QueueMessage("i", "r", "{\"slot\":1}", 3), Assert.Single(messages));
    }

    [Fact]
    public async Task A_delete_whose_first_answer_was_lost_has_deleted()
    {
        service.Break().Refuse(HttpStatusCode.NotFound, "MessageNotFound");

        Assert.True(await Queues.DeleteAsync("outbox", Taken, Cancel));
        Assert.Equal("?popreceipt=receipt%2B%2F%3D", service.Requests.First().Uri.Query);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "MessageNotFound")]
    [InlineData(HttpStatusCode.BadRequest, "PopReceiptMismatch")]
    public async Task A_delete_of_what_somebody_else_has_says_so(HttpStatusCode status, string code)
    {
        service.Refuse(status, code);

        Assert.False(await Queues.DeleteAsync("outbox", Taken, Cancel));
    }
}
