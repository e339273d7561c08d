using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Cli.Rehearse;

/// <summary>Plays weeks of the real program with one made-up person who answers, and hands back both sides of the talk.</summary>
internal sealed class Rehearser(
    Rehearsal rehearsal,
    SimulatedNetwork network,
    SimulatedPhones phones,
    ParticipantStore people,
    IClock clock
)
{
    /// <summary>People take a while: the minutes until each answer, over and over.</summary>
    private static readonly int[] Minutes = [7, 24, 3, 48, 12, 95, 5, 31];
    private int _answers;
    private int _talked;
    private int _ruled;

    public async Task<IReadOnlyList<Bubble>> PlayAsync(
        ParticipantId id,
        Persona persona,
        int weeks,
        CancellationToken cancellationToken
    )
    {
        var until = clock.GetCurrentInstant() + Duration.FromDays(7 * weeks);
        var phone = (await FindAsync(id, cancellationToken)).Phone;
        while (
            clock.GetCurrentInstant() < until && await rehearsal.AdvanceToNextEventAsync(cancellationToken)
        )
        {
            while (await NextAnswerAsync(id, phone, persona, cancellationToken) is { } words)
            {
                var wait = Duration.FromMinutes(Minutes[_answers++ % Minutes.Length]);
                await rehearsal.AdvanceAsync(wait, cancellationToken);
                await network.ReplyAsync(phone, new MessageText(words), 0, cancellationToken);
                await rehearsal.AdvanceAsync(Duration.FromMinutes(1), cancellationToken);
            }
        }

        return await phones.MessagesAsync(phone, cancellationToken);
    }

    /// <summary>Null unless the last word was the program's, and it was a question.</summary>
    private async Task<string?> NextAnswerAsync(
        ParticipantId id,
        PhoneNumber phone,
        Persona persona,
        CancellationToken cancellationToken
    )
    {
        var bubbles = await phones.MessagesAsync(phone, cancellationToken);
        if (bubbles is not [.., { FromPerson: false } last])
        {
            return null;
        }

        var state = (await FindAsync(id, cancellationToken)).State;
        if (state.Consent is Consent.Asked)
        {
            return "Yes";
        }

        if (
            !last.Body.Reveal().Contains('?', StringComparison.Ordinal)
            || state.OpenPrompts is not [.., var open]
        )
        {
            return null;
        }

        var answer = persona.Answer(open, _talked, _ruled);
        _ruled += open.Expects is Expects.Ruler ? 1 : 0;
        _talked += answer is not null && persona.Talk.Contains(answer, StringComparer.Ordinal) ? 1 : 0;
        return answer;
    }

    private async Task<StoredParticipant> FindAsync(ParticipantId id, CancellationToken cancellationToken) =>
        await people.FindAsync(id, cancellationToken)
        ?? throw new InvalidOperationException("The sample holds no such person.");
}
