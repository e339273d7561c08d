using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Enrolment;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Simulator;

namespace MiCheckin.Functions.Hosting;

/// <summary>Two coaches and eight made-up people in eight time zones, so that a first start has somebody to text. Their numbers are reserved for fiction.</summary>
internal sealed class SampleCohort(CoachBook coaches, Enroller enroller, SimulatedPhones phones, IClock clock)
{
    private const string Walkers = "move-more-spring";
    private const string Quitters = "quit-smoking-spring";
    private static readonly CoachId Amara = new("amara");
    private static readonly CoachId Ben = new("ben");

    private static readonly IReadOnlyList<Person> People =
    [
        new("Rosa", "+12125550101", "America/New_York", Walkers, new LocalTime(17, 30)),
        new("Walt", "+13125550102", "America/Chicago", Quitters, new LocalTime(12, 0)),
        new("Denise", "+13035550103", "America/Denver", Walkers, new LocalTime(9, 30)),
        new("Marcus", "+12135550104", "America/Los_Angeles", Quitters, new LocalTime(18, 0)),
        new("Mei", "+16045550105", "America/Vancouver", Walkers, new LocalTime(16, 0), Country: "CA"),
        new("Lucia", "+16025550106", "America/Phoenix", Quitters, new LocalTime(17, 0), Language: "es"),
        new("Callum", "+447700900107", "Europe/London", Walkers, new LocalTime(10, 0), Country: "GB"),
        new("Priya", "+61491570156", "Australia/Sydney", Quitters, new LocalTime(19, 0), Country: "AU"),
    ];

    /// <summary>Does nothing once there is a coach: the sample is not forced on anybody who has begun for real.</summary>
    public async Task EnrolOnFirstStartAsync(CancellationToken cancellationToken)
    {
        if (await coaches.CoachesAsync(cancellationToken) is not [])
        {
            return;
        }

        foreach (var person in People)
        {
            await EnrolAsync(person, cancellationToken);
        }

        // The coaches come last: their being there says that the sample is whole.
        await SaveAsync(
            Walkers,
            "Move More, spring",
            "move-more",
            Amara,
            "Amara",
            "America/New_York",
            cancellationToken
        );
        await SaveAsync(
            Quitters,
            "Quit Smoking, spring",
            "quit-smoking",
            Ben,
            "Ben",
            "America/Chicago",
            cancellationToken
        );
    }

    private async Task SaveAsync(
        string cohort,
        string title,
        string program,
        CoachId coach,
        string name,
        string zone,
        CancellationToken cancellationToken
    )
    {
        await coaches.SaveAsync(
            new Cohort
            {
                Id = cohort,
                Name = title,
                ProgramId = program,
                ProgramVersion = VersionOf(program),
                Coaches = [coach],
                LastContact = EmailAddress.Parse("on-call@clinic.invalid"),
            },
            cancellationToken
        );
        await coaches.SaveAsync(
            new Coach
            {
                Id = coach,
                Name = new PersonName(name),
                Email = EmailAddress.Parse($"{coach.Value}@clinic.invalid"),
                Zone = zone,
                Since = clock.GetCurrentInstant(),
            },
            cancellationToken
        );
    }

    private async Task EnrolAsync(Person person, CancellationToken cancellationToken)
    {
        var phone = PhoneNumber.Parse(person.Phone);
        var coach = person.Walks ? Amara : Ben;
        var program = person.Walks ? "move-more" : "quit-smoking";
        var profile = new Profile
        {
            Id = default,
            Name = new PersonName(person.Name),
            ProgramId = program,
            ProgramVersion = VersionOf(program),
            Cohort = person.Cohort,
            Coach = coach,
            Language = person.Language,
            Country = person.Country,
            Zone = person.Zone,
            PreferredTime = person.Time,
        };
        await phones.AddAsync(phone, cancellationToken);
        await enroller.EnrolAsync(new EnrolmentRow(0, profile, phone), "the sample", cancellationToken);
    }

    private static int VersionOf(string program) =>
        EmbeddedPrograms.All.Single(p => string.Equals(p.Id, program, StringComparison.Ordinal)).Version;

    private sealed record Person(
        string Name,
        string Phone,
        string Zone,
        string Cohort,
        LocalTime Time,
        string Language = "en",
        string Country = "US"
    )
    {
        public bool Walks => string.Equals(Cohort, Walkers, StringComparison.Ordinal);
    }
}
