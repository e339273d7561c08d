using NodaTime.Calendars;

namespace MiCheckin.Core.Digests;

/// <summary>The seven days a digest tells of: from the coach's digest hour a week ago until the one that has just come.</summary>
public sealed record DigestWeek(int WeekYear, int Week, Instant From, Instant Until, DateTimeZone Zone)
{
    /// <summary>The week that ends in the ISO week of <paramref name="now"/>, on the day and at the hour the coach chose.</summary>
    public static DigestWeek Around(Instant now, DateTimeZone zone, IsoDayOfWeek day, int hour)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var rule = WeekYearRules.Iso;
        var today = now.InZone(zone).Date;
        var (year, week) = (rule.GetWeekYear(today), rule.GetWeekOfWeekYear(today));
        var until = rule.GetLocalDate(year, week, day).At(new LocalTime(hour, 0));

        // An hour the clocks skip or repeat is taken leniently: a digest is not worth an argument about it.
        return new DigestWeek(
            year,
            week,
            until.PlusWeeks(-1).InZoneLeniently(zone).ToInstant(),
            until.InZoneLeniently(zone).ToInstant(),
            zone
        );
    }

    public bool Holds(Instant at) => From <= at && at < Until;

    public LocalDate DateOf(Instant at) => at.InZone(Zone).Date;
}
