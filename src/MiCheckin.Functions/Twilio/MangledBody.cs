using System.Globalization;
using System.Text;

namespace MiCheckin.Functions.Twilio;

/// <summary>
/// Undoes what Twilio sometimes does to a long text that came in parts: its words arrive as base64, in lines of 76,
/// perhaps cut off inside a character (github.com/nyaruka/rapidpro/pull/1187).
/// </summary>
/// <remarks>
/// Only where it is certain. People do not type 60 letters without a space that happen to be base64 of readable
/// words with spaces: by chance alone 45 bytes are all printable less than once in 10^18.
/// </remarks>
internal static class MangledBody
{
    private const int Shortest = 60;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Mend(string body) => Decode(body) is { } words && IsReadable(words) ? words : body;

    private static string? Decode(string body)
    {
        var letters = body.Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal);
        var bytes = new byte[letters.Length];

        if (
            letters.Length < Shortest
            || letters.Contains(' ', StringComparison.Ordinal)
            || !Convert.TryFromBase64String(letters, bytes, out var length)
        )
        {
            return null;
        }

        try
        {
            return Strict.GetString(bytes, 0, WithoutCutCharacter(bytes.AsSpan(0, length)));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The length without an incomplete UTF-8 sequence at the end.</summary>
    private static int WithoutCutCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];

            if ((lead & 0b1100_0000) == 0b1000_0000)
            {
                continue;
            }

            var needed = lead switch
            {
                >= 0b1111_0000 => 4,
                >= 0b1110_0000 => 3,
                >= 0b1100_0000 => 2,
                _ => 1,
            };
            return back < needed ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    private static bool IsReadable(string words) =>
        words.Contains(' ', StringComparison.Ordinal)
        && words
            .EnumerateRunes()
            .All(rune =>
                rune.Value is '\n' or '\r' or '\t'
                || Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.OtherNotAssigned
                        or UnicodeCategory.PrivateUse
                    )
            );
}
