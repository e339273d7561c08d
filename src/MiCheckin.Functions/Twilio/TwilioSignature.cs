using System.Security.Cryptography;
using System.Text;

namespace MiCheckin.Functions.Twilio;

/// <summary>
/// Tells Twilio's requests from forgeries. Pure and total: whatever is put in, the answer is yes or no.
/// </summary>
/// <remarks>
/// twilio.com/docs/usage/security. The scheme has no timestamp, so a replay is genuine: whoever stores a message
/// must know its MessageSid for ever.
/// </remarks>
internal sealed class TwilioSignature
{
    private const int SignatureBytes = 20;
    private readonly byte[][] _tokens;

    /// <summary>The current token, and during a rotation the other one.</summary>
    public TwilioSignature(params IEnumerable<string?> tokens)
    {
        _tokens =
        [
            .. tokens.OfType<string>().Where(token => token.Length > 0).Select(Encoding.UTF8.GetBytes),
        ];

        if (_tokens.Length == 0)
        {
            throw new ArgumentException("Without a token every request would be a forgery.", nameof(tokens));
        }
    }

    /// <summary>A form post: the signature covers the URL and every field.</summary>
    public bool IsOfForm(string url, TwilioForm form, string? header) =>
        IsOf(TwilioUrl.Variants(url), Canonical(form), header);

    /// <summary>Any other body: the signature covers the URL, and the URL carries the hash of the body.</summary>
    public bool IsOfBody(string url, ReadOnlySpan<byte> body, string? header)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash));
        var claimed = Encoding.UTF8.GetBytes(TwilioUrl.Parameter(url, "bodySHA256") ?? "");

        return CryptographicOperations.FixedTimeEquals(expected, claimed)
            && IsOf(TwilioUrl.Variants(url), "", header);
    }

    /// <summary>
    /// Names sorted byte for byte, each before its value; of a name given more than once every different value,
    /// sorted. Nothing is trimmed.
    /// </summary>
    private static string Canonical(TwilioForm form)
    {
        var canonical = new StringBuilder();

        foreach (
            var field in form
                .Fields.Select(field => (Name: field.Key, field.Value))
                .Distinct()
                .OrderBy(field => field.Name, StringComparer.Ordinal)
                .ThenBy(field => field.Value, StringComparer.Ordinal)
        )
        {
            canonical.Append(field.Name).Append(field.Value);
        }

        return canonical.ToString();
    }

    private bool IsOf(IReadOnlyList<string> urls, string canonical, string? header)
    {
        Span<byte> claimed = stackalloc byte[SignatureBytes];

        if (
            header is null
            || !Convert.TryFromBase64String(header, claimed, out var length)
            || length != SignatureBytes
        )
        {
            return false;
        }

        var genuine = false;

        foreach (var url in urls)
        {
            var signed = Encoding.UTF8.GetBytes(url + canonical);

            foreach (var token in _tokens)
            {
                genuine |= CryptographicOperations.FixedTimeEquals(Sign(token, signed), claimed);
            }
        }

        return genuine;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security",
        "CA5350",
        Justification = "Twilio's scheme is HMAC-SHA1, whose forgery nobody knows how to do."
    )]
    private static byte[] Sign(byte[] token, byte[] signed) => HMACSHA1.HashData(token, signed);
}
