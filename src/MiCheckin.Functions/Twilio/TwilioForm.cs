using System.Text;

namespace MiCheckin.Functions.Twilio;

/// <summary>
/// The fields of a form post, in the order received, names compared byte for byte. Parsed here, because the signature
/// covers every field exactly as it came: repeated, unknown, untrimmed.
/// </summary>
internal sealed class TwilioForm
{
    private TwilioForm(IReadOnlyList<KeyValuePair<string, string>> fields) => Fields = fields;

    public static TwilioForm Empty { get; } = new([]);

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; }

    /// <summary>The first value of that name.</summary>
    public string? this[string name] =>
        Fields.FirstOrDefault(field => string.Equals(field.Key, name, StringComparison.Ordinal)).Value;

    /// <summary>Never fails: a broken escape stands for itself and bytes that are no UTF-8 become U+FFFD.</summary>
    public static TwilioForm Parse(ReadOnlySpan<byte> body)
    {
        var fields = new List<KeyValuePair<string, string>>();

        foreach (var range in body.Split((byte)'&'))
        {
            var field = body[range];

            if (field.IsEmpty)
            {
                continue;
            }

            var equals = field.IndexOf((byte)'=');
            var name = equals < 0 ? field : field[..equals];
            var value = equals < 0 ? default : field[(equals + 1)..];
            fields.Add(new(Decode(name), Decode(value)));
        }

        return new TwilioForm(fields);
    }

    private static string Decode(ReadOnlySpan<byte> escaped)
    {
        var bytes = new byte[escaped.Length];
        var length = 0;

        for (var at = 0; at < escaped.Length; at++)
        {
            if (
                escaped[at] == '%'
                && at + 2 < escaped.Length
                && Hex(escaped[(at + 1)..(at + 3)]) is { } value
            )
            {
                bytes[length++] = value;
                at += 2;
            }
            else
            {
                bytes[length++] = escaped[at] == '+' ? (byte)' ' : escaped[at];
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static byte? Hex(ReadOnlySpan<byte> two) =>
        char.IsAsciiHexDigit((char)two[0]) && char.IsAsciiHexDigit((char)two[1])
            ? (byte)((Digit(two[0]) << 4) | Digit(two[1]))
            : null;

    private static int Digit(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
