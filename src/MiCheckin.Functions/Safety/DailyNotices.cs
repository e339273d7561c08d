using MiCheckin.Core.Conversations;
using MiCheckin.Core.Digests;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Storage;
using NodaTime.Text;

namespace MiCheckin.Functions.Safety;

/// <summary>
/// Alerts that can wait: one mail a day and coach at most, at the coach's digest hour, and none on the day of the
/// digest, which lists them anyway. Risk that was acknowledged and not resolved within a day is named again each day.
/// </summary>
internal sealed class DailyNotices(
    AlertBook book,
    CoachBook coaches,
    ParticipantStore people,
    NoticePost post,
    IClock clock
)
{
    private static readonly Duration ResolveWithin = Duration.FromDays(1);

    /// <summary>Returns how many notices were mailed. Meant to run hourly.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var open = await book.OpenAsync(cancellationToken);
        var mailed = 0;

        foreach (var mine in open.Where(a => IsWorthAWord(a, now)).GroupBy(a => a.Coach))
        {
            if (
                await coaches.FindCoachAsync(mine.Key, cancellationToken) is { } coach
                && IsTime(coach, now) is { } today
                && await NotifyAsync(coach, today, [.. mine.OrderBy(a => a.RaisedAt)], cancellationToken)
            )
            {
                mailed++;
            }
        }

        return mailed;
    }

    private async Task<bool> NotifyAsync(
        Coach coach,
        LocalDate today,
        IReadOnlyList<StoredAlert> alerts,
        CancellationToken cancellationToken
    )
    {
        if (await post.WasSentAsync(coach, today, cancellationToken))
        {
            return false;
        }

        List<(string Name, StoredAlert Alert)> lines = [];

        foreach (var alert in alerts)
        {
            if (await people.FindAsync(alert.Person, cancellationToken) is { } person)
            {
                lines.Add((DigestWords.Name(person.Profile.Name), alert));
            }
        }

        if (lines.Count == 0 || !await post.SendAsync(coach, today, lines, cancellationToken))
        {
            return false;
        }

        var now = clock.GetCurrentInstant();
        foreach (var (_, alert) in lines)
        {
            await book.ChangeAsync(
                alert.Person,
                alert.Alert.Key,
                a => a.NoticedAt is null ? a with { NoticedAt = now } : null,
                cancellationToken
            );
        }

        return true;
    }

    private static bool IsWorthAWord(StoredAlert alert, Instant now) =>
        alert.Alert.Reason switch
        {
            AlertReason.Risk => alert.State == AlertState.Acknowledged
                && alert.AcknowledgedAt <= now - ResolveWithin,
            AlertReason.AskedForCoach => false,
            _ => alert is { State: AlertState.Raised, NoticedAt: null },
        };

    /// <summary>The coach's date, where the hour has come and no digest is due that day; else null.</summary>
    private static LocalDate? IsTime(Coach coach, Instant now)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(coach.Zone) is not { } zone)
        {
            return null;
        }

        var local = now.InZone(zone).LocalDateTime;
        return local.Hour >= coach.DigestHour && local.DayOfWeek != coach.DigestDay ? local.Date : null;
    }
}

/// <summary>Words, mails and marks the daily notice.</summary>
internal sealed class NoticePost(ITables tables, IMailer mailer, Links links)
{
    public async Task<bool> WasSentAsync(Coach coach, LocalDate day, CancellationToken cancellationToken) =>
        await tables.FindAsync(
            PeopleKeys.CoachesTable,
            PeopleKeys.NoticeMark(coach.Id, day),
            cancellationToken
        )
            is not null;

    /// <summary>False where the mail was not taken for sure: the next hour tries again, under the same Message-ID.</summary>
    public async Task<bool> SendAsync(
        Coach coach,
        LocalDate day,
        IReadOnlyList<(string Name, StoredAlert Alert)> lines,
        CancellationToken cancellationToken
    )
    {
        const string Subject = "Your check-ins: something to look at";
        var mail = new OutgoingMail(
            coach.Email,
            Subject,
            Html(Subject, lines),
            Text(lines),
            MailKind.Notice,
            $"notice-{coach.Id.Value}-{LocalDatePattern.Iso.Format(day)}"
        );

        if (await mailer.SendAsync(mail, cancellationToken) is not MailOutcome.Sent)
        {
            return false;
        }

        await tables.SubmitAsync(
            PeopleKeys.CoachesTable,
            [new TableWrite.Upsert(PeopleKeys.NoticeMark(coach.Id, day), [])],
            cancellationToken
        );
        return true;
    }

    private string Html(string subject, IReadOnlyList<(string Name, StoredAlert Alert)> lines)
    {
        var html = MailPage.Begin(subject);
        html.Add($"<ul style=\"padding-left:20px\">\n");
        foreach (var (name, alert) in lines)
        {
            html.Add(
                $"<li style=\"margin-bottom:8px\"><strong><bdi>{name}</bdi></strong>: {Sentence(alert)}</li>\n"
            );
        }

        html.Add($"</ul>\n");
        MailPage.Button(html, links.Alerts, "Open the alerts");
        return MailPage.End(html);
    }

    private string Text(IReadOnlyList<(string Name, StoredAlert Alert)> lines) =>
        string.Concat(lines.Select(line => $"- {line.Name}: {Sentence(line.Alert)}\n"))
        + $"\nOpen the alerts: {links.Alerts.AbsoluteUri}\n";

    private static string Sentence(StoredAlert alert) =>
        alert.IsRisk
            ? "The risk alert is acknowledged and not resolved. Check-ins stay on hold until you clear it."
            : AlertSentences.Of(alert.Alert);
}
