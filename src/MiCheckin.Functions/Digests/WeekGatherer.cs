using MiCheckin.Core.Conversations;
using MiCheckin.Core.Digests;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Digests;

/// <summary>
/// Collects what a digest is written from: the roster, then for each person the state, two weeks of the ledger and the
/// open alerts. Three requests a person, however many others there are.
/// </summary>
internal sealed class WeekGatherer(CoachBook coaches, ParticipantStore people, AlertBook alerts)
{
    /// <summary>The week before is only compared with.</summary>
    private static readonly Duration Before = Duration.FromDays(7);

    public async Task<IReadOnlyList<PersonWeek>> GatherAsync(
        CoachId coach,
        DigestWeek week,
        CancellationToken cancellationToken
    )
    {
        List<PersonWeek> gathered = [];

        foreach (var id in await coaches.RosterAsync(coach, cancellationToken))
        {
            // On the roster, but erased or not made yet: nothing to tell.
            if (await people.FindAsync(id, cancellationToken) is { } person)
            {
                gathered.Add(await OfAsync(person, week, cancellationToken));
            }
        }

        return gathered;
    }

    private async Task<PersonWeek> OfAsync(
        StoredParticipant person,
        DigestWeek week,
        CancellationToken cancellationToken
    )
    {
        var log = await people.LogAsync(person.Id, week.From - Before, week.Until, cancellationToken);
        var open = await alerts.OpenOfAsync(person.Id, cancellationToken);
        return new PersonWeek
        {
            State = person.State,
            Facts = [.. log.SelectMany(e => e.Facts.Select(fact => new DatedFact(e.Happened.At, fact)))],
            Replies =
            [
                .. log.Select(e => e.Happened)
                    .OfType<ConversationEvent.Replied>()
                    .Where(reply => week.Holds(reply.At))
                    .Select(reply => new HeardReply(reply.ReplyId, reply.At, reply.Words, reply.Reading)),
            ],
            Alerts =
            [
                .. open.Where(a => a.State != AlertState.Resolved)
                    .Select(a => new OpenAlert(a.Alert, a.AcknowledgedBy)),
            ],
        };
    }
}
