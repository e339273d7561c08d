using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Schedules;
using MiCheckin.Functions.Coaches;
using NodaTime.Text;

namespace MiCheckin.Functions.Enrolment;

/// <summary>Turns one line into a profile and a number, or into everything that is wrong with it.</summary>
internal sealed class RowReader(EnrolmentLine line, EnrolmentSetting setting)
{
    private const int LongestName = 60;

    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("H':'mm"),
        LocalTimePattern.CreateWithInvariantCulture("H':'mm':'ss"),
        LocalTimePattern.CreateWithInvariantCulture("h':'mmtt"),
        LocalTimePattern.CreateWithInvariantCulture("htt"),
    ];

    private readonly List<EnrolmentProblem> problems = [];

    public IReadOnlyList<EnrolmentProblem> Problems => problems;

    /// <summary>The number as far as it can be read, also in a row that something else is wrong with.</summary>
    public PhoneNumber? Number { get; private set; }

    /// <summary>Null where anything is wrong.</summary>
    public EnrolmentRow? Read()
    {
        var cohort = CohortOf();
        var country = Country(cohort);
        Number = PhoneOf(country);
        Beyond();
        var name = NameOf();
        var zone = Zone();
        var language = Language(cohort, country);
        var (window, preferred) = Hours(cohort);
        var coach = cohort is null ? null : CoachOf(cohort);

        return problems.Count > 0 || cohort is null || coach is null || Number is not { } phone
            ? null
            : new EnrolmentRow(
                line.Row,
                new Profile
                {
                    Id = default,
                    Name = new PersonName(name),
                    ProgramId = cohort.ProgramId,
                    ProgramVersion = cohort.ProgramVersion,
                    Cohort = cohort.Id,
                    Coach = coach.Id,
                    Language = language,
                    Country = country,
                    Zone = zone,
                    Window = window,
                    PreferredTime = preferred,
                },
                phone
            );
    }

    private PhoneNumber? PhoneOf(string country)
    {
        var (number, reason, fix) = PhoneReader.Read(
            Cell(EnrolmentColumns.Phone),
            country,
            setting.Simulated
        );

        if (number is null)
        {
            Wrong(EnrolmentColumns.Phone, reason, fix);
        }

        return number;
    }

    private void Beyond()
    {
        if (line.Beyond.Length > 0)
        {
            problems.Add(
                new EnrolmentProblem(
                    line.Row,
                    "",
                    "",
                    "The row has more cells than there are headings, so what stands in them may belong to another column.",
                    "Put a cell that holds a comma between quotation marks, or remove what is left over at the end of the row."
                )
            );
        }
    }

    private string NameOf()
    {
        var name = Cell(EnrolmentColumns.Name);

        if (name.Length is 0 or > LongestName)
        {
            Wrong(
                EnrolmentColumns.Name,
                name.Length == 0 ? "The name is missing." : "The name is too long for a text.",
                $"Write what the person wants to be called, at most {LongestName} characters."
            );
        }
        else if (name.Any(char.IsControl))
        {
            Wrong(EnrolmentColumns.Name, "The name holds a line break or a control character.", "Remove it.");
        }

        return name;
    }

    private string Zone()
    {
        var (zone, reason, fix) = ZoneReader.Read(Cell(EnrolmentColumns.Zone));

        if (zone is null)
        {
            Wrong(EnrolmentColumns.Zone, reason, fix);
        }

        return zone ?? "";
    }

    private Cohort? CohortOf()
    {
        var written = Cell(EnrolmentColumns.Cohort) is { Length: > 0 } cell ? cell : setting.DefaultCohort;
        var ids = setting.Cohorts.Select(c => c.Id).ToList();

        if (written.Length == 0 && setting.Cohorts.Count == 1)
        {
            return OfProgram(setting.Cohorts[0]);
        }

        if (written.Length == 0)
        {
            Wrong(
                EnrolmentColumns.Cohort,
                "The cohort is missing.",
                ids.Count == 0 ? "Make a cohort first." : $"Write one of: {string.Join(", ", ids)}."
            );
            return null;
        }

        var found = setting.Cohorts.FirstOrDefault(c => Same(c.Id, written) || Same(c.Name, written));

        if (found is null)
        {
            var hint = Nearest.Hint(written, ids);
            Wrong(
                EnrolmentColumns.Cohort,
                "There is no such cohort.",
                $"{hint}The cohorts are: {string.Join(", ", ids)}."
            );
        }

        return found is null ? null : OfProgram(found);
    }

    /// <summary>The cohort decides the program; a column that says otherwise is a mistake in one of the two.</summary>
    private Cohort OfProgram(Cohort cohort)
    {
        if (Cell(EnrolmentColumns.Program) is { Length: > 0 } program && !Same(program, cohort.ProgramId))
        {
            Wrong(
                EnrolmentColumns.Program,
                $"Cohort {cohort.Id} runs {cohort.ProgramId}.",
                "Leave the program empty, or name a cohort that runs this program."
            );
        }

        return cohort;
    }

    private Coach? CoachOf(Cohort cohort)
    {
        var written = Cell(EnrolmentColumns.Coach);
        var coaches = setting.Coaches.Where(c => cohort.Coaches.Contains(c.Id)).ToList();
        var ids = string.Join(", ", coaches.Select(c => c.Id.Value));

        if (written.Length == 0)
        {
            if (coaches.Count != 1)
            {
                Wrong(
                    EnrolmentColumns.Coach,
                    "The coach is missing.",
                    coaches.Count == 0
                        ? $"Cohort {cohort.Id} has no coach yet: add one first."
                        : $"Write one of: {ids}."
                );
            }

            return coaches is [var only] ? only : null;
        }

        var found = coaches.FirstOrDefault(c =>
            Same(c.Id.Value, written) || Same(c.Name.Reveal(), written) || Same(c.Email.Reveal(), written)
        );

        if (found is null)
        {
            var hint = Nearest.Hint(written, coaches.Select(c => c.Id.Value));
            Wrong(
                EnrolmentColumns.Coach,
                $"Cohort {cohort.Id} has no such coach.",
                $"{hint}Its coaches are: {ids}."
            );
        }

        return found;
    }

    private string Country(Cohort? cohort)
    {
        var written = Cell(EnrolmentColumns.Country).ToUpperInvariant();
        var country = written.Length > 0 ? written : cohort?.Country ?? "US";
        var known = setting
            .Program(cohort)
            ?.Texts.Values.SelectMany(t => t.Safety.Keys)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        if (known is not null && !known.Contains(country, StringComparer.Ordinal))
        {
            Wrong(
                EnrolmentColumns.Country,
                "The program has no safety text for this country.",
                $"Write the country's two letters; there are texts for: {string.Join(", ", known)}."
            );
        }

        return country;
    }

    private string Language(Cohort? cohort, string country)
    {
        var written = Cell(EnrolmentColumns.Language).ToLowerInvariant();
        var language = written.Length > 0 ? written.Split('-', '_')[0] : cohort?.Language ?? "en";

        if (setting.Program(cohort) is { } program)
        {
            if (!program.Texts.TryGetValue(language, out var texts))
            {
                Wrong(
                    EnrolmentColumns.Language,
                    "The program does not speak this language.",
                    $"Write one of: {string.Join(", ", program.Texts.Keys)}."
                );
            }
            else if (!texts.Safety.ContainsKey(country))
            {
                Wrong(
                    EnrolmentColumns.Language,
                    $"The program has no safety text for {country} in this language.",
                    $"In this language there are texts for: {string.Join(", ", texts.Safety.Keys)}."
                );
            }
        }

        return language;
    }

    private (SendWindow Window, LocalTime Preferred) Hours(Cohort? cohort)
    {
        var allowed = setting.Program(cohort)?.Window ?? SendWindow.Default;
        var from = Time(EnrolmentColumns.WindowFrom) ?? SendWindow.Default.From;
        var until = Time(EnrolmentColumns.WindowUntil) ?? SendWindow.Default.Until;
        var opens = LocalTime.Max(from, allowed.From);
        var closes = LocalTime.Min(until, allowed.Until);

        if (opens >= closes)
        {
            Wrong(
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
            Wrong(
                EnrolmentColumns.PreferredTime,
                "The preferred time lies outside the window.",
                $"Choose a time from {Words(opens)} until before {Words(closes)}."
            );
        }

        return (new SendWindow(from, until), preferred);
    }

    private LocalTime? Time(string column)
    {
        var written = Cell(column);

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

        Wrong(column, "This is not a time of day.", "Write it as 17:30 or 5:30 PM.");
        return null;
    }

    private static string Words(LocalTime time) =>
        time.ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture);

    private string Cell(string column) => line.Cell(column);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private void Wrong(string column, string reason, string fix)
    {
        var value = Cell(column);
        var shown = string.Equals(column, EnrolmentColumns.Phone, StringComparison.Ordinal)
            ? PhoneReader.Masked(value)
            : value;
        problems.Add(new EnrolmentProblem(line.Row, column, shown, reason, fix));
    }
}
