using System.Globalization;
using MiCheckin.Core.Digests;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Mail;

namespace MiCheckin.Functions.Digests;

/// <summary>How writing and sending one digest ended.</summary>
internal enum DigestOutcome
{
    Sent,
    AlreadySent,

    /// <summary>Another worker is at it.</summary>
    Busy,

    /// <summary>The mail server did not take it for sure. It is ordered again within the hour, under the same Message-ID.</summary>
    TryLater,

    /// <summary>The coach's address is refused for good. An administrator must mend it.</summary>
    Refused,
    NoSuchCoach,
}

/// <summary>Writes and sends one coach's digest: claim, gather, render, mail, mark. Killed anywhere, it is done again under the same Message-ID.</summary>
internal sealed partial class DigestFlow(
    CoachBook coaches,
    DigestMarks marks,
    WeekGatherer gatherer,
    DigestPost post,
    IClock clock,
    ILogger<DigestFlow> logger
)
{
    private static readonly Duration Lease = Duration.FromMinutes(10);

    public async Task<DigestOutcome> SendAsync(DigestOrder order, CancellationToken cancellationToken)
    {
        var outcome = await CarryOutAsync(order, cancellationToken);
        Log.Ended(logger, order.Coach.Value, order.Week.WeekYear, order.Week.Week, outcome);
        return outcome;
    }

    /// <summary>What the digest would say, for the console's preview.</summary>
    public async Task<Digest> BuildAsync(Coach coach, DigestWeek week, CancellationToken cancellationToken) =>
        Digest.Build(coach.Name, week, await gatherer.GatherAsync(coach.Id, week, cancellationToken));

    private async Task<DigestOutcome> CarryOutAsync(DigestOrder order, CancellationToken cancellationToken)
    {
        var of = (order.Week.WeekYear, order.Week.Week);
        var now = clock.GetCurrentInstant();

        if (await coaches.FindCoachAsync(order.Coach, cancellationToken) is not { } coach)
        {
            return DigestOutcome.NoSuchCoach;
        }

        var found = await marks.FindAsync(coach.Id, of.WeekYear, of.Week, cancellationToken);
        var mark = found ?? new DigestMark(now, null, null, "");

        if (mark.SentAt is not null)
        {
            return DigestOutcome.AlreadySent;
        }

        if (
            mark.LeaseUntil > now
            || await marks.TryWriteAsync(
                coach.Id,
                of,
                mark with
                {
                    LeaseUntil = now + Lease,
                },
                cancellationToken
            )
                is not { } claimed
        )
        {
            return DigestOutcome.Busy;
        }

        return await MailAsync(coach, order.Week, claimed, cancellationToken);
    }

    private async Task<DigestOutcome> MailAsync(
        Coach coach,
        DigestWeek week,
        DigestMark claimed,
        CancellationToken cancellationToken
    )
    {
        var digest = await BuildAsync(coach, week, cancellationToken);
        var outcome = await post.MailAsync(coach, digest, cancellationToken);
        var sentAt = outcome is MailOutcome.Sent ? clock.GetCurrentInstant() : (Instant?)null;
        var mark = claimed with { LeaseUntil = null, SentAt = sentAt };
        await marks.TryWriteAsync(coach.Id, (week.WeekYear, week.Week), mark, cancellationToken);
        return OutcomeOf(outcome);
    }

    private static DigestOutcome OutcomeOf(MailOutcome outcome) =>
        outcome switch
        {
            MailOutcome.Sent => DigestOutcome.Sent,
            MailOutcome.TryLater or MailOutcome.Unknown or MailOutcome.OurSetUp => DigestOutcome.TryLater,
            MailOutcome.Refused => DigestOutcome.Refused,
            _ => throw new InvalidOperationException($"A mail cannot end as {outcome}."),
        };

    private static partial class Log
    {
        [LoggerMessage(
            3530,
            LogLevel.Information,
            "The digest of {Coach} for {Year}-W{Week} ended as {Outcome}."
        )]
        public static partial void Ended(
            ILogger logger,
            string coach,
            int year,
            int week,
            DigestOutcome outcome
        );
    }
}

/// <summary>Puts a digest into an envelope.</summary>
internal sealed class DigestPost(IMailer mailer, Links links)
{
    public Task<MailOutcome> MailAsync(Coach coach, Digest digest, CancellationToken cancellationToken)
    {
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"digest-{coach.Id.Value}-{digest.Week.WeekYear:D4}-W{digest.Week.Week:D2}"
        );
        var mail = new OutgoingMail(
            coach.Email,
            DigestWords.Subject(digest),
            DigestHtml.Render(digest, links),
            DigestText.Render(digest, links),
            MailKind.Digest,
            key
        );
        return mailer.SendAsync(mail, cancellationToken);
    }
}
