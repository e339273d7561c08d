using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Mail;

/// <summary>Who our mail is from.</summary>
internal sealed record MailSender(EmailAddress Address, string Name);

/// <summary>A mail as it travels: RFC 5322, multipart/alternative, 7-bit, lines of at most 78 characters.</summary>
internal static class MailMessage
{
    /// <summary>"=_" cannot occur in quoted-printable text, so no words can end a part early (RFC 2045, 6.7).</summary>
    public const string Boundary = "=_micheckin_part";

    /// <summary>The same for the same key, so that a mail sent twice is shown once.</summary>
    public static string IdOf(OutgoingMail mail, MailSender sender)
    {
        var domain = sender.Address.Reveal().Split('@')[1];
        return $"<{HashOf(mail.IdempotencyKey)}@{domain}>";
    }

    /// <summary>A key as 32 letters: it may hold anything, and does not show what it is made of.</summary>
    public static string HashOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    public static string Write(OutgoingMail mail, MailSender sender, Instant at) =>
        $"""
            From: {HeaderWords.EncodeName(sender.Name)} <{sender.Address.Reveal()}>
            To: <{mail.To.Reveal()}>
            Subject: {HeaderWords.Encode(mail.Subject)}
            Date: {Date(at)}
            Message-ID: {IdOf(mail, sender)}
            MIME-Version: 1.0
            Auto-Submitted: auto-generated
            X-MiCheckin-Kind: {mail.Kind}
            Content-Type: multipart/alternative; boundary="{Boundary}"

            {Part("text/plain", mail.Text)}
            {Part("text/html", mail.Html)}
            --{Boundary}--

            """.ReplaceLineEndings("\r\n");

    private static string Part(string type, string words) =>
        $"""
            --{Boundary}
            Content-Type: {type}; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            {QuotedPrintable.Encode(words)}
            """;

    private static string Date(Instant at) =>
        at.ToDateTimeUtc().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
