using MiCheckin.Core.Schedules;

namespace MiCheckin.Tests.Schedules;

public sealed class LocalHoursTests
{
    private static readonly SendWindow Night = new(new LocalTime(0, 30), new LocalTime(5, 0));

    [Fact]
    public void A_time_that_a_clock_change_skips_is_read_as_after_the_gap() =>
        Assert.Equal(
            Instant.FromUtc(2026, 3, 8, 7, 30),
            Hours("America/New_York", Night, Night).At(new LocalDate(2026, 3, 8), new LocalTime(2, 30))
        );

    [Fact]
    public void A_time_that_comes_twice_is_read_as_the_earlier() =>
        Assert.Equal(
            Instant.FromUtc(2026, 11, 1, 5, 30),
            Hours("America/New_York", Night, Night).At(new LocalDate(2026, 11, 1), new LocalTime(1, 30))
        );

    [Fact]
    public void A_time_that_the_gap_moves_out_of_the_window_does_not_exist_that_day()
    {
        var narrow = new SendWindow(new LocalTime(2, 0), new LocalTime(3, 0));
        Assert.Null(
            Hours("America/New_York", narrow, narrow).At(new LocalDate(2026, 3, 8), new LocalTime(2, 30))
        );
    }

    [Fact]
    public void The_stricter_window_wins_at_both_ends()
    {
        var hours = Hours(
            "Europe/Madrid",
            new SendWindow(new LocalTime(9, 0), new LocalTime(20, 0)),
            new SendWindow(new LocalTime(7, 0), new LocalTime(12, 0))
        );
        Assert.Equal((new LocalTime(9, 0), new LocalTime(12, 0)), (hours.From, hours.Until));
    }

    [Theory]
    [InlineData(7, 9, 0)]
    [InlineData(12, 12, 0)]
    [InlineData(22, 19, 45)]
    public void A_preferred_time_outside_the_window_moves_to_its_nearest_time(
        int wished,
        int hour,
        int minute
    ) =>
        Assert.Equal(
            new LocalTime(hour, minute),
            Hours("America/New_York", SendWindow.Default, SendWindow.Default).Clamp(new LocalTime(wished, 0))
        );

    [Fact]
    public void A_blocked_date_is_closed_all_day()
    {
        var day = new LocalDate(2026, 12, 25);
        var hours = new LocalHours(
            "America/New_York",
            SendWindow.Default,
            SendWindow.Default,
            [day],
            DateTimeZoneProviders.Tzdb
        );
        Assert.Null(hours.At(day, new LocalTime(12, 0)));
        Assert.Equal(
            Instant.FromUtc(2026, 12, 26, 14, 0),
            hours.NextOpen(Instant.FromUtc(2026, 12, 25, 17, 0))
        );
    }

    internal static LocalHours Hours(string zone, SendWindow program, SendWindow person) =>
        new(zone, program, person, [], DateTimeZoneProviders.Tzdb);
}
