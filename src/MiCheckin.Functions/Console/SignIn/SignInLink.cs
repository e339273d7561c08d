using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace MiCheckin.Functions.Console.SignIn;

/// <summary>
/// The stand-alone door: one link per start, good once and for 15 minutes, which opens a session of 12 hours. All of it
/// lives in memory, so a restart signs everybody out. Time here is the machine's own, since the service's clock can be
/// moved by a week.
/// </summary>
internal sealed class SignInLink(TimeProvider time)
{
    public const string Path = "/console/signin";
    private static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SessionLife = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, long> _sessions = new(StringComparer.Ordinal);
    private readonly long _printed = time.GetTimestamp();
    private string? _token = NewSecret();

    /// <summary>What to print at start; null once the link has been used.</summary>
    public string? Query => Volatile.Read(ref _token) is { } token ? $"{Path}?t={token}" : null;

    /// <summary>A new session for whoever holds the link, once; else null.</summary>
    public string? Redeem(string? token)
    {
        var good = Volatile.Read(ref _token);

        if (
            good is null
            || token is null
            || !SameSecret(token, good)
            || time.GetElapsedTime(_printed) > LinkLife
            || !ReferenceEquals(Interlocked.CompareExchange(ref _token, null, good), good)
        )
        {
            return null;
        }

        var session = NewSecret();
        _sessions[session] = time.GetTimestamp();
        return session;
    }

    public bool IsOpen(string? session) =>
        session is not null
        && _sessions.TryGetValue(session, out var since)
        && time.GetElapsedTime(since) <= SessionLife;

    public void Close(string session) => _sessions.TryRemove(session, out _);

    public static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>Compares in a time that does not tell how far they agree.</summary>
    public static bool SameSecret(string given, string good) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(given)),
            SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(good))
        );
}
