using System.Net;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Tests.Twilio;

/// <summary>Every code that Twilio documents for a text of ours has its class, whoever tells it: the call or a later report.</summary>
public sealed class TwilioErrorsTests
{
    public static TheoryData<int, Type> Codes()
    {
        var codes = new TheoryData<int, Type>();
        Add(typeof(SendOutcome.Busy), 20429);
        Add(typeof(SendOutcome.Unknown), 20500, 20503);
        Add(typeof(SendOutcome.WrongRecipient), 21211, 21604, 21612, 21614, 21635, 30004, 30005, 30006);
        Add(typeof(SendOutcome.OptedOut), 21610);
        Add(
            typeof(SendOutcome.OurSetUp),
            20003,
            20404,
            21212,
            21408,
            21603,
            21606,
            21608,
            21609,
            21703,
            21704
        );
        Add(typeof(SendOutcome.OurSetUp), 30002, 30032, 30034);
        Add(typeof(SendOutcome.TooFast), 21611, 30001, 30017, 30022, 30023, 30027);
        Add(typeof(SendOutcome.Filtered), 30007);
        Add(typeof(SendOutcome.Handset), 30003, 30008, 30500);
        Add(typeof(SendOutcome.TooLate), 30036);
        Add(typeof(SendOutcome.Other), 0, 21617, 99999);
        return codes;

        void Add(Type outcome, params ReadOnlySpan<int> all)
        {
            foreach (var code in all)
            {
                codes.Add(code, outcome);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_code_has_its_class(int code, Type outcome)
    {
        Assert.IsType(outcome, TwilioErrors.Classify(code));
        Assert.IsType(outcome, TwilioErrors.Classify(HttpStatusCode.BadRequest, code, retryAfter: null));
    }

    [Theory]
    [InlineData(401, 20005)]
    [InlineData(403, 20006)]
    [InlineData(403, 99999)]
    public void Whoever_is_not_let_in_is_set_up_wrongly_whatever_the_code(int status, int code) =>
        Assert.Equal(
            new SendOutcome.OurSetUp(code),
            TwilioErrors.Classify((HttpStatusCode)status, code, retryAfter: null)
        );

    [Fact]
    public void A_refusal_for_the_recipient_stays_one_also_as_a_403() =>
        Assert.IsType<SendOutcome.OptedOut>(
            TwilioErrors.Classify(HttpStatusCode.Forbidden, 21610, retryAfter: null)
        );

    [Theory]
    [InlineData(500, 21211)]
    [InlineData(503, 20003)]
    [InlineData(408, null)]
    public void A_server_in_trouble_may_have_sent_it_whatever_the_code(int status, int? code) =>
        Assert.IsType<SendOutcome.Unknown>(
            TwilioErrors.Classify((HttpStatusCode)status, code, retryAfter: null)
        );
}
