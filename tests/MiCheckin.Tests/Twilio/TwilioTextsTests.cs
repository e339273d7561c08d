using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Twilio;
using static MiCheckin.Tests.Twilio.Sending;

namespace MiCheckin.Tests.Twilio;

public sealed class TwilioTextsTests : IAsyncLifetime
{
    private static readonly int[] OneCodeOfEachClass = [20429, 21211, 21610, 20003, 21611, 30007, 30003, 1];
    private TwilioStandIn _twilio = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _twilio = await TwilioStandIn.StartAsync(Token);

    public ValueTask DisposeAsync() => _twilio.DisposeAsync();

    [Fact]
    public async Task A_text_is_handed_over_once_with_everything_Twilio_needs()
    {
        var outcome = await _twilio.SendAsync(
            Text("m-1", "How did it go? 👍 a+b&c=d", Duration.FromHours(2))
        );

        var text = Assert.Single(_twilio.Texts);
        Assert.Equal(new SendOutcome.Accepted(text.Sid, DeliveryStatus.Parse("queued")), outcome);
        Assert.Equal("+12025550143", text.To);
        Assert.Equal("How did it go? 👍 a+b&c=d", text.Body);
        Assert.Equal("https://checkin.clinic.example/sms/status?m=m-1", text.StatusCallback);
        Assert.Equal(7_185, text.ValidityPeriod);
    }

    [Theory]
    [InlineData(16.0, 1)]
    [InlineData(74.9, 59)]
    [InlineData(36_015.0, 36_000)]
    [InlineData(90_000.0, 36_000)]
    public async Task Validity_ends_with_the_window_even_if_the_call_takes_its_longest(double left, int sent)
    {
        await _twilio.SendAsync(Text("m-1", "hello", Duration.FromSeconds(left)));

        Assert.Equal(sent, Assert.Single(_twilio.Texts).ValidityPeriod);
    }

    [Fact]
    public async Task A_text_whose_window_has_closed_is_not_sent()
    {
        Assert.IsType<SendOutcome.TooLate>(
            await _twilio.SendAsync(Text("m-1", "hello", Duration.FromMilliseconds(15_999)))
        );
        Assert.Equal(0, _twilio.Requests);
    }

    [Fact]
    public async Task An_API_key_is_used_where_there_is_one()
    {
        var options = _twilio.Options with
        {
            ApiKeySid = "SK" + new string('a', 32),
            ApiKeySecret = "secret",
        };

        Assert.Equal(new SendOutcome.OurSetUp(20003), await _twilio.SendAsync(Text(), options));
    }

    [Theory]
    [InlineData(21211, typeof(SendOutcome.WrongRecipient))]
    [InlineData(21610, typeof(SendOutcome.OptedOut))]
    [InlineData(21408, typeof(SendOutcome.OurSetUp))]
    [InlineData(21611, typeof(SendOutcome.TooFast))]
    [InlineData(30007, typeof(SendOutcome.Filtered))]
    [InlineData(30003, typeof(SendOutcome.Handset))]
    [InlineData(99999, typeof(SendOutcome.Other))]
    [InlineData(20429, typeof(SendOutcome.Busy))]
    public async Task A_refusal_is_named_by_its_code(int code, Type outcome)
    {
        _twilio.Misbehave(new StandInFault.Refuse(400, code));

        Assert.IsType(outcome, await _twilio.SendAsync(Text()));
        Assert.Equal((1, 0), (_twilio.Requests, _twilio.Texts.Count));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("2147483647", 600)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 600)]
    [InlineData("Sat, 21 Nov 2026 09:01:00 GMT", 60)]
    [InlineData("Sat, 21 Nov 2026 08:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Busy_says_how_long_to_wait_and_nothing_is_sent_again_by_itself(
        string? header,
        int? seconds
    )
    {
        _twilio.Misbehave(new StandInFault.Busy(header));

        var wait = Assert.IsType<SendOutcome.Busy>(await _twilio.SendAsync(Text())).RetryAfter;

        Assert.Equal(seconds is { } s ? Duration.FromSeconds(s) : null, wait);
        Assert.Equal((1, 0), (_twilio.Requests, _twilio.Texts.Count));
    }

    [Theory]
    [InlineData(401, typeof(SendOutcome.OurSetUp))]
    [InlineData(404, typeof(SendOutcome.OurSetUp))]
    [InlineData(400, typeof(SendOutcome.Other))]
    [InlineData(408, typeof(SendOutcome.Unknown))]
    [InlineData(429, typeof(SendOutcome.Busy))]
    [InlineData(502, typeof(SendOutcome.Unknown))]
    [InlineData(201, typeof(SendOutcome.Unknown))]
    public async Task An_answer_that_is_no_JSON_is_judged_by_its_status(int status, Type outcome)
    {
        _twilio.Misbehave(new StandInFault.Page(status));

        Assert.IsType(outcome, await _twilio.SendAsync(Text()));
    }

    [Fact]
    public void No_outcome_says_a_word_or_a_number_of_the_text()
    {
        SendOutcome[] outcomes =
        [
            new SendOutcome.Accepted("SM1", DeliveryStatus.Parse("queued")),
            new SendOutcome.Unknown("no answer in time"),
            .. OneCodeOfEachClass.Select(TwilioErrors.Classify),
        ];

        Assert.All(outcomes, outcome => Assert.EndsWith(".", outcome.Sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("hello", Text().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("2025550143", Text().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(TwilioStandIn.AuthToken, _twilio.Options.ToString(), StringComparison.Ordinal);
    }
}
