using System.Globalization;
using MiCheckin.Core.Schedules;
using MiCheckin.Tests.Texts;
using NodaTime.Text;

namespace MiCheckin.Tests.Schedules;

/// <summary>Every zone and every change day of a published list: no planned instant lies outside the window, by the list's own offsets.</summary>
public sealed class ClockChangeTests
{
    private static readonly LocalDateTimePattern Stamp = LocalDateTimePattern.CreateWithInvariantCulture(
        "MMM d HH:mm:ss yyyy"
    );

    private static readonly SendWindow[] Windows =
    [
        SendWindow.Default,
        new(new LocalTime(0, 0), new LocalTime(4, 0)),
        new(new LocalTime(1, 30), new LocalTime(2, 45)),
        new(new LocalTime(20, 0), new LocalTime(23, 59)),
    ];

    private static readonly string[] Names = (
        "Africa/Cairo Africa/Casablanca America/Anchorage America/Chicago America/Denver America/Edmonton America/Halifax "
        + "America/Havana America/Inuvik America/Los_Angeles America/New_York America/Phoenix America/Santiago America/Sao_Paulo "
        + "America/St_Johns America/Vancouver America/Winnipeg Asia/Beirut Asia/Kathmandu Asia/Kolkata Australia/Lord_Howe "
        + "Australia/Sydney Europe/Berlin Europe/Chisinau Europe/Dublin Europe/London Pacific/Apia Pacific/Auckland "
        + "Pacific/Chatham Pacific/Honolulu Pacific/Kiritimati"
    ).Split(' ');

    /// <summary>By zone: the instants from which an offset from UT holds. From zdump's list where it lies beside the repository, else from tzdb as we have it.</summary>
    private static readonly ILookup<string, (Instant From, Duration Offset)> Changes = (
        SharedData.FindFile("tz-transitions-2026-2027.txt") is { } file
            ? File.ReadLines(file).Where(l => l.Contains(" UT = ", StringComparison.Ordinal)).Select(Parse)
            : Names.SelectMany(FromTzdb)
    ).ToLookup(c => c.Zone, c => (c.From, c.Offset), StringComparer.Ordinal);

    public static TheoryData<string> Zones => [.. Names];

    [Fact]
    public void The_list_holds_zones_with_half_hour_and_midnight_changes() =>
        Assert.True(Changes.Count >= 20 && Changes.Contains("Australia/Lord_Howe"), $"{Changes.Count} zones");

    [Theory]
    [MemberData(nameof(Zones))]
    public void No_planned_instant_lies_outside_the_window_on_or_near_a_change_day(string zone)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var days = Changes[zone]
            .SelectMany(c => new[] { -1, 0, 1 }.Select(d => c.From.InZone(tz).Date.PlusDays(d)))
            .Distinct();
        var planned = 0;

        foreach (var day in days)
        {
            foreach (var window in Windows)
            {
                var hours = LocalHoursTests.Hours(zone, window, window);

                for (var time = LocalTime.Midnight; time < new LocalTime(23, 45); time = time.PlusMinutes(15))
                {
                    if (hours.At(day, hours.Clamp(time)) is { } at)
                    {
                        var local = LocalAt(zone, at);
                        Assert.True(
                            local.TimeOfDay >= window.From && local.TimeOfDay < window.Until,
                            $"{zone} {local}"
                        );
                        Assert.Equal(day, local.Date);
                        Assert.True(at < hours.EndOf(day), $"{zone} {local} after the day's end");
                        planned++;
                    }
                }
            }
        }

        Assert.True(planned > 0 || !Changes[zone].Any());
    }

    private static IEnumerable<(string Zone, Instant From, Duration Offset)> FromTzdb(string zone) =>
        DateTimeZoneProviders
            .Tzdb[zone]
            .GetZoneIntervals(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2028, 1, 1, 0, 0))
            .Where(i => i.HasStart && i.Start > Instant.FromUtc(2026, 1, 1, 0, 0))
            .Select(i => (zone, i.Start, Duration.FromSeconds(i.WallOffset.Seconds)));

    private static LocalDateTime LocalAt(string zone, Instant at)
    {
        var offset =
            Changes[zone].Where(c => c.From <= at).Select(c => (Duration?)c.Offset).LastOrDefault()
            ?? Duration.FromSeconds(DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(at).Seconds);
        return (at + offset).InUtc().LocalDateTime;
    }

    private static (string Zone, Instant From, Duration Offset) Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Stamp.Parse($"{words[2]} {words[3]} {words[4]} {words[5]}").Value.InUtc().ToInstant();
        var offset = words.First(w => w.StartsWith("gmtoff=", StringComparison.Ordinal))["gmtoff=".Length..];
        return (words[0], at, Duration.FromSeconds(long.Parse(offset, CultureInfo.InvariantCulture)));
    }
}
