using MiCheckin.Functions.Twilio;

namespace MiCheckin.Tests.Twilio;

/// <summary>What would make every text fail, or every webhook look forged, is told at the start.</summary>
public sealed class TwilioOptionsTests
{
    private static readonly TwilioOptions Right = new()
    {
        AccountSid = TwilioStandIn.AccountSid,
        AuthToken = TwilioStandIn.AuthToken,
        From = "+12025550143",
        PublicBaseUrl = "https://checkin.clinic.example",
    };

    [Theory]
    [InlineData("+12025550143")]
    [InlineData("+447700900107")]
    [InlineData("72345")]
    [InlineData("My Clinic")]
    public void A_sender_is_a_number_a_short_code_or_a_name(string from) =>
        Assert.Empty((Right with { From = from }).Mistakes());

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("2025550143")]
    [InlineData("+1 202 555 0143")]
    [InlineData("A name that is too long")]
    [InlineData("whatsapp:+12025550143")]
    public void What_Twilio_would_refuse_as_a_sender_is_told(string from) =>
        Assert.Contains(
            "Twilio:From",
            Assert.Single((Right with { From = from }).Mistakes()),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("https://checkin.clinic.example ")]
    [InlineData(" https://checkin.clinic.example")]
    [InlineData("http://checkin.clinic.example")]
    [InlineData("https://checkin.clinic.example?a=b")]
    [InlineData("https://check_in.clinic.example")]
    [InlineData("checkin.clinic.example")]
    public void An_address_for_which_no_signature_could_agree_or_that_is_in_the_clear_is_told(string url) =>
        Assert.StartsWith(
            "Twilio:PublicBaseUrl",
            Assert.Single((Right with { PublicBaseUrl = url }).Mistakes()),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("http://127.0.0.1:7071")]
    [InlineData("http://localhost:7071")]
    [InlineData("https://checkin.clinic.example:8443/base")]
    public void A_stand_in_on_this_machine_needs_no_TLS(string url) =>
        Assert.Empty((Right with { PublicBaseUrl = url, ApiBaseUrl = "http://127.0.0.1:1" }).Mistakes());

    [Theory]
    [InlineData("http://api.twilio.com")]
    [InlineData("ftp://api.twilio.com")]
    public void Credentials_do_not_travel_in_the_clear(string url) =>
        Assert.StartsWith(
            "Twilio:ApiBaseUrl",
            Assert.Single((Right with { ApiBaseUrl = url }).Mistakes()),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_token_that_was_stored_with_the_end_of_its_line_is_told_without_showing_it()
    {
        var wrong = Right with { AuthToken = "token\n", OtherAuthToken = " other" };

        Assert.Equal(
            ["Twilio:AuthToken", "Twilio:OtherAuthToken"],
            wrong.Mistakes().Select(mistake => mistake.Split(' ')[0])
        );
        Assert.DoesNotContain(
            wrong.Mistakes(),
            mistake => mistake.Contains("other", StringComparison.Ordinal)
        );
    }
}
