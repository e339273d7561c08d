using MiCheckin.Core.Digests;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Digests;

/// <summary>Orders the digest of every coach whose hour has come. Runs hourly; late, doubled or cut half-way it orders the same.</summary>
internal sealed partial class CoachDigests(
    CoachBook coaches,
    DigestMarks marks,
    IQueues queues,
    IClock clock,
    ILogger<CoachDigests> logger
)
{
    /// <summary>An order that was not carried out by then is given again.</summary>
    private static readonly Duration OrderAgainAfter = Duration.FromMinutes(55);

    /// <summary>Returns how many were ordered.</summary>
    public async Task<int> OrderDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var ordered = 0;

        foreach (var coach in await coaches.CoachesAsync(cancellationToken))
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(coach.Zone) is not { } zone)
            {
                Log.NoSuchZone(logger, coach.Id.Value, coach.Zone);
                continue;
            }

            var week = DigestWeek.Around(now, zone, coach.DigestDay, coach.DigestHour);

            if (now >= week.Until && coach.Since < week.Until)
            {
                ordered += await OrderAsync(new DigestOrder(coach.Id, week), now, cancellationToken) ? 1 : 0;
            }
        }

        Log.Ordered(logger, ordered);
        return ordered;
    }

    private async Task<bool> OrderAsync(DigestOrder order, Instant now, CancellationToken cancellationToken)
    {
        var (year, week) = (order.Week.WeekYear, order.Week.Week);
        var mark = await marks.FindAsync(order.Coach, year, week, cancellationToken);

        if (mark is { SentAt: not null } || mark?.QueuedAt > now - OrderAgainAfter)
        {
            return false;
        }

        // The order before its mark: dying in between costs a second order, which finds the digest sent.
        await queues.PutAsync(QueueNames.Digests, order.ToJson(), Duration.Zero, cancellationToken);
        var queued = (mark ?? new DigestMark(null, null, null, "")) with { QueuedAt = now };
        await marks.TryWriteAsync(order.Coach, (year, week), queued, cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(3520, LogLevel.Information, "Ordered {Digests} digests.")]
        public static partial void Ordered(ILogger logger, int digests);

        [LoggerMessage(
            3521,
            LogLevel.Error,
            "Coach {Coach} has the zone '{Zone}', which is not in tzdb: no digest. Correct the coach's zone."
        )]
        public static partial void NoSuchZone(ILogger logger, string coach, string zone);
    }
}
