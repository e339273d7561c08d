using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// Where an account's tables and queues are, and how we prove who we are: by its key, or by an identity of Entra.
/// Printing it shows no key.
/// </summary>
internal sealed class StorageAccount
{
    /// <summary>https://learn.microsoft.com/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key</summary>
    private const string EmulatorName = "devstoreaccount1";
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string DefaultSuffix = "core.windows.net";
    private const string Example =
        "Write 'UseDevelopmentStorage=true' for Azurite, or copy the connection string from the account's page "
        + "'Access keys' (DefaultEndpointsProtocol=https;AccountName=...;AccountKey=...;EndpointSuffix=core.windows.net).";

    private readonly byte[]? key;
    private readonly TokenCredential? identity;

    private StorageAccount(string name, Uri tables, Uri queues, byte[]? key, TokenCredential? identity)
    {
        Name = name;
        Tables = tables;
        Queues = queues;
        this.key = key;
        this.identity = identity;
    }

    public string Name { get; }

    public Uri Tables { get; }

    public Uri Queues { get; }

    public static bool IsName(string text) =>
        text.Length is >= 3 and <= 24 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    /// <summary>An account of the public cloud, reached with a managed or a developer's identity.</summary>
    public static StorageAccount WithIdentity(string accountName, TokenCredential identity) =>
        IsName(accountName)
            ? new(
                accountName,
                new Uri(Address("https", accountName, "table", DefaultSuffix)),
                new Uri(Address("https", accountName, "queue", DefaultSuffix)),
                null,
                identity
            )
            : throw new ArgumentException(
                $"'{accountName}' cannot name a storage account: 3 to 24 lower-case letters and digits.",
                nameof(accountName)
            );

    /// <summary>Reads a connection string. The problem says what is wrong with it, without its key.</summary>
    public static bool TryParse(
        string connectionString,
        [NotNullWhen(true)] out StorageAccount? account,
        [NotNullWhen(false)] out string? problem
    )
    {
        account = null;
        problem = null;
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var part in connectionString.Split(
                ';',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (part.Split('=', 2) is not [var name, var value] || !parts.TryAdd(name, value))
            {
                problem = $"The connection string is not a list of different Name=Value parts. {Example}";
                return false;
            }
        }

        return string.Equals(
            parts.GetValueOrDefault("UseDevelopmentStorage"),
            "true",
            StringComparison.OrdinalIgnoreCase
        )
            ? TryRead(EmulatorParts(), out account, out problem)
            : TryRead(parts, out account, out problem);
    }

    public HttpPipelinePolicy SignTables(IClock clock) =>
        key is null ? Bearer() : new SharedKeyLitePolicy(Name, key, clock);

    public HttpPipelinePolicy SignQueues(IClock clock) =>
        key is null ? Bearer() : new SharedKeyPolicy(Name, key, clock);

    public override string ToString() => $"{Name} ({Tables.Host}, by {(key is null ? "identity" : "key")})";

    private static bool TryRead(
        Dictionary<string, string> parts,
        [NotNullWhen(true)] out StorageAccount? account,
        [NotNullWhen(false)] out string? problem
    )
    {
        account = null;
        if (parts.GetValueOrDefault("AccountName") is not { Length: > 0 } name)
        {
            problem = $"The connection string has no AccountName. {Example}";
            return false;
        }

        if (parts.GetValueOrDefault("AccountKey") is not { Length: > 0 } text || KeyOf(text) is not { } bytes)
        {
            problem = $"The connection string has no AccountKey, or one that is not base64. {Example}";
            return false;
        }

        if (
            ServiceUri(parts, name, "table") is not { } tables
            || ServiceUri(parts, name, "queue") is not { } queues
        )
        {
            problem =
                $"TableEndpoint or QueueEndpoint of the connection string is not an http(s) address. {Example}";
            return false;
        }

        account = new StorageAccount(name, tables, queues, bytes, null);
        problem = null;
        return true;
    }

    private static Uri? ServiceUri(Dictionary<string, string> parts, string name, string service)
    {
        var protocol = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = parts.GetValueOrDefault("EndpointSuffix", DefaultSuffix);
        var text = parts.GetValueOrDefault(service + "Endpoint", Address(protocol, name, service, suffix));
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : null;
    }

    private static Dictionary<string, string> EmulatorParts() =>
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["AccountName"] = EmulatorName,
            ["AccountKey"] = EmulatorKey,
            ["TableEndpoint"] = $"http://127.0.0.1:10002/{EmulatorName}",
            ["QueueEndpoint"] = $"http://127.0.0.1:10001/{EmulatorName}",
        };

    private static byte[]? KeyOf(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static string Address(string protocol, string account, string service, string suffix) =>
        $"{protocol}://{account}.{service}.{suffix}";

    private BearerTokenAuthenticationPolicy Bearer() => new(identity!, "https://storage.azure.com/.default");
}
