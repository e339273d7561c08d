using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;

namespace MiCheckin.Functions.Safety;

/// <summary>What a run found.</summary>
/// <param name="Waiting">The alerts of danger that nobody has taken in hand.</param>
/// <param name="Failure">What could not be paged; null where all went well.</param>
internal sealed record Escalation(IReadOnlyList<StoredAlert> Waiting, AggregateException? Failure);

/// <summary>
/// Pages people about alerts until somebody acknowledges. May run twice, at once and late: a run claims an alert before
/// it pages, and one that dies is taken over a minute later. Better told twice than not at all.
/// </summary>
internal sealed class AlertPager(
    AlertBook book,
    CoachBook coaches,
    PageWriter writer,
    PageSender sender,
    EmailAddress admin,
    IClock clock
)
{
    private static readonly Duration Lease = Duration.FromMinutes(1);

    /// <summary>
    /// Pages what is due. One alert that cannot be paged does not keep the others waiting; what went wrong comes back, for
    /// the caller to throw, so that the host counts the run as failed.
    /// </summary>
    public async Task<Escalation> EscalateAsync(CancellationToken cancellationToken)
    {
        List<Exception> failures = [];
        var open = await book.OpenAsync(cancellationToken);

        foreach (var alert in open)
        {
            try
            {
                await TendAsync(alert, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        return new Escalation(
            [.. open.Where(alert => alert.IsRisk && alert.WaitsForSomebody)],
            failures.Count == 0
                ? null
                : new AggregateException("Some alerts could not be paged. They are tried again.", failures)
        );
    }

    /// <summary>Pages one alert now, if it is due: called where it was raised, so that nobody waits for the next minute.</summary>
    public async Task PageAsync(ParticipantId person, string alertKey, CancellationToken cancellationToken)
    {
        if (await book.FindOpenAsync(person, alertKey, cancellationToken) is { } alert)
        {
            await TendAsync(alert, cancellationToken);
        }
    }

    private async Task TendAsync(StoredAlert alert, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();

        if (alert.State == AlertState.Resolved)
        {
            await book.FileAsync(alert, cancellationToken);
            return;
        }

        if (!alert.WaitsForSomebody || !(alert.NextPageAt <= now) || alert.LeaseUntil > now)
        {
            return;
        }

        if (
            await book.TryReplaceAsync(alert, alert with { LeaseUntil = now + Lease }, cancellationToken)
            is not { } claimed
        )
        {
            return;
        }

        var after = await ClimbAsync(claimed, now, cancellationToken);

        // Somebody may have acknowledged meanwhile; then theirs stands, and nothing is due any more.
        await book.TryReplaceAsync(claimed, after, cancellationToken);
    }

    /// <summary>Tells everybody whose turn has come, each once however late the run is.</summary>
    private async Task<StoredAlert> ClimbAsync(
        StoredAlert alert,
        Instant now,
        CancellationToken cancellationToken
    )
    {
        var ladder = AlertLadder.For(
            await coaches.FindCoachAsync(alert.Coach, cancellationToken),
            await coaches.FindCohortAsync(alert.Cohort, cancellationToken),
            admin
        );
        var climb = new Climb(alert, ladder, now);

        while (climb.Next() is { } step)
        {
            var contact = ladder.At(step);
            climb.Texted(await sender.TextAsync(alert, contact, step, cancellationToken));
            var mail = await writer.MailAsync(alert, contact, step, cancellationToken);
            climb.Mailed(step, await sender.MailAsync(alert, mail, cancellationToken));
        }

        return climb.After();
    }
}
