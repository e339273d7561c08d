using MiCheckin.Core.Schedules;
using MiCheckin.Functions.Coaches;
using NodaTime.Text;

namespace MiCheckin.Functions.Enrolment;

/// <summary>Reads when a person may be texted, which the program may narrow, and when they like it best.</summary>
internal sealed class HoursReader(CheckedLine line, EnrolmentSetting setting)
{
    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("H':'mm"),
        LocalTimePattern.CreateWithInvariantCulture("H':'mm':'ss"),
        LocalTimePattern.CreateWithInvariantCulture("h':'mmtt"),
        LocalTimePattern.CreateWithInvariantCulture("htt"),
    ];

    public (SendWindow Window, LocalTime Preferred) Hours(Cohort? cohort)
    {
        var allowed = setting.Program(cohort)?.Window ?? SendWindow.Default;
        var from = Time(EnrolmentColumns.WindowFrom) ?? SendWindow.Default.From;
        var until = Time(EnrolmentColumns.WindowUntil) ?? SendWindow.Default.Until;
        var opens = LocalTime.Max(from, allowed.From);
        var closes = LocalTime.Min(until, allowed.Until);

        if (opens >= closes)
        {
            line.Wrong(
                EnrolmentColumns.WindowUntil,
                "Nothing could ever be sent in this window.",
                $"It must begin before it ends and overlap with the program's, {Words(allowed.From)} to {Words(allowed.Until)}."
            );
            return (SendWindow.Default, new LocalTime(17, 30));
        }

        var usual = new LocalTime(17, 30);
        var preferred =
            Time(EnrolmentColumns.PreferredTime) ?? (opens <= usual && usual < closes ? usual : opens);

        if (preferred < opens || preferred >= closes)
        {
            line.Wrong(
                EnrolmentColumns.PreferredTime,
                "The preferred time lies outside the window.",
                $"Choose a time from {Words(opens)} until before {Words(closes)}."
            );
        }

        return (new SendWindow(from, until), preferred);
    }

    private LocalTime? Time(string column)
    {
        var written = line.Cell(column);

        if (written.Length == 0)
        {
            return null;
        }

        var plain = written
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace(".", "", StringComparison.Ordinal);
        foreach (var pattern in Times)
        {
            if (pattern.Parse(plain.ToUpperInvariant()) is { Success: true, Value: var time })
            {
                return time;
            }
        }

        line.Wrong(column, "This is not a time of day.", "Write it as 17:30 or 5:30 PM.");
        return null;
    }

    private static string Words(LocalTime time) =>
        time.ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture);
}
