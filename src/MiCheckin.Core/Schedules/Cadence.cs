using MiCheckin.Core.Programs;

namespace MiCheckin.Core.Schedules;

/// <summary>Which local dates are check-in days: the program's phases, spread evenly on the week, thinned or thickened by the person's wish.</summary>
public static class Cadence
{
    /// <summary>The first check-in day on or after <paramref name="from"/>; null where the phases end.</summary>
    /// <param name="begun">The first day of the program for this person.</param>
    /// <param name="last">The last check-in day used, from which half an interval is kept clear.</param>
    public static LocalDate? NextDate(
        IReadOnlyList<CadencePhase> phases,
        int wish,
        LocalDate begun,
        LocalDate? last,
        LocalDate from
    )
    {
        ArgumentNullException.ThrowIfNull(phases);
        var start = 0;

        foreach (var (phase, index) in phases.Select((p, i) => (p, i)))
        {
            var days = phase.Weeks is 0 || index == phases.Count - 1 ? int.MaxValue : phase.Weeks * 7;
            var interval = IntervalDays(phase.PerWeek, wish);

            if (interval is { } gap && In(begun, start, days, gap, last, from) is { } date)
            {
                return date;
            }

            start = days is int.MaxValue ? start : start + days;
        }

        return null;
    }

    /// <summary>Days between two check-ins; each LESS doubles them, each MORE halves them; never less than a day, nor more than four weeks.</summary>
    public static decimal? IntervalDays(decimal perWeek, int wish)
    {
        if (perWeek <= 0)
        {
            return null;
        }

        var factor = wish < 0 ? 1m / (1 << -wish) : 1 << wish;
        return Math.Clamp(7m / (perWeek * factor), 1m, Math.Max(28m, 7m / perWeek));
    }

    private static LocalDate? In(
        LocalDate begun,
        int start,
        int days,
        decimal gap,
        LocalDate? last,
        LocalDate from
    )
    {
        var first = begun.PlusDays(start);
        var clear = last is { } used ? used.PlusDays(Math.Max(1, (int)(gap / 2))) : first;
        var earliest = LocalDate.Max(LocalDate.Max(from, clear), first);
        var k = (int)Math.Floor(Period.DaysBetween(first, earliest) / gap);

        for (; ; k++)
        {
            var offset = (int)Math.Floor(k * gap);

            if (offset >= days)
            {
                return null;
            }

            if (first.PlusDays(offset) >= earliest)
            {
                return first.PlusDays(offset);
            }
        }
    }
}
