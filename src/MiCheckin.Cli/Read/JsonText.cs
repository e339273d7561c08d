using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MiCheckin.Cli.Read;

/// <summary>
/// Takes the text out of a JSON string as it was sent, halves of characters included: phones and gateways cut texts in
/// the middle of an emoji, and System.Text.Json refuses an escaped surrogate that stands alone.
/// </summary>
internal static class JsonText
{
    private const int HexDigits = 4;

    public static string Of(JsonElement value)
    {
        var raw = value.GetRawText();
        return raw.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)
            ? Unescaped(raw.AsSpan(1, raw.Length - 2))
            : value.GetString()!;
    }

    /// <summary>The parser has seen to it that every escape is whole.</summary>
    private static string Unescaped(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);

        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
            }
            else if (raw[++i] == 'u')
            {
                text.Append(
                    (char)
                        ushort.Parse(
                            raw.Slice(i + 1, HexDigits),
                            NumberStyles.HexNumber,
                            CultureInfo.InvariantCulture
                        )
                );
                i += HexDigits;
            }
            else
            {
                text.Append(Named(raw[i]));
            }
        }

        return text.ToString();
    }

    private static char Named(char escape) =>
        escape switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => escape,
        };
}
