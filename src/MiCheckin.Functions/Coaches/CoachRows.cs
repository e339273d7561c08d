using System.Globalization;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Coaches;

/// <summary>The stored form of coaches and cohorts.</summary>
internal static class CoachRows
{
    private const char Between = ' ';

    public static Columns Write(Coach coach) =>
        new()
        {
            ["name"] = coach.Name.Reveal(),
            ["email"] = coach.Email.Reveal(),
            ["phone"] = coach.Phone?.E164,
            ["zone"] = coach.Zone,
            ["digestDay"] = coach.DigestDay.ToString(),
            ["digestHour"] = coach.DigestHour,
            ["language"] = coach.Language,
            ["since"] = coach.Since.ToDateTimeOffset(),
        };

    public static Coach ReadCoach(TableRow row) =>
        new()
        {
            Id = new CoachId(row.Key.Row),
            Name = new PersonName(Required(row, "name")),
            Email = Address(row, Required(row, "email")),
            Phone = PhoneNumber.TryParse(row.Columns.Text("phone"), out var phone) ? phone : null,
            Zone = Required(row, "zone"),
            DigestDay = Enum.Parse<IsoDayOfWeek>(Required(row, "digestDay")),
            DigestHour = row.Columns.Number("digestHour"),
            Language = row.Columns.Text("language") ?? "en",
            Since = row.Columns.Instant("since") ?? Instant.MinValue,
        };

    public static Columns Write(Cohort cohort) =>
        new()
        {
            ["name"] = cohort.Name,
            ["program"] = cohort.ProgramId,
            ["version"] = cohort.ProgramVersion,
            ["coaches"] = string.Join(Between, cohort.Coaches.Select(c => c.Value)),
            ["lastContact"] = cohort.LastContact.Reveal(),
            ["escalation"] = string.Join(Between, cohort.Escalation.Select(e => e.Reveal())),
            ["language"] = cohort.Language,
            ["country"] = cohort.Country,
            ["keepMonths"] = cohort.KeepWordsMonths,
        };

    public static Cohort ReadCohort(TableRow row) =>
        new()
        {
            Id = row.Key.Row,
            Name = Required(row, "name"),
            ProgramId = Required(row, "program"),
            ProgramVersion = row.Columns.Number("version"),
            Coaches = [.. Words(row, "coaches").Select(id => new CoachId(id))],
            LastContact = Address(row, Required(row, "lastContact")),
            Escalation = [.. Words(row, "escalation").Select(text => Address(row, text))],
            Language = row.Columns.Text("language") ?? "en",
            Country = row.Columns.Text("country") ?? "US",
            KeepWordsMonths = row.Columns.Number("keepMonths"),
        };

    private static string[] Words(TableRow row, string column) =>
        (row.Columns.Text(column) ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries);

    private static string Required(TableRow row, string column) =>
        row.Columns.Text(column) ?? throw Broken(row, column);

    private static EmailAddress Address(TableRow row, string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw Broken(row, "e-mail address");

    private static FormatException Broken(TableRow row, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The row of '{row.Key.Row}' holds no {what}."));
}
