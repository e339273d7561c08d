using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Safety;

/// <summary>What a link to acknowledge an alert leads to.</summary>
internal abstract record AckLink
{
    private AckLink() { }

    /// <summary>It may still be used.</summary>
    public sealed record Good(ParticipantId Person, string AlertKey, string Contact) : AckLink;

    /// <summary>It was used: a link works once.</summary>
    public sealed record Used(Instant At) : AckLink;

    public sealed record Expired : AckLink;

    /// <summary>Never given out, mistyped, or gone since.</summary>
    public sealed record Unknown : AckLink;
}

/// <summary>
/// Links that let whoever was paged acknowledge one alert without signing in. 256 random bits; kept is only their hash,
/// so that neither a backup nor a reader of the table can acknowledge anything.
/// </summary>
internal sealed class AckTokens(ITables tables, IClock clock)
{
    public static readonly Duration GoodFor = Duration.FromHours(24);

    private const int TokenBytes = 32;

    public async Task<string> MintAsync(
        ParticipantId person,
        string alertKey,
        string contact,
        CancellationToken cancellationToken
    )
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var columns = new Columns
        {
            ["participant"] = person.Value,
            ["key"] = alertKey,
            ["contact"] = contact,
            ["expires"] = (clock.GetCurrentInstant() + GoodFor).ToDateTimeOffset(),
        };
        await tables.SubmitAsync(
            PeopleKeys.AlertsTable,
            [new TableWrite.Insert(PeopleKeys.Acknowledgement(HashOf(token)), columns)],
            cancellationToken
        );
        return token;
    }

    public async Task<AckLink> FindAsync(string token, CancellationToken cancellationToken) =>
        await RowOfAsync(token, cancellationToken) is { } row ? Read(row) : new AckLink.Unknown();

    /// <summary>Spends the token, after what it was for is stored: a crash in between leaves a link that can be tried again.</summary>
    public async Task SpendAsync(string token, CancellationToken cancellationToken)
    {
        if (await RowOfAsync(token, cancellationToken) is { } row && Read(row) is AckLink.Good)
        {
            var spent = new Columns(row.Columns) { ["used"] = clock.GetCurrentInstant().ToDateTimeOffset() };
            await tables.SubmitAsync(
                PeopleKeys.AlertsTable,
                [new TableWrite.Replace(row.Key, spent, row.Tag)],
                cancellationToken
            );
        }
    }

    /// <summary>Deletes links nobody can use any more, and every link about <paramref name="erased"/>.</summary>
    public async Task<int> ForgetAsync(ParticipantId? erased, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        List<RowKey> gone = [];

        await foreach (
            var row in tables.QueryAsync(
                PeopleKeys.AlertsTable,
                PeopleKeys.Acknowledgements,
                cancellationToken
            )
        )
        {
            if (
                row.Columns.Instant("expires") <= now
                || (
                    erased is { } person
                    && string.Equals(row.Columns.Text("participant"), person.Value, StringComparison.Ordinal)
                )
            )
            {
                gone.Add(row.Key);
            }
        }

        foreach (var key in gone)
        {
            await tables.SubmitAsync(PeopleKeys.AlertsTable, [new TableWrite.Delete(key)], cancellationToken);
        }

        return gone.Count;
    }

    private AckLink Read(TableRow row) =>
        row.Columns.Instant("used") is { } used ? new AckLink.Used(used)
        : row.Columns.Instant("expires") <= clock.GetCurrentInstant() ? new AckLink.Expired()
        : new AckLink.Good(
            new ParticipantId(row.Columns.Text("participant") ?? ""),
            row.Columns.Text("key") ?? "",
            row.Columns.Text("contact") ?? ""
        );

    private async Task<TableRow?> RowOfAsync(string token, CancellationToken cancellationToken) =>
        token.Length > 0 && token.Length <= 64
            ? await tables.FindAsync(
                PeopleKeys.AlertsTable,
                PeopleKeys.Acknowledgement(HashOf(token)),
                cancellationToken
            )
            : null;

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
