using MiCheckin.Core.Programs;

namespace MiCheckin.Core.Conversations;

/// <summary>What was to be asked and did not reach the person, or was cut off by a pause: it comes at a later check-in.</summary>
internal static class Owed
{
    /// <summary>The question of this prompt as one that is still to be asked. A prompt of the program is owed by being free again.</summary>
    public static Turn Again(Turn turn, OpenPrompt prompt) =>
        prompt.PromptId switch
        {
            Cells.GoalAsk => turn.With(s => s with { GoalAsked = false }),
            Cells.Summary => turn.With(s => s with { SummaryAt = null }),
            Cells.RulerStepUp when turn.State.Rulers is [.., var last] => turn.With(s =>
                s with
                {
                    StepUp = new StepUp(last.Score.Low, last.At),
                }
            ),
            var id when StageQuestions.IsQuestion(id) => turn.With(s => s with { StageNext = id }),
            _ => turn,
        };

    /// <summary>What is asked once in months is not used up by a question that the person put off.</summary>
    public static Turn CutOff(Turn turn) =>
        turn
            .State.OpenPrompts.Where(p => !p.Answered && turn.At <= p.AnswerBy)
            .Where(p => p.PromptId is Cells.GoalAsk || StageQuestions.IsQuestion(p.PromptId))
            .Aggregate(turn, Again);

    /// <summary>A goodbye that did not go out is said at the next check-in.</summary>
    public static Turn Closing(Turn turn, string textKey) =>
        turn.State is { Closed: true, LastCheckInDate: { } last } && textKey.Is($"ci|{Slots.Date(last)}-p")
            ? Slots.PlanCheckIn(turn.With(s => s with { Closed = false }))
            : turn;
}
