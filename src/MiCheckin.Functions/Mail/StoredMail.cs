using System.Globalization;

namespace MiCheckin.Functions.Mail;

/// <summary>A mail read back from its file. It holds participants' words, so printing it shows none of them.</summary>
internal sealed record StoredMail(
    string Id,
    Instant At,
    string To,
    string Subject,
    MailKind Kind,
    string Html,
    string Text
)
{
    public override string ToString() => $"{Kind} {Id}";

    /// <summary>Reads a mail that <see cref="MailMessage.Write"/> wrote; null for any other file.</summary>
    public static StoredMail? Parse(string id, string message)
    {
        var headersEnd = message.IndexOf("\r\n\r\n", StringComparison.Ordinal);

        if (headersEnd < 0)
        {
            return null;
        }

        var headers = Headers(message[..headersEnd]);
        var parts = message[headersEnd..].Split($"--{MailMessage.Boundary}");

        return
            headers.TryGetValue("To", out var to)
            && headers.TryGetValue("Subject", out var subject)
            && Enum.TryParse<MailKind>(headers.GetValueOrDefault("X-MiCheckin-Kind"), out var kind)
            && Date(headers.GetValueOrDefault("Date")) is { } at
            && parts is [_, var text, var html, _]
            ? new StoredMail(
                id,
                at,
                to.Trim('<', '>'),
                HeaderWords.Decode(subject),
                kind,
                Body(html),
                Body(text)
            )
            : null;
    }

    private static Dictionary<string, string> Headers(string block) =>
        block
            .Replace("\r\n ", " ", StringComparison.Ordinal)
            .Split("\r\n")
            .Select(line => line.Split(": ", 2))
            .Where(header => header.Length == 2)
            .GroupBy(header => header[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First()[1], StringComparer.OrdinalIgnoreCase);

    private static string Body(string part)
    {
        var start = part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;

        // The writer ends the words and then the part with a line end each.
        var end = part.Length - 4;
        return start < 4 || end < start ? "" : QuotedPrintable.Decode(part[start..end]);
    }

    private static Instant? Date(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            "ddd, dd MMM yyyy HH:mm:ss zzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var at
        )
            ? Instant.FromDateTimeOffset(at)
            : null;
}
