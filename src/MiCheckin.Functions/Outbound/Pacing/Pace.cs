using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Outbound.Pacing;

/// <summary>
/// Until when the sender is booked, and how much of its rate was used. Pure: the same arguments give the same answer.
/// Each text takes the next free stretch, segments ÷ rate long (virtual scheduling, as in ITU-T I.371).
/// </summary>
internal sealed record Pace(Instant FreeAt, Instant Minute, int UsedThisMinute, int UsedLastMinute)
{
    public static Pace Unused { get; } = new(NodaConstants.UnixEpoch, NodaConstants.UnixEpoch, 0, 0);

    /// <summary>When a text asked for now may be sent.</summary>
    public Instant NextAt(Instant now) => Instant.Max(FreeAt, now);

    public Pace Take(Instant now, int segments, double segmentsPerSecond)
    {
        var at = NextAt(now);
        var moved = InMinuteOf(at);
        return moved with
        {
            FreeAt = at + Duration.FromSeconds(segments / segmentsPerSecond),
            UsedThisMinute = moved.UsedThisMinute + segments,
        };
    }

    public Pace HoldUntil(Instant at) => this with { FreeAt = Instant.Max(FreeAt, at) };

    /// <summary>The share of the rate that the last whole minute used; more than 1 only if the rate was lowered since.</summary>
    public double ShareOfLastMinute(double segmentsPerSecond) => UsedLastMinute / (60 * segmentsPerSecond);

    /// <summary>The share of the rate that was used in the whole minute before <paramref name="now"/>'s; turns booked ahead make this minute full.</summary>
    public double ShareBefore(Instant now, double segmentsPerSecond) =>
        InMinuteOf(now).ShareOfLastMinute(segmentsPerSecond);

    public Columns ToColumns() =>
        new()
        {
            ["FreeAt"] = FreeAt.ToDateTimeOffset(),
            ["Minute"] = Minute.ToDateTimeOffset(),
            ["UsedThisMinute"] = UsedThisMinute,
            ["UsedLastMinute"] = UsedLastMinute,
        };

    public static Pace FromColumns(Columns columns) =>
        new(
            columns.Instant("FreeAt") ?? NodaConstants.UnixEpoch,
            columns.Instant("Minute") ?? NodaConstants.UnixEpoch,
            columns.Number("UsedThisMinute"),
            columns.Number("UsedLastMinute")
        );

    private Pace InMinuteOf(Instant at)
    {
        var minute = Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);

        return minute <= Minute ? this
            : minute - Minute == Duration.FromMinutes(1)
                ? this with
                {
                    Minute = minute,
                    UsedThisMinute = 0,
                    UsedLastMinute = UsedThisMinute,
                }
            : this with { Minute = minute, UsedThisMinute = 0, UsedLastMinute = 0 };
    }
}
