using System.Text;

namespace MiCheckin.Functions.Mail;

/// <summary>
/// Words inside a header (RFC 2047). Whatever is put in, no header can be added with it: control characters, line
/// ends above all, become spaces.
/// </summary>
internal static class HeaderWords
{
    private const string Start = "=?UTF-8?B?";
    private const string End = "?=";

    /// <summary>Bytes whose base64 keeps a line with its header's name within 76 characters.</summary>
    private const int MostBytes = 39;

    public static string Encode(string words) => Encode(words, " .,:;!?-'/()#+%&");

    /// <summary>A name before an address, where commas and brackets have a meaning of their own.</summary>
    public static string EncodeName(string name) => Encode(name, " ");

    /// <summary>Reads what <see cref="Encode(string)"/> wrote, after unfolding. Anything else is given as it is.</summary>
    public static string Decode(string header)
    {
        var bytes = new List<byte>();

        foreach (var word in header.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var decoded = new byte[word.Length];

            if (
                word.Length < Start.Length + End.Length
                || !word.StartsWith(Start, StringComparison.Ordinal)
                || !Convert.TryFromBase64Chars(
                    word.AsSpan()[Start.Length..^End.Length],
                    decoded,
                    out var length
                )
            )
            {
                return header;
            }

            bytes.AddRange(decoded.AsSpan(0, length));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Encode(string words, string harmless)
    {
        var safe = string.Concat(words.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c))
            .Trim();
        return IsPlain(safe, harmless) ? safe : string.Join("\r\n ", Chunks(safe).Select(EncodeChunk));
    }

    /// <summary>Short and without anything that means something in a header, so that it may stand as it is.</summary>
    private static bool IsPlain(string words, string harmless) =>
        words.Length <= 60
        && words.All(c => char.IsAsciiLetterOrDigit(c) || harmless.Contains(c, StringComparison.Ordinal));

    private static IEnumerable<string> Chunks(string words)
    {
        var chunk = new StringBuilder();
        var bytes = 0;

        foreach (var rune in words.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                yield return chunk.ToString();
                chunk.Clear();
                bytes = 0;
            }

            chunk.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        yield return chunk.ToString();
    }

    private static string EncodeChunk(string chunk) =>
        $"{Start}{Convert.ToBase64String(Encoding.UTF8.GetBytes(chunk))}{End}";
}
