using Azure.Identity;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Storage.Azure;

namespace MiCheckin.Functions.Settings;

/// <summary>The settings that belong to no single part. Printing them shows no secret.</summary>
internal sealed record ServiceOptions
{
    /// <summary>Who carries texts: <c>simulator</c> (phones on a page) or <c>twilio</c>.</summary>
    public string Texts { get; init; } = "";

    /// <summary>
    /// Where rows and queues are kept: <c>embedded</c> (files in the data folder), a storage connection string, or the name
    /// of a storage account that this program's identity may use.
    /// </summary>
    public string Storage { get; init; } = "";

    /// <summary>The folder of the embedded storage, the mails and the generated keys.</summary>
    public string Data { get; init; } = "data";

    /// <summary>32 bytes in base64. Numbers are kept by their HMAC under this key, so it must never change.</summary>
    public string PhoneKey { get; init; } = "";

    /// <summary>Who hears of faults that no coach can mend.</summary>
    public string AdminEmail { get; init; } = "";

    /// <summary>Where people reach the console, for the links in mails: https://checkin.clinic.example.</summary>
    public string ConsoleUrl { get; init; } = "";

    /// <summary>Set by the Functions host; null stand-alone.</summary>
    public int? HostPort { get; init; }

    public bool UnderFunctionsHost => HostPort is not null;

    public bool Embedded => string.Equals(Storage, "embedded", StringComparison.OrdinalIgnoreCase);

    public bool Simulated => string.Equals(Texts, "simulator", StringComparison.OrdinalIgnoreCase);

    public override string ToString() =>
        $"texts by {Texts}, {(Embedded ? "embedded storage" : "Azure storage")}";

    /// <summary>Every mistake: which setting, what is wrong, an example. Never a secret's value.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (!Simulated && !string.Equals(Texts, "twilio", StringComparison.OrdinalIgnoreCase))
        {
            yield return "Texts must be simulator or twilio.";
        }

        if (UnderFunctionsHost && Embedded)
        {
            yield return "Storage cannot be embedded under the Functions host, where several processes share it. Name a storage account, such as stmicheckin01.";
        }

        if (StorageMistake() is { } storage)
        {
            yield return storage;
        }

        if (PhoneKey is "" ? UnderFunctionsHost || !(Embedded || Simulated) : !IsKey(PhoneKey))
        {
            yield return "PhoneKey must be 32 random bytes in base64, such as `openssl rand -base64 32` prints. Keep it for ever: people are found by it.";
        }

        if (!Simulated && !EmailAddress.TryParse(AdminEmail, out _))
        {
            yield return "AdminEmail must be the address of whoever mends faults, such as admin@clinic.example.";
        }

        if (!UnderFunctionsHost && DataFolder.Mistake(Data) is { } data)
        {
            yield return data;
        }

        if (ConsoleUrlMistake() is { } console)
        {
            yield return console;
        }
    }

    /// <summary>The account that <see cref="Storage"/> names, where it is not embedded.</summary>
    public StorageAccount Account() =>
        StorageAccount.TryParse(Storage, out var account, out _)
            ? account
            : StorageAccount.WithIdentity(
                Storage,
                UnderFunctionsHost
                    ? new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)
                    : new DefaultAzureCredential()
            );

    private string? ConsoleUrlMistake()
    {
        var scheme = Uri.TryCreate(ConsoleUrl, UriKind.Absolute, out var url) ? url.Scheme : null;
        return UnderFunctionsHost && scheme is not "https"
                ? "ConsoleUrl must be the https address of this app, such as https://checkin.clinic.example: mails link to it."
            : ConsoleUrl is not "" && scheme is not ("http" or "https")
                ? "ConsoleUrl must be an address that mails can link to, such as http://127.0.0.1:7071."
            : null;
    }

    private string? StorageMistake() =>
        Embedded || StorageAccount.IsName(Storage) || StorageAccount.TryParse(Storage, out _, out var problem)
            ? null
            : $"Storage must be embedded, a connection string or the name of a storage account. {problem}";

    private static bool IsKey(string text) =>
        text.Length == 44 && Convert.TryFromBase64String(text, new byte[33], out var length) && length == 32;
}
