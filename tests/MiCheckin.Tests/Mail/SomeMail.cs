using MiCheckin.Core.Participants;
using MiCheckin.Functions.Mail;

namespace MiCheckin.Tests.Mail;

/// <summary>A mail with everything that is hard to carry.</summary>
internal static class SomeMail
{
    public const string Subject =
        "Ana’s week: 3 people need you first, and a subject much longer than one line of a header";
    public const string Words =
        ".\n..\n.starts with a dot\nFrom here on: “I’m OK” = fine 👍\ntrailing space \n\n--=_micheckin_part--\n";

    public static OutgoingMail To(string address, string key = "digest/2026-W47/ana") =>
        new(
            Address(address),
            Subject,
            $"<p>{Words}{new string('x', 2_000)}</p>",
            Words,
            MailKind.Digest,
            key
        );

    public static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException(text);
}
