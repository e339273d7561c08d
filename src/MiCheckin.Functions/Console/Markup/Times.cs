using System.Globalization;
using NodaTime.Text;

namespace MiCheckin.Functions.Console.Markup;

/// <summary>Moments as people say them, always in somebody's zone and never without it.</summary>
internal static class Times
{
    private static readonly LocalDateTimePattern Clock = Pattern("HH:mm");
    private static readonly LocalDateTimePattern Day = Pattern("ddd d MMM");
    private static readonly LocalDateTimePattern Week = Pattern("ddd HH:mm");
    private static readonly LocalDateTimePattern Full = Pattern("ddd d MMM yyyy, HH:mm");

    /// <summary>tzdb is NodaTime's own; a zone it does not know is shown in UTC rather than failing a page.</summary>
    public static DateTimeZone Zone(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;

    /// <summary>"14:05".</summary>
    public static Html ClockTime(Instant at, DateTimeZone zone) => Stamp(at, zone, Clock);

    /// <summary>"Tue 14:05".</summary>
    public static Html WeekTime(Instant at, DateTimeZone zone) => Stamp(at, zone, Week);

    /// <summary>"Tue 3 Nov 2026, 14:05".</summary>
    public static Html Moment(Instant at, DateTimeZone zone) => Stamp(at, zone, Full);

    public static string DayOf(Instant at, DateTimeZone zone) => Day.Format(at.InZone(zone).LocalDateTime);

    /// <summary>"3 minutes", "5 hours", "12 days": the largest whole unit.</summary>
    public static string Span(Duration span)
    {
        var minutes = Math.Max(0, (long)span.TotalMinutes);

        return minutes switch
        {
            0 => "less than a minute",
            < 60 => Count(minutes, "minute"),
            < 48 * 60 => Count(minutes / 60, "hour"),
            _ => Count(minutes / (24 * 60), "day"),
        };
    }

    public static string Count(long n, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{n} {unit}{(n == 1 ? "" : "s")}");

    private static Html Stamp(Instant at, DateTimeZone zone, LocalDateTimePattern pattern) =>
        Html.Of(
            $"""<time datetime="{InstantPattern.General.Format(at)}">{pattern.Format(at.InZone(zone).LocalDateTime)}</time>"""
        );

    private static LocalDateTimePattern Pattern(string text) =>
        LocalDateTimePattern.CreateWithInvariantCulture(text);
}
