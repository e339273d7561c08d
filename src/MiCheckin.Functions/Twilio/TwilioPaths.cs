using MiCheckin.Core.Texts;

namespace MiCheckin.Functions.Twilio;

/// <summary>Where Twilio finds us, and the parameter that carries our own name of a text.</summary>
internal static class TwilioPaths
{
    public const string Inbound = "/sms/inbound";
    public const string Status = "/sms/status";
    public const string MessageIdParameter = "m";

    public static string StatusCallback(string publicBaseUrl, MessageId id) =>
        $"{publicBaseUrl.TrimEnd('/')}{Status}?{MessageIdParameter}={id.Value}";
}
