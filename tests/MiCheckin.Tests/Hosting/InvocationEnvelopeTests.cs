using MiCheckin.Functions.Hosting;

namespace MiCheckin.Tests.Hosting;

/// <summary>What the Functions host posts, with its habit of encoding whatever is no object once more.</summary>
public sealed class InvocationEnvelopeTests
{
    [Theory]
    [InlineData("""{"Data":{"message":"\"p1 t1\""},"Metadata":{"DequeueCount":"\"1\""}}""", "p1 t1", 1)]
    [InlineData("""{"Data":{"message":"p1 t1"},"Metadata":{"DequeueCount":"3"}}""", "p1 t1", 3)]
    [InlineData(
        """{"Data":{"message":"\"{\\\"p\\\":\\\"1\\\"}\""},"Metadata":{"DequeueCount":2}}""",
        """{"p":"1"}""",
        2
    )]
    [InlineData("""{"Data":{"message":{"p":"1"}},"Metadata":{}}""", """{"p":"1"}""", 0)]
    [InlineData("""{"Data":{"message":"\"not closed"},"Metadata":{"DequeueCount":"x"}}""", "\"not closed", 0)]
    public void A_queue_message_is_unwrapped_once(string body, string message, int dequeueCount) =>
        Assert.Equal(
            new Invocation("i1", message, dequeueCount, IsPastDue: false),
            InvocationEnvelope.Read(body, "i1")
        );

    [Theory]
    [InlineData(
        """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":true}}}""",
        true
    )]
    [InlineData("""{"Data":{"timer":"{\"IsPastDue\":true}"},"Metadata":{}}""", true)]
    [InlineData("""{"Data":{"timer":"\"{\\\"IsPastDue\\\":false}\""},"Metadata":{}}""", false)]
    [InlineData("""{"Data":{"timer":"soon"},"Metadata":{}}""", false)]
    public void A_timer_says_whether_it_is_late(string body, bool late) =>
        Assert.Equal(late, InvocationEnvelope.Read(body, "i1")?.IsPastDue);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Data":null}""")]
    [InlineData("""{"Data":"x"}""")]
    public void A_body_that_is_no_envelope_is_not_taken_for_one(string body) =>
        Assert.Null(InvocationEnvelope.Read(body, "i1"));
}
