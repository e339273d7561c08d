using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Twilio;
using MiCheckin.Tests.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Twilio;

/// <summary>One text, and the real sender that hands it to the stand-in.</summary>
internal static class Sending
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 9, 0);

    public static TextRequest Text(string id = "m-1", string words = "hello", Duration? validFor = null) =>
        new(
            MessageId.Parse(id),
            PhoneNumber.TryParse("+12025550143", out var to) ? to : default,
            new MessageText(words),
            validFor ?? Duration.FromHours(1)
        );

    public static TwilioTexts Over(HttpClient http, TwilioOptions options) =>
        new(http, options, new MovableClock(Now), NullLogger<TwilioTexts>.Instance);

    public static async Task<SendOutcome> SendAsync(
        this TwilioStandIn twilio,
        TextRequest request,
        TwilioOptions? options = null,
        CancellationToken? cancellationToken = null
    )
    {
        using var http = TwilioHttp.Create(options ?? twilio.Options);
        var stop = cancellationToken ?? TestContext.Current.CancellationToken;
        return await Over(http, options ?? twilio.Options).SendAsync(request, stop);
    }
}
