namespace MiCheckin.Functions.Twilio;

/// <summary>Twilio's names of things: letters and digits, so they are safe in a row key.</summary>
internal static class TwilioSid
{
    public static bool IsOne(string? text) =>
        text is { Length: >= 3 and <= 64 } && text.All(char.IsAsciiLetterOrDigit);
}
