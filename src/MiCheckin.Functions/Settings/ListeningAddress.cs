using System.Net;

namespace MiCheckin.Functions.Settings;

/// <summary>Where a stand-alone program listens, as <c>--urls</c> or <c>ASPNETCORE_URLS</c> say it: one address, or several with semicolons between.</summary>
internal static class ListeningAddress
{
    /// <summary>What is wrong with the first of them that is none; null where all are good. Only http: a certificate belongs to the proxy in front.</summary>
    public static string? Mistake(string? urls) =>
        (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(url => !IsOne(url))
            is { } wrong
            ? $"--urls: '{wrong}' is no address to listen on. Write it as http://127.0.0.1:7071."
            : null;

    /// <summary>An address that listens on every interface is reached on this machine by its own name.</summary>
    public static string Reachable(string url)
    {
        var listens = BindingAddress.Parse(url);
        return listens.Host is "*" or "+" or "0.0.0.0" or "[::]"
            ? $"{listens.Scheme}://localhost:{listens.Port}"
            : url;
    }

    /// <summary>Whether the address leaves the port on loopback to the system.</summary>
    public static bool LeavesThePort(string url) =>
        BindingAddress.Parse(url) is { Port: 0, Host: var host }
        && IPAddress.TryParse(host, out var address)
        && address.Equals(IPAddress.Loopback);

    private static bool IsOne(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http", IsUnixPipe: false } address
                && (address.Host.StartsWith('[') || !address.Host.Contains(':', StringComparison.Ordinal))
                && address.Port is >= 0 and <= IPEndPoint.MaxPort;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
