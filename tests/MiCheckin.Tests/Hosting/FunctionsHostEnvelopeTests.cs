using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Storage;
using Newtonsoft.Json.Linq;

namespace MiCheckin.Tests.Hosting;

/// <summary>The stand-in has the host's habits, and the program reads through them.</summary>
public sealed class FunctionsHostEnvelopeTests
{
    private static readonly HostedFunction SendText = FunctionsPackage.Functions.Single(f =>
        f.Name is "SendText"
    );

    [Fact]
    public void Whatever_is_no_object_arrives_encoded_twice()
    {
        var body = JObject.Parse(FunctionsHostEnvelope.ForQueue(SendText, Message("p1 t1"), false));

        Assert.Equal("\"p1 t1\"", (string?)body["Data"]!["message"]);
        Assert.Equal("1", (string?)body["Metadata"]!["DequeueCount"]);
        Assert.Equal(JTokenType.Object, body["Metadata"]!["sys"]!.Type);
    }

    [Fact]
    public void The_program_reads_every_message_as_it_was_put() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>().Filter(text => text is not null && IsText(text)),
                text =>
                    InvocationEnvelope.Read(
                        FunctionsHostEnvelope.ForQueue(SendText, Message(text), text.Length % 2 == 0),
                        "i"
                    ) == new Invocation("i", text, 1, IsPastDue: false)
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("\"quoted\"")]
    [InlineData("{\"V\":1,\"Participant\":\"p1\"}")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("a \\\"b\\\" c\u2028\u00e9\ud83d\ude80")]
    public void A_message_that_is_JSON_itself_is_not_unwrapped_too_far(string text)
    {
        var body = FunctionsHostEnvelope.ForQueue(SendText, Message(text), countsAreText: true);

        Assert.Equal(new Invocation("i", text, 1, IsPastDue: false), InvocationEnvelope.Read(body, "i"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_timer_arrives_as_an_object(bool isPastDue)
    {
        var timer = FunctionsPackage.Functions.First(f => f.Kind is "timerTrigger");
        var body = FunctionsHostEnvelope.ForTimer(timer, isPastDue);

        Assert.Equal(isPastDue, InvocationEnvelope.Read(body, "i")?.IsPastDue);
        Assert.Equal(JTokenType.Object, JObject.Parse(body)["Data"]!["timer"]!.Type);
    }

    [Theory]
    [InlineData(200, "application/json", InvocationEnvelope.Done, nameof(CallOutcome.Succeeded))]
    [InlineData(200, "application/json", "", nameof(CallOutcome.Hangs))]
    [InlineData(200, "application/json", "null", nameof(CallOutcome.Hangs))]
    [InlineData(204, null, "", nameof(CallOutcome.Hangs))]
    [InlineData(200, "text/plain", InvocationEnvelope.Done, nameof(CallOutcome.Failed))]
    [InlineData(200, "application/json", "not JSON", nameof(CallOutcome.Failed))]
    [InlineData(503, "application/json", InvocationEnvelope.Done, nameof(CallOutcome.Failed))]
    public async Task The_host_takes_an_answer_by_its_rules(
        int status,
        string? type,
        string body,
        string outcome
    )
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);
        answer.Content = new StringContent(body, Encoding.UTF8, type ?? "application/json");

        var ending = await FunctionsHostEnvelope.ReadAsync(answer, TestContext.Current.CancellationToken);

        Assert.Equal(outcome, ending.Outcome.ToString());
    }

    /// <summary>Half a surrogate pair cannot be put into a queue at all.</summary>
    private static bool IsText(string text) =>
        string.Equals(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), text, StringComparison.Ordinal);

    private static QueueMessage Message(string text) => new("m1", "r1", text, 1);
}
