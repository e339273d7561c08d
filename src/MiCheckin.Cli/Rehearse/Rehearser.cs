using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Stages;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Cli.Rehearse;

/// <summary>Both sides of the talk, and the moves of the stage.</summary>
internal sealed record Rehearsed(IReadOnlyList<Bubble> Talk, IReadOnlyList<StageMove> Moves);

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
    private readonly Dictionary<string, int> _said = new(StringComparer.Ordinal);
    private readonly List<StageMove> _moves = [];
    private int _answers;

    public async Task<Rehearsed> PlayAsync(
        ParticipantId id,
        Persona persona,
        int weeks,
        CancellationToken cancellationToken
    )
    {
        var until = clock.GetCurrentInstant() + Duration.FromDays(7 * weeks);
        var phone = (await FindAsync(id, cancellationToken)).Phone;

        // What is due already, as the welcome is by day, is no next event.
        await rehearsal.AdvanceAsync(Duration.FromMinutes(1), cancellationToken);
        await AnswerAsync(id, phone, persona, cancellationToken);
        while (
            clock.GetCurrentInstant() < until && await rehearsal.AdvanceToNextEventAsync(cancellationToken)
        )
        {
            await AnswerAsync(id, phone, persona, cancellationToken);
        }

        return new Rehearsed(await phones.MessagesAsync(phone, cancellationToken), _moves);
    }

    private async Task AnswerAsync(
        ParticipantId id,
        PhoneNumber phone,
        Persona persona,
        CancellationToken cancellationToken
    )
    {
        while (await NextAnswerAsync(id, phone, persona, cancellationToken) is { } words)
        {
            var wait = Duration.FromMinutes(Minutes[_answers++ % Minutes.Length]);
            await rehearsal.AdvanceAsync(wait, cancellationToken);
            await network.ReplyAsync(phone, new MessageText(words), 0, cancellationToken);
            await rehearsal.AdvanceAsync(Duration.FromMinutes(1), cancellationToken);
            await NoteMoveAsync(id, cancellationToken);
        }

        await NoteMoveAsync(id, cancellationToken);
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

        var nth = _said.GetValueOrDefault(open.PromptId);
        _said[open.PromptId] = nth + 1;
        return persona.Answer(open, nth);
    }

    private async Task NoteMoveAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        var moves = (await FindAsync(id, cancellationToken)).State.Moves;
        _moves.AddRange(moves.Where(m => _moves.All(known => known.At < m.At)));
    }

    private async Task<StoredParticipant> FindAsync(ParticipantId id, CancellationToken cancellationToken) =>
        await people.FindAsync(id, cancellationToken)
        ?? throw new InvalidOperationException("The sample holds no such person.");
}
