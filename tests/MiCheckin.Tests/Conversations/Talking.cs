using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using static MiCheckin.Tests.Conversations.People;

namespace MiCheckin.Tests.Conversations;

/// <summary>Texts one after the other, read by the real reader; the answer waits until its time, or is claimed at once.</summary>
internal sealed class Talking(ConversationState state)
{
    private readonly List<PlannedText> _texts = [];
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private int _replies;

    public bool Claims { get; init; }

    public ConversationState State { get; private set; } = state;

    public IReadOnlyList<PlannedText> Answers =>
        [.. _texts.Where(t => t.Kind is TextKind.Answer && !_gone.Contains(t.Key))];

    public Decision Say(string words, int second)
    {
        var at = Days(1) + Duration.FromSeconds(second);
        var waits = !Claims && State.Waiting is { } waiting && at < waiting.NotBefore;
        var text = new MessageText(words);
        var reading = ReplyReader.Read(words, Conversation.AskedOf(State, MoveMore, at, text, waits));
        var happened = new ConversationEvent.Replied(
            at,
            $"SM{++_replies}",
            text,
            reading,
            ProviderAnswered: false,
            waits
        );
        var before = ConversationJson.ReadState(ConversationJson.Write(State));
        var decision = Conversation.Decide(before, happened, MoveMore);
        State = decision.State;
        _texts.AddRange(decision.Effects.OfType<Effect.SendText>().Select(e => e.Text));
        _gone.UnionWith(decision.Effects.OfType<Effect.WithdrawText>().Select(e => e.TextKey));
        return decision;
    }
}
