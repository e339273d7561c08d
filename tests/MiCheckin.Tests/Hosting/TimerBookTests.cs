using MiCheckin.Functions.Hosting;

namespace MiCheckin.Tests.Hosting;

public sealed class TimerBookTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);
    private static readonly FunctionDefinition.Timer EveryMinute = new("EveryMinute", "0 * * * * *");
    private static readonly FunctionDefinition.Timer Hourly = new("Hourly", "0 0 * * * *");

    [Fact]
    public void A_timer_fires_at_its_time_and_not_before()
    {
        var book = Book(EveryMinute);

        Assert.Empty(book.TakeDue(Noon + Duration.FromSeconds(59)));
        Assert.Equal([("EveryMinute", false)], book.TakeDue(Noon + Duration.FromSeconds(60)));
        Assert.Empty(book.TakeDue(Noon + Duration.FromSeconds(61)));
    }

    [Fact]
    public void However_many_times_were_missed_one_late_run_makes_up_for_them()
    {
        var book = Book(EveryMinute);

        Assert.Equal([("EveryMinute", true)], book.TakeDue(Noon + Duration.FromHours(5)));
        Assert.Equal(Noon + Duration.FromHours(5) + Duration.FromMinutes(1), book.Next);
    }

    [Fact]
    public void A_run_missed_while_the_program_was_down_is_made_up_for()
    {
        var ranLast = new Dictionary<string, Instant>(StringComparer.Ordinal)
        {
            ["Hourly"] = Noon - Duration.FromMinutes(90),
        };

        var book = new TimerBook([Hourly], Noon, ranLast);

        Assert.Equal([("Hourly", true)], book.TakeDue(Noon));
    }

    [Fact]
    public void A_schedule_that_is_no_cron_is_refused_by_name()
    {
        var refused = Assert.Throws<InvalidDataException>(() =>
            Book(new FunctionDefinition.Timer("Odd", "every minute"))
        );

        Assert.Contains("Odd/function.json", refused.Message, StringComparison.Ordinal);
    }

    private static TimerBook Book(params FunctionDefinition.Timer[] timers) =>
        new(timers, Noon, new Dictionary<string, Instant>(StringComparer.Ordinal));
}
