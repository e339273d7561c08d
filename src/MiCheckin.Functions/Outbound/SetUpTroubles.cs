using System.Globalization;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Outbound;

/// <summary>
/// What an administrator must mend before texts go out: one row per provider code in table Alerts, partition
/// <c>admin</c>. The administrator gets a mail of each, once a day at most; the console's status page shows them.
/// </summary>
internal sealed partial class SetUpTroubles(
    ITables tables,
    IMailer mailer,
    EmailAddress admin,
    Links links,
    IClock clock,
    ILogger<SetUpTroubles> logger
)
{
    private const string Partition = "admin";
    private static readonly Duration MailEvery = Duration.FromDays(1);

    public async Task ReportAsync(int code, string sentence, CancellationToken cancellationToken)
    {
        Log.Trouble(logger, code, sentence);
        var now = clock.GetCurrentInstant();
        var key = new RowKey(Partition, $"texts-{code.ToString(CultureInfo.InvariantCulture)}");
        var row = await tables.FindAsync(PeopleKeys.AlertsTable, key, cancellationToken);
        var mailedAt = row?.Columns.Instant("mailedAt");
        var isMailDue = mailedAt is not { } last || now - last >= MailEvery;
        var trouble = new SetUpTrouble(code, sentence, now);
        var columns = Write(trouble, isMailDue ? now : mailedAt);
        TableWrite write = row is null
            ? new TableWrite.Insert(key, columns)
            : new TableWrite.Replace(key, columns, row.Tag);

        // Whoever writes the row mails; the others have been told already.
        if (
            await tables.SubmitAsync(PeopleKeys.AlertsTable, [write], cancellationToken)
                is BatchOutcome.Committed
            && isMailDue
            && await mailer.SendAsync(MailOf(trouble), cancellationToken)
                is not MailOutcome.Sent
                    and var failed
        )
        {
            Log.NotMailed(logger, code, failed.Sentence);
            var unmailed = new TableWrite.Upsert(key, Write(trouble, mailedAt: null));
            await tables.SubmitAsync(PeopleKeys.AlertsTable, [unmailed], cancellationToken);
        }
    }

    /// <summary>Troubles seen at or after <paramref name="since"/>.</summary>
    public async Task<IReadOnlyList<SetUpTrouble>> ListAsync(
        Instant since,
        CancellationToken cancellationToken
    )
    {
        var troubles = new List<SetUpTrouble>();

        await foreach (
            var row in tables.QueryAsync(PeopleKeys.AlertsTable, new RowRange(Partition), cancellationToken)
        )
        {
            troubles.Add(
                new SetUpTrouble(
                    row.Columns.Number("code"),
                    row.Columns.Text("sentence") ?? "",
                    row.Columns.Instant("lastSeen") ?? Instant.MinValue
                )
            );
        }

        return [.. troubles.Where(t => t.LastSeen >= since)];
    }

    private static Columns Write(SetUpTrouble trouble, Instant? mailedAt) =>
        new()
        {
            ["code"] = trouble.Code,
            ["sentence"] = trouble.Sentence,
            ["lastSeen"] = trouble.LastSeen.ToDateTimeOffset(),
            ["mailedAt"] = mailedAt?.ToDateTimeOffset(),
        };

    private OutgoingMail MailOf(SetUpTrouble trouble)
    {
        const string Subject = "MiCheckin: texts are not going out as they should";
        const string More =
            "You get this mail once a day at most while it lasts. The status page shows the latest.";
        var status = new Uri(links.Console, "status");
        var html = MailPage.Begin(Subject);
        html.Add($"<p>{trouble.Sentence}</p>\n<p>{More}</p>\n");
        MailPage.Button(html, status, "See the status page");
        return new OutgoingMail(
            admin,
            Subject,
            MailPage.End(html),
            $"{trouble.Sentence}\n\n{More}\n{status.AbsoluteUri}\n",
            MailKind.AdminPage,
            string.Create(
                CultureInfo.InvariantCulture,
                $"texts-{trouble.Code}-{trouble.LastSeen.InUtc().Date:uuuu'-'MM'-'dd}"
            )
        );
    }

    private static partial class Log
    {
        [LoggerMessage(3060, LogLevel.Error, "Provider code {Code}: {Sentence}")]
        public static partial void Trouble(ILogger logger, int code, string sentence);

        [LoggerMessage(3061, LogLevel.Error, "Nobody could be mailed about provider code {Code}: {Sentence}")]
        public static partial void NotMailed(ILogger logger, int code, string sentence);
    }
}

/// <summary>One thing to mend.</summary>
internal sealed record SetUpTrouble(int Code, string Sentence, Instant LastSeen);
