namespace MiCheckin.Functions.Twilio;

/// <summary>
/// Addresses as text. A signature covers the characters that Twilio called, so nothing here may tidy them: no
/// lower-casing of the host, no decoding of the query.
/// </summary>
internal static class TwilioUrl
{
    /// <summary>
    /// The address as it is, without its port, and with the scheme's own port: Twilio's products differ in whether
    /// they sign the port.
    /// </summary>
    public static IReadOnlyList<string> Variants(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);

        if (scheme < 0)
        {
            return [url];
        }

        var start = scheme + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is >= 0 and var length
            ? start + length
            : url.Length;
        var (authority, rest) = (url[start..end], url[end..]);
        var port = PortAt(authority);
        var bare = url[..start] + authority[..port];
        var usual = url[..scheme].Equals("https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";

        return port < authority.Length ? [url, bare + rest] : [url, bare + usual + rest];
    }

    /// <summary>The undecoded value of the query's first parameter of that name; null without it.</summary>
    public static string? Parameter(string url, string name)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? url[(at + 1)..] : "";

        return query
            .Split('&')
            .Select(parameter => parameter.Split('=', 2))
            .FirstOrDefault(pair =>
                pair.Length == 2 && string.Equals(pair[0], name, StringComparison.Ordinal)
            )
            ?[1];
    }

    /// <summary>Where the port begins with its colon, or the end. Colons in a user name or an IPv6 address are none.</summary>
    private static int PortAt(string authority)
    {
        var host = authority.LastIndexOf('@') + 1;
        var bracket = authority.IndexOf(']', host);
        var colon = authority.IndexOf(':', bracket < 0 ? host : bracket);
        return colon < 0 ? authority.Length : colon;
    }
}
