using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.People;

/// <summary>One person with what waits for a human being.</summary>
internal sealed record Case(StoredParticipant Person, IReadOnlyList<StoredAlert> Alerts)
{
    /// <summary>How soon somebody should look: 0 first.</summary>
    public int Rank =>
        this switch
        {
            { Person.State.Hold.Reason: HoldReason.Risk } => 0,
            _ when Alerts.Any(a => a.IsRisk) => 0,
            { Person.State.Hold.Reason: HoldReason.UnclearStop } => 1,
            _ when Alerts.Any(a => a.Alert.Reason is AlertReason.AskedForCoach or AlertReason.AskedForHelp) =>
                1,
            _ when Alerts.Count > 0 => 2,
            { Person.State.Stale: true } => 3,
            { Person.State.Consent: Consent.Stopped or Consent.WrongNumber } => 5,
            _ => 4,
        };
}

/// <summary>Who may see whom. Every page about people asks here, and nowhere else.</summary>
internal sealed class CaseLoad(CoachBook coaches, ParticipantStore people, AlertBook alerts)
{
    /// <summary>A coach's own people; an admin's choice of coach, or everybody's. Whoever needs a look comes first.</summary>
    public async Task<IReadOnlyList<Case>> OfAsync(
        ConsoleUser user,
        CoachId? of,
        CancellationToken cancellationToken
    )
    {
        var open = (await alerts.OpenAsync(cancellationToken)).ToLookup(a => a.Person);
        List<Case> cases = [];

        foreach (var coach in await WhoseAsync(user, of, cancellationToken))
        {
            foreach (var id in await coaches.RosterAsync(coach, cancellationToken))
            {
                if (await people.FindAsync(id, cancellationToken) is { } person)
                {
                    cases.Add(new Case(person, [.. open[id]]));
                }
            }
        }

        return
        [
            .. cases
                .OrderBy(c => c.Rank)
                .ThenBy(c => c.Person.Profile.Name.Reveal(), StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Null where there is nobody of this id, or not for this user: the two look alike from outside.</summary>
    public async Task<StoredParticipant?> FindAsync(
        ConsoleUser user,
        string id,
        CancellationToken cancellationToken
    ) =>
        id.All(char.IsAsciiLetterOrDigit)
        && await people.FindAsync(new ParticipantId(id), cancellationToken) is { } person
        && user.MaySee(person.Profile.Coach)
            ? person
            : null;

    private async Task<IEnumerable<CoachId>> WhoseAsync(
        ConsoleUser user,
        CoachId? of,
        CancellationToken cancellationToken
    )
    {
        if (!user.IsAdmin)
        {
            return user.Coach is { } own ? [own] : [];
        }

        return of is { } chosen
            ? [chosen]
            : (await coaches.CoachesAsync(cancellationToken)).Select(c => c.Id);
    }
}
