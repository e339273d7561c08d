using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Enrolment;

/// <summary>Turns one line into a profile and a number, or into everything that is wrong with it.</summary>
internal sealed class RowReader(EnrolmentLine line, EnrolmentSetting setting)
{
    private const int LongestName = 60;

    private readonly CheckedLine checkedLine = new(line);

    public IReadOnlyList<EnrolmentProblem> Problems => checkedLine.Problems;

    /// <summary>The number as far as it can be read, also in a row that something else is wrong with.</summary>
    public PhoneNumber? Number { get; private set; }

    /// <summary>Null where anything is wrong.</summary>
    public EnrolmentRow? Read()
    {
        var cohorts = new CohortReader(checkedLine, setting);
        var languages = new LanguageReader(checkedLine, setting);
        var cohort = cohorts.Cohort();
        var country = languages.Country(cohort);
        Number = PhoneOf(country);
        checkedLine.CheckWidth();
        var name = NameOf();
        var zone = Zone();
        var language = languages.Language(cohort, country);
        var (window, preferred) = new HoursReader(checkedLine, setting).Hours(cohort);
        var coach = cohort is null ? null : cohorts.CoachOf(cohort);

        return Problems.Count > 0 || cohort is null || coach is null || Number is not { } phone
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
            checkedLine.Cell(EnrolmentColumns.Phone),
            country,
            setting.Simulated
        );

        if (number is null)
        {
            checkedLine.Wrong(EnrolmentColumns.Phone, reason, fix);
        }

        return number;
    }

    private string NameOf()
    {
        var name = checkedLine.Cell(EnrolmentColumns.Name);

        if (name.Length is 0 or > LongestName)
        {
            checkedLine.Wrong(
                EnrolmentColumns.Name,
                name.Length == 0 ? "The name is missing." : "The name is too long for a text.",
                $"Write what the person wants to be called, at most {LongestName} characters."
            );
        }
        else if (name.Any(char.IsControl))
        {
            checkedLine.Wrong(
                EnrolmentColumns.Name,
                "The name holds a line break or a control character.",
                "Remove it."
            );
        }

        return name;
    }

    private string Zone()
    {
        var (zone, reason, fix) = ZoneReader.Read(checkedLine.Cell(EnrolmentColumns.Zone));

        if (zone is null)
        {
            checkedLine.Wrong(EnrolmentColumns.Zone, reason, fix);
        }

        return zone ?? "";
    }
}
