using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>What a check-in is about: the closing, the stage questions, the goal, a summary, a past success, the step up from a ruler, or the next prompt.</summary>
internal static class Agenda
{
    public static Turn Ask(Turn turn, DueSlot slot)
    {
        var key = $"{slot.Key}-p";

        if (IsOver(turn))
        {
            return Close(turn, key);
        }

        if (StageQuestions.IsDue(turn))
        {
            return Cell(StageQuestions.Started(turn), key, StageQuestions.Next(turn), Expects.YesNo);
        }

        if (turn.State.Goal is null && !turn.State.GoalAsked)
        {
            return Cell(turn.With(s => s with { GoalAsked = true }), key, Cells.GoalAsk, Expects.Open);
        }

        if (Summaries.IsDue(turn))
        {
            return Summaries.Ask(turn, key);
        }

        if (Summaries.SuccessToRecall(turn) is { } success)
        {
            var used = Prompts.Use(turn, Cells.Efficacy);
            return Cell(used, key, Cells.Efficacy, Expects.Open, ("success", success));
        }

        var owed = turn.With(s => s with { StepUp = null });
        return Rulers.StepUpDue(turn) is { } stepUp
            ? Cell(owed, key, stepUp.Cell, Expects.Open, stepUp.Fill)
            : AskPrompt(owed, slot, key);
    }

    private static Turn AskPrompt(Turn turn, DueSlot slot, string key)
    {
        if (Prompts.Next(turn) is not { } prompt)
        {
            return turn.Note(new Fact.SlotSkipped(slot.Key, "no-fresh-prompt"));
        }

        return Send(
            Prompts.Use(turn, prompt.Id),
            key,
            prompt.Id,
            new Said(prompt.Text, [$"prompt/{prompt.Id}"]),
            prompt.Expects,
            prompt.Ruler
        );
    }

    private static Turn Cell(
        Turn turn,
        string key,
        string cell,
        Expects expects,
        params (string Name, string Value)[] fill
    )
    {
        var (said, words) = Wording.Say(turn, cell, fill);
        return Send(said, key, cell, words, expects, null);
    }

    /// <summary>Sends a scheduled question, leaves it open for an answer, and plans its one reminder.</summary>
    public static Turn Send(
        Turn turn,
        string key,
        string promptId,
        Said words,
        Expects expects,
        RulerKind? ruler
    )
    {
        if (words.Body.Length is 0)
        {
            return turn.Note(new Fact.SlotSkipped(key, "no-words"));
        }

        var sent = turn.Send(CheckIns.Scheduled(turn, key, TextKind.Prompt, words));
        return CheckIns.PlanReminder(Prompts.Open(sent, key, promptId, words.Body, expects, ruler), key);
    }

    private static bool IsOver(Turn turn) =>
        turn.Program.Weeks is { } weeks
        && turn.State.Begun is { } begun
        && turn.At - begun >= Duration.FromDays(7 * weeks);

    private static Turn Close(Turn turn, string key)
    {
        var (said, words) = turn.State.Goal is { } goal
            ? Wording.Say(turn, Cells.Closing, ("goal", goal))
            : Wording.Say(turn, Cells.Closing);
        return said.With(s => s with { Closed = true, OpenPrompts = [] })
            .Send(CheckIns.Scheduled(turn, key, TextKind.Prompt, words));
    }
}
