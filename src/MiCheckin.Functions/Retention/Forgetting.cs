using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Stages;

namespace MiCheckin.Functions.Retention;

/// <summary>Takes a person's words out of what is kept and leaves what they were read as. Pure.</summary>
internal static class Forgetting
{
    public static ConversationEvent Words(ConversationEvent happened) =>
        happened switch
        {
            ConversationEvent.Replied reply => reply with { Words = new MessageText("") },
            ConversationEvent.CoachActed acted => acted with { Action = Words(acted.Action) },
            _ => happened,
        };

    public static Fact Words(Fact fact) =>
        fact switch
        {
            Fact.StageMoved moved => new Fact.StageMoved(Words(moved.Move)),
            Fact.MoveTakenBack back => new Fact.MoveTakenBack(Words(back.Move)),
            Fact.GoalSet => new Fact.GoalSet(""),
            Fact.FirstStepSet => new Fact.FirstStepSet(""),
            _ => fact,
        };

    /// <summary>What was said before <paramref name="cutoff"/>. A goal stays while the person is with us: it is still theirs.</summary>
    public static ConversationState Words(ConversationState state, Instant cutoff, bool gone) =>
        state with
        {
            Stage = state.Stage is { } stage ? stage with { Why = Before(stage.Why, cutoff) } : null,
            Override = state.Override is { } move ? Before(move, cutoff) : null,
            Moves = [.. state.Moves.Select(move => Before(move, cutoff))],
            Quotes = [.. state.Quotes.Where(quote => quote.At >= cutoff)],
            LastReply =
                state.LastReply is { } last && last.At < cutoff ? last with { Words = "" } : state.LastReply,
            Signals =
            [
                .. state.Signals.Select(signal => signal.At < cutoff ? signal with { Words = "" } : signal),
            ],
            Goal = gone ? null : state.Goal,
            FirstStep = gone ? null : state.FirstStep,
        };

    private static StageMove Before(StageMove move, Instant cutoff) => move.At < cutoff ? Words(move) : move;

    private static StageMove Words(StageMove move) =>
        move with
        {
            Evidence = [.. move.Evidence.Select(evidence => evidence with { Words = "" })],
        };

    private static CoachAction Words(CoachAction action) =>
        action switch
        {
            CoachAction.ClearHold => new CoachAction.ClearHold(""),
            CoachAction.OverrideStage stage => stage with { Note = "" },
            CoachAction.UndoMove => new CoachAction.UndoMove(""),
            CoachAction.Text => new CoachAction.Text(""),
            _ => action,
        };
}
