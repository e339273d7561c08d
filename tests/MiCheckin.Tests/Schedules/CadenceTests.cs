using MiCheckin.Core.Programs;
using MiCheckin.Core.Schedules;

namespace MiCheckin.Tests.Schedules;

public sealed class CadenceTests
{
    private static readonly LocalDate Begun = new(2026, 3, 2);
    private static readonly CadencePhase[] Phases = [new(4, 2), new(8, 1), new(0, 0.5m)];

    [Fact]
    public void Two_a_week_then_weekly_then_fortnightly() =>
        Assert.Equal(
            "0 3 7 10 14 17 21 24 28 35 42 49 56 63 70 77 84 98 112",
            string.Join(' ', Days(0).Take(19))
        );

    [Fact]
    public void Less_halves_and_more_doubles() =>
        Assert.Equal(
            ("0 7 14 21 28 42", "0 1 3 5 7 8"),
            (string.Join(' ', Days(-1).Take(6)), string.Join(' ', Days(1).Take(6)))
        );

    [Fact]
    public void After_a_change_of_wish_half_an_interval_is_kept_clear() =>
        Assert.Equal(
            Begun.PlusDays(14),
            Cadence.NextDate(Phases, -1, Begun, Begun.PlusDays(10), Begun.PlusDays(11))
        );

    [Fact]
    public void A_cadence_that_ends_plans_nothing_more() =>
        Assert.Null(Cadence.NextDate([], 0, Begun, null, Begun));

    private static IEnumerable<int> Days(int wish)
    {
        LocalDate? last = null;

        while (Cadence.NextDate(Phases, wish, Begun, last, last?.PlusDays(1) ?? Begun) is { } next)
        {
            last = next;
            yield return Period.DaysBetween(Begun, next);
        }
    }
}
