using System.Globalization;
using MiCheckin.Core.Digests;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Digests;

/// <summary>The words both forms of a digest share.</summary>
internal static class DigestWords
{
    public const string AlertsHeading = "Open alerts";
    public const string AttentionHeading = "Who could use a look";
    public const string QuietHeading = "All quiet";
    public const string AboutHeading = "About this mail";
    public const string QuestionLead = "You could ask:";

    public const string About =
        "It holds what people told us in confidence: please do not forward it. Readings are made by rules and can be "
        + "wrong; the person's own words are what counts. Replies to this mail are not read.";

    /// <summary>Without names: a subject shows on locked screens.</summary>
    public static string Subject(Digest digest)
    {
        var alerts = Counted(digest.Alerts.Count, "open alert", "open alerts");
        var look =
            digest.Attention.Count == 0
                ? "nobody stands out"
                : $"{Counted(digest.Attention.Count, "person", "people")} to look at";
        return digest.Alerts.Count == 0
            ? $"Your check-in week: {look}"
            : $"Your check-in week: {alerts}, {look}";
    }

    public static string Opening(Digest digest)
    {
        if (digest.People == 0)
        {
            return "Nobody is enrolled with you yet.";
        }

        var from = StageWords.Date(digest.Week.DateOf(digest.Week.From));
        var until = StageWords.Date(digest.Week.DateOf(digest.Week.Until));
        var people = Counted(digest.People, "person", "people");
        return $"From {from} to {until}, {Number(digest.Replied)} of your {people} texted back. "
            + (
                digest.Attention.Count == 0
                    ? "Nobody stands out this week."
                    : $"{Counted(digest.Attention.Count, "person", "people")} could use a look."
            );
    }

    public static string AlertStatus(DigestAlert alert, DigestWeek week)
    {
        var since = $"Since {StageWords.Date(week.DateOf(alert.At))}.";
        return alert.AcknowledgedBy is { } by
            ? $"{since} Acknowledged by {by}, not resolved yet."
            : $"{since} Nobody has acknowledged it yet.";
    }

    public static string Name(PersonName name)
    {
        var clean = Quote.Clean(name.Reveal());
        return clean.Length == 0 ? "(no name)" : clean;
    }

    public static string Trend(RulerTrend trend) =>
        $"{char.ToUpperInvariant(trend.Name[0])}{trend.Name[1..]} ({trend.ScaleWords}): {trend.Numbers}";

    private static string Counted(int count, string one, string many) =>
        count == 1 ? $"1 {one}" : $"{Number(count)} {many}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
