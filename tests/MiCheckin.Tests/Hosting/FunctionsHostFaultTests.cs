using System.Net;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Tests.Storage.Azure;
using MiCheckin.Tests.Twilio;

namespace MiCheckin.Tests.Hosting;

/// <summary>What goes wrong around the program under the Functions host, and what the program promises then.</summary>
[Collection(Azurite.Collection)]
public sealed class FunctionsHostFaultTests(OpenClinic open) : IClassFixture<OpenClinic>
{
    private readonly HostedClinic clinic = open.Fresh();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_killed_in_the_middle_of_a_send_does_not_send_again()
    {
        var phone = PhoneNumber.Parse("+12065550121");
        var id = await clinic.EnrolAsync(phone, Stop);
        clinic.Twilio.Misbehave(new StandInFault.AcceptThenHang());

        var sending = clinic.Host.RunUntilAsync(() => clinic.Host.Deliveries.Exists(IsFailed), Stop);
        await clinic.Twilio.ArrivedAsync(Stop);
        await clinic.Host.KillAsync();
        await sending;
        var killed = clinic.Host.Deliveries.Find(IsFailed).Message.Id;

        await clinic.Host.RestartAsync(Stop);
        await clinic.Host.RunUntilAsync(() => clinic.Host.Deliveries.Exists(IsSecond), Stop);

        Assert.Single(clinic.TextsTo(phone));
        Assert.Equal(CallOutcome.Succeeded, clinic.Host.Deliveries.Find(IsSecond).Ending.Outcome);
        var text = Assert.Single(await clinic.Store().OutboxAsync(id, Stop));
        Assert.Equal(TextLife.Calling, text.Life);

        // The report names the text itself, so that the lost answer does no harm.
        using var report = await clinic.Twilio.ReportAsync(
            clinic.Host.Outside,
            clinic.TextsTo(phone)[0].Sid,
            "delivered",
            null,
            Stop
        );
        Assert.Equal(HttpStatusCode.OK, report.StatusCode);
        Assert.Equal(TextLife.Delivered, (await clinic.Store().OutboxAsync(id, Stop))[0].Life);

        static bool IsFailed((string, Functions.Storage.QueueMessage, CallEnding Ending) delivery) =>
            delivery.Ending.Outcome is CallOutcome.Failed;

        bool IsSecond((string, Functions.Storage.QueueMessage Message, CallEnding) delivery) =>
            delivery.Message.DequeueCount == 2
            && delivery.Message.Id.Equals(killed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_nobody_wrote_fails_five_times_and_is_poison()
    {
        var before = await clinic.Host.PoisonAsync("outbox", Stop);
        await clinic.Host.PutAsync("outbox", "not a message of ours", Stop);

        await clinic.Host.RunUntilAsync(() => Failures().Count == 5, Stop);

        Assert.Equal([1, 2, 3, 4, 5], Failures());
        Assert.Equal(before + 1, await clinic.Host.PoisonAsync("outbox", Stop));
        Assert.DoesNotContain("not a message of ours", clinic.Host.Said, StringComparison.Ordinal);

        List<int> Failures() =>
            [
                .. clinic
                    .Host.Deliveries.Where(d => d.Message.Text is "not a message of ours")
                    .Where(d => d.Ending.Outcome is CallOutcome.Failed)
                    .Select(d => d.Message.DequeueCount),
            ];
    }

    [Fact]
    public async Task Nobody_outside_can_play_the_host()
    {
        var passed = clinic.Host.Front.Passed;
        foreach (var function in FunctionsPackage.Functions.Where(f => !f.IsProxied).Select(f => f.Name))
        {
            using var body = new StringContent("""{"Data":{},"Metadata":{}}""");
            using var answer = await clinic.Host.Outside.PostAsync($"/{function}", body, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(passed, clinic.Host.Front.Passed);
    }

    [Fact]
    public async Task A_caller_from_outside_cannot_say_who_is_signed_in()
    {
        const string admin = """
            {"claims":[{"typ":"roles","val":"MiCheckin.Admin"},{"typ":"oid","val":"1"},{"typ":"preferred_username","val":"a@clinic.example"}]}
            """;
        var header = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(admin));

        using var forged = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri("/console/people", UriKind.Relative)
        );
        forged.Headers.Add("X-MS-CLIENT-PRINCIPAL", header);
        using var refused = await clinic.Host.Outside.SendAsync(forged, Stop);
        clinic.Host.Front.SignedIn = header;
        using var page = await clinic.Host.Outside.GetAsync(
            new Uri("/console/people", UriKind.Relative),
            Stop
        );

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_webhook_that_is_not_signed_is_refused_at_the_same_door()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Body", "STOP")]);

        using var answer = await clinic.Host.Outside.PostAsync("/sms/inbound", form, Stop);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"Data\":null,\"Metadata\":{}}")]
    [InlineData("{\"Data\":{\"message\":\"x\"}")]
    public async Task What_is_no_envelope_is_refused_and_not_counted_as_done(string body)
    {
        using var client = new HttpClient();
        using var content = new StringContent(body);
        using var answer = await client.PostAsync(new Uri(clinic.Host.Address, "SendText"), content, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_larger_than_any_envelope_is_refused_also_when_it_does_not_say_so(
        bool saysItsLength
    )
    {
        using var client = new HttpClient();
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(clinic.Host.Address, "SendText"));
        var envelope = "{\"Data\":{\"message\":\"" + new string('x', 300 * 1024) + "\"},\"Metadata\":{}}";
        call.Content = new StringContent(envelope);
        call.Headers.TransferEncodingChunked = !saysItsLength;
        using var answer = await client.SendAsync(call, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
