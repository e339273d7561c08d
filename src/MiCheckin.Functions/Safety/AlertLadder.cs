using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;

namespace MiCheckin.Functions.Safety;

/// <summary>One person on the ladder. The first is the coach, who may have a phone.</summary>
internal sealed record LadderContact(EmailAddress Email, PhoneNumber? Phone, CoachId? Coach);

/// <summary>
/// Who is told of a risk alert, and when: the coach at once, the next contact each quarter of an hour, round and round
/// for twelve hours, then the program's last contact every four hours. It ends only when somebody acknowledges.
/// </summary>
internal sealed record AlertLadder(IReadOnlyList<LadderContact> Contacts, LadderContact Last)
{
    /// <summary>Steps before the last contact is told: four an hour for twelve hours.</summary>
    public const int StepsBeforeLast = 48;

    private static readonly Duration BetweenSteps = Duration.FromMinutes(15);
    private static readonly Duration BeforeLast = Duration.FromHours(12);
    private static readonly Duration BetweenLast = Duration.FromHours(4);

    /// <summary>The ladder of one person's alerts; whoever is missing, the administrator stands in.</summary>
    public static AlertLadder For(Coach? coach, Cohort? cohort, EmailAddress admin)
    {
        var last = new LadderContact(cohort?.LastContact ?? admin, null, null);
        List<LadderContact> contacts = [];

        if (coach is not null)
        {
            contacts.Add(new LadderContact(coach.Email, coach.Phone, coach.Id));
        }

        contacts.AddRange((cohort?.Escalation ?? []).Select(email => new LadderContact(email, null, null)));
        return new AlertLadder(contacts.Count == 0 ? [last] : [.. contacts.DistinctBy(c => c.Email)], last);
    }

    public LadderContact At(int step) => step >= StepsBeforeLast ? Last : Contacts[step % Contacts.Count];

    public static Instant DueAt(Instant raised, int step) =>
        step < StepsBeforeLast
            ? raised + (BetweenSteps * step)
            : raised + BeforeLast + (BetweenLast * (step - StepsBeforeLast));

    /// <summary>How many steps have come due by <paramref name="now"/>.</summary>
    public static int StepsBy(Instant raised, Instant now)
    {
        var since = now - raised;

        if (since < Duration.Zero)
        {
            return 1;
        }

        return since < BeforeLast
            ? 1 + (int)(since / BetweenSteps)
            : StepsBeforeLast + 1 + (int)((since - BeforeLast) / BetweenLast);
    }
}
