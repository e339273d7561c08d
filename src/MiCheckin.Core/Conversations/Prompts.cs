using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>Prompts that are open for an answer, and which one to ask next.</summary>
internal static class Prompts
{
    private const int MostOpen = 4;

    /// <summary>No prompt comes back within eight weeks.</summary>
    private static readonly Duration NoRepeat = Duration.FromDays(56);

    /// <summary>How long an answer may come after its answer-by time and still be taken as late, if nothing newer was asked.</summary>
    private static readonly Duration Late = Duration.FromDays(7);

    public static Turn Open(
        Turn turn,
        string textKey,
        string promptId,
        string words,
        Expects expects,
        RulerKind? ruler = null
    ) =>
        Open(
            turn,
            new OpenPrompt
            {
                TextKey = textKey,
                PromptId = promptId,
                Words = words,
                Expects = expects,
                Ruler = ruler,
                AskedAt = turn.At,
                AnswerBy = turn.At + Duration.FromHours(turn.Program.AnswerWithinHours),
            }
        );

    public static Turn Open(Turn turn, OpenPrompt prompt) =>
        turn.With(s =>
            s with
            {
                OpenPrompts =
                [
                    .. s
                        .OpenPrompts.Where(p => !p.TextKey.Is(prompt.TextKey) && turn.At < p.AnswerBy + Late)
                        .TakeLast(MostOpen - 1),
                    prompt,
                ],
            }
        );

    /// <summary>Puts the prompt, as it is now, in place of the one with its key.</summary>
    public static Turn Replace(Turn turn, OpenPrompt prompt) =>
        turn.With(s =>
            s with
            {
                OpenPrompts = [.. s.OpenPrompts.Select(p => p.TextKey.Is(prompt.TextKey) ? prompt : p)],
            }
        );

    /// <summary>Remembers that it was asked now.</summary>
    public static Turn Use(Turn turn, string promptId) =>
        turn.With(s =>
            s with
            {
                Prompted =
                [
                    .. s.Prompted.Where(u => turn.At - u.At < NoRepeat).TakeLast(59),
                    new PromptUse(promptId, turn.At),
                ],
            }
        );

    /// <summary>The next scheduled question: not asked within eight weeks, for the stage, in the program's order, rulers in between.</summary>
    public static Prompt? Next(Turn turn)
    {
        var free = turn.Texts.Prompts.Where(p => IsFree(turn, p)).ToList();
        var rulers = free.Where(p => p.Expects is Expects.Ruler).ToList();
        var ruler = Rulers.Choose(turn, rulers);
        var others = free.Except(rulers);
        return Rulers.IsTurn(turn) && ruler is not null ? ruler : others.FirstOrDefault() ?? ruler;
    }

    private static bool IsFree(Turn turn, Prompt prompt)
    {
        var state = turn.State;
        var arm = turn.Program.Arms.FirstOrDefault(a => a.Id.Is(state.Arm));
        return !state.Prompted.Any(u => u.PromptId.Is(prompt.Id) && turn.At - u.At < NoRepeat)
            && (
                arm is null
                || arm.Prompts.Count is 0
                || arm.Prompts.Contains(prompt.Id, StringComparer.Ordinal)
            )
            && Fits(prompt.Stages, state.Stage?.Stage);
    }

    /// <summary>Someone not placed yet is asked what suits the middle, never what takes a stage for granted.</summary>
    private static bool Fits(IReadOnlyList<Stage> stages, Stage? stage) =>
        stages.Count is 0 || stages.Contains(stage ?? Stage.Contemplation);
}
