using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Twilio;

/// <summary>Settings under <c>Twilio</c>. Printing them shows no secret.</summary>
internal sealed record TwilioOptions
{
    public const string Section = "Twilio";

    public string AccountSid { get; init; } = "";

    /// <summary>Signs webhooks. Also the password of the API where no key is set, which is for trials.</summary>
    public string AuthToken { get; init; } = "";

    /// <summary>The token before or after a rotation, so that webhooks signed with either are accepted.</summary>
    public string? OtherAuthToken { get; init; }

    public string? ApiKeySid { get; init; }

    public string? ApiKeySecret { get; init; }

    /// <summary>The sender's number; or leave it out and name a messaging service.</summary>
    public string? From { get; init; }

    public string? MessagingServiceSid { get; init; }

    /// <summary>The address that Twilio calls, as it is written in Twilio's console: scheme, host, perhaps a port or a path.</summary>
    public string PublicBaseUrl { get; init; } = "";

    public string ApiBaseUrl { get; init; } = "https://api.twilio.com";

    /// <summary>What the sender may send: 1 for a long code, 3 for toll-free, 10 to 100 for a short code.</summary>
    public double SegmentsPerSecond { get; init; } = 1;

    public override string ToString() => $"Twilio account {AccountSid} at {ApiBaseUrl}";

    /// <summary>Every mistake in the settings: which, what is wrong, an example. Never a secret's value.</summary>
    public IEnumerable<string> Mistakes() => [.. AccountMistakes(), .. SenderMistakes(), .. UrlMistakes()];

    private IEnumerable<string> AccountMistakes()
    {
        if (!IsSid(AccountSid, "AC"))
        {
            yield return "Twilio:AccountSid must be AC and 32 hexadecimal digits, as Twilio's console shows it.";
        }

        if (AuthToken.Length == 0)
        {
            yield return "Twilio:AuthToken is missing. Without it no webhook can be told from a forgery.";
        }

        foreach (
            var (name, token) in new[]
            {
                (nameof(AuthToken), AuthToken),
                (nameof(OtherAuthToken), OtherAuthToken),
            }
        )
        {
            if (token is not null && token.AsSpan().Trim().Length != token.Length)
            {
                yield return $"Twilio:{name} begins or ends with a space or a line's end. Store it without.";
            }
        }

        if ((ApiKeySid is null) != (ApiKeySecret is null))
        {
            yield return "Twilio:ApiKeySid and Twilio:ApiKeySecret belong together: set both or neither.";
        }

        if (ApiKeySid is { } key && !IsSid(key, "SK"))
        {
            yield return "Twilio:ApiKeySid must be SK and 32 hexadecimal digits.";
        }
    }

    private IEnumerable<string> SenderMistakes()
    {
        if (MessagingServiceSid is { } service && !IsSid(service, "MG"))
        {
            yield return "Twilio:MessagingServiceSid must be MG and 32 hexadecimal digits.";
        }

        if ((From is null) == (MessagingServiceSid is null))
        {
            yield return "Set one of Twilio:From (+12025550143) and Twilio:MessagingServiceSid (MG…), not both.";
        }

        if (From is { } from && !IsSender(from))
        {
            yield return "Twilio:From must be the sender as Twilio's console shows it: a number such as +12025550143, a short code, or a name of at most 11 letters and digits.";
        }

        if (!double.IsFinite(SegmentsPerSecond) || SegmentsPerSecond is < 0.01 or > 1_000)
        {
            yield return "Twilio:SegmentsPerSecond must be a number from 0.01 to 1000, such as 1 for a long code.";
        }
    }

    private IEnumerable<string> UrlMistakes()
    {
        if (!IsWeb(PublicBaseUrl, out var open) || open.Query.Length > 0 || open.Fragment.Length > 0)
        {
            yield return "Twilio:PublicBaseUrl must be the address Twilio calls, https, such as https://checkin.clinic.example, without a space, a query or what follows a #.";
        }
        else if (open.UserInfo.Length > 0 || open.Host.Contains('_', StringComparison.Ordinal))
        {
            yield return "Twilio:PublicBaseUrl must hold no user name and no underscore in its host: Twilio refuses those.";
        }

        if (!IsWeb(ApiBaseUrl, out _))
        {
            yield return "Twilio:ApiBaseUrl must be an https address, such as https://api.twilio.com.";
        }
    }

    /// <summary>Words and credentials travel under TLS; only a stand-in on this machine may do without.</summary>
    private static bool IsWeb(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!)
        && (address.Scheme is "https" || (address.Scheme is "http" && address.IsLoopback))
        && !text.Any(char.IsWhiteSpace);

    /// <summary>E.164, a short code, or an alphanumeric sender: twilio.com/docs/messaging/api/message-resource, From.</summary>
    private static bool IsSender(string text) =>
        text is ['+', ..] ? PhoneNumber.TryParse(text, out _)
        : text.All(char.IsAsciiDigit) ? text.Length is >= 3 and <= 8
        : text.Length <= 11
            && text.Any(char.IsAsciiLetter)
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ');

    private static bool IsSid(string text, string prefix) =>
        text.Length == 34
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && text[2..].All(char.IsAsciiHexDigit);
}
