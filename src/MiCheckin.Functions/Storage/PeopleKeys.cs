using System.Globalization;
using MiCheckin.Core.Participants;
using NodaTime.Text;

namespace MiCheckin.Functions.Storage;

/// <summary>Every key of the tables about coaches, cohorts, alerts and the audit trail.</summary>
internal static class PeopleKeys
{
    public const string CoachesTable = "Coaches";
    public const string CohortsTable = "Cohorts";
    public const string AlertsTable = "Alerts";
    public const string AuditTable = "Audit";
    public const string AllCoaches = "coaches";
    public const string AllCohorts = "cohorts";
    public const string OpenAlerts = "open";

    private static readonly LocalDatePattern MonthPattern = LocalDatePattern.CreateWithInvariantCulture(
        "uuuu'-'MM"
    );

    /// <summary>The tables these keys are for, to be made at the start.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [CoachesTable, CohortsTable, AlertsTable, AuditTable];

    /// <summary>1 to 40 lower-case letters, digits and hyphens: what a coach or cohort may be called.</summary>
    public static bool IsSlug(string text) =>
        text is { Length: >= 1 and <= 40 }
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static RowKey Coach(CoachId coach) => new(AllCoaches, Slug(coach.Value));

    public static RowKey Cohort(string cohort) => new(AllCohorts, Slug(cohort));

    public static RowKey Roster(CoachId coach, ParticipantId person) =>
        new(Slug(coach.Value), $"p|{person.Value}");

    public static RowRange RosterOf(CoachId coach) => RowRange.Prefix(Slug(coach.Value), "p|");

    public static ParticipantId PersonOnRoster(RowKey key) => new(key.Row[2..]);

    /// <summary>The mark of one coach's digest of one ISO week: at most one is mailed.</summary>
    public static RowKey DigestMark(CoachId coach, int weekYear, int week) =>
        new(
            Slug(coach.Value),
            string.Create(CultureInfo.InvariantCulture, $"digest|{weekYear:D4}-W{week:D2}")
        );

    /// <summary>The mark of one coach's daily notice.</summary>
    public static RowKey NoticeMark(CoachId coach, LocalDate day) =>
        new(Slug(coach.Value), $"notice|{LocalDatePattern.Iso.Format(day)}");

    public static RowKey OpenAlert(ParticipantId person, string alertKey) =>
        new(OpenAlerts, AlertRow(person, alertKey));

    /// <summary>Closed alerts lie by the month in which they were raised, so that one raised again is recognised.</summary>
    public static RowKey ClosedAlert(Instant raised, ParticipantId person, string alertKey) =>
        new(ClosedAlerts(raised), AlertRow(person, alertKey));

    public static string ClosedAlerts(Instant raised) => $"closed|{Month(raised)}";

    public static string AlertRow(ParticipantId person, string alertKey) =>
        $"{person.Value}|{Keys.Safe(alertKey)}";

    /// <summary>Who an alert about somebody is filed under who is not enrolled: a part of their number's hash.</summary>
    public static ParticipantId Stranger(string phoneHash) => new($"stranger-{phoneHash[..16]}");

    /// <summary>An acknowledgement link, by the hash of its token.</summary>
    public static RowKey Acknowledgement(string tokenHash) => new("ack", tokenHash);

    public static RowRange Acknowledgements { get; } = new("ack");

    public static RowKey Audit(Instant at, string unique) =>
        new(Month(at), string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeTicks():D19}|{unique}"));

    public static string Month(Instant at) => MonthPattern.Format(at.InUtc().Date);

    private static string Slug(string text) =>
        IsSlug(text) ? text : throw new ArgumentException($"'{text}' is not a slug.", nameof(text));
}
