using System.Globalization;
using System.Text;

namespace MiCheckin.Functions.Mail;

/// <summary>Words as 7-bit lines of at most 76 characters that every mail server carries unchanged (RFC 2045, 6.7).</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;

    /// <summary>UTF-8, lines ending in CRLF whatever they ended in before.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 64);

        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            AppendLine(encoded, Encoding.UTF8.GetBytes(line));
            encoded.Append("\r\n");
        }

        return encoded.ToString();
    }

    /// <summary>The words, lines ending in LF. A broken escape stands for itself.</summary>
    public static string Decode(string encoded)
    {
        var joined = encoded
            .Replace("=\r\n", "", StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal);
        var bytes = new byte[joined.Length];
        var length = 0;

        for (var at = 0; at < joined.Length; at++)
        {
            if (
                joined[at] == '='
                && at + 2 < joined.Length
                && byte.TryParse(
                    joined.AsSpan(at + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                bytes[length++] = value;
                at += 2;
            }
            else
            {
                bytes[length++] = (byte)joined[at];
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static void AppendLine(StringBuilder encoded, byte[] line)
    {
        var column = 0;

        for (var at = 0; at < line.Length; at++)
        {
            var last = at == line.Length - 1;
            var plain = line[at] is >= 33 and <= 126 and not (byte)'=' || (line[at] is 32 or 9 && !last);
            var width = plain ? 1 : 3;

            // One column stays free for the "=" that goes on to the next line.
            if (column + width > LongestLine - 1)
            {
                encoded.Append("=\r\n");
                column = 0;
            }

            _ = plain
                ? encoded.Append((char)line[at])
                : encoded.Append(CultureInfo.InvariantCulture, $"={line[at]:X2}");
            column += width;
        }
    }
}
