using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// The stage questions (URI short form): now, within six months, within 30 days, tried in the past year. Asked after
/// consent and every few weeks, one for each answer, and no further than the answers make needful.
/// </summary>
internal static class StageQuestions
{
    /// <summary>With a single wording a round would repeat a question before this.</summary>
    private const int WeeksWithOneWording = 8;

    public static bool IsQuestion(string promptId) =>
        promptId is Cells.StageNow or Cells.StageSoon or Cells.StageMonth or Cells.StageAttempt;

    /// <summary>The first round, in the same text as <paramref name="thanksCell"/> where two segments hold both.</summary>
    public static Turn Begin(Turn turn, ConversationEvent.Replied reply, string thanksCell)
    {
        var key = $"{reply.ReplyId}-a0";

        if (reply.ProviderAnswered)
        {
            return turn;
        }

        var (said, words) = Wording.Say(turn, new Filled(thanksCell), new Filled(Cells.StageNow));

        if (words.Parts.Count < 2 || turn.State.Hold is not null)
        {
            return turn.Serve(key, thanksCell);
        }

        var sent = Started(said).SendNow(key, TextKind.Answer, words);
        return Prompts.Open(sent, key, Cells.StageNow, words.Body, Expects.YesNo);
    }

    public static bool IsDue(Turn turn)
    {
        var several = turn.Texts.Cells.GetValueOrDefault(Cells.StageNow) is { Count: > 1 };
        var weeks = several
            ? turn.Program.StageQuestionsEveryWeeks
            : Math.Max(WeeksWithOneWording, turn.Program.StageQuestionsEveryWeeks);
        return turn.State.StageNext is not null
            || turn.State.StageQuestionsAt is not { } last
            || turn.At - last >= Duration.FromDays(7 * weeks);
    }

    public static Turn Started(Turn turn) =>
        turn.State.StageNext is null
            ? turn.With(s => s with { StageQuestionsAt = turn.At })
            : turn.With(s => s with { StageNext = null });

    public static string Next(Turn turn) => turn.State.StageNext ?? Cells.StageNow;

    /// <summary>What an answer says, as a signal; null where it is neither yes nor no.</summary>
    public static SignalClass? SignalOf(string promptId, bool yes) =>
        (promptId, yes) switch
        {
            (Cells.StageNow, true) => SignalClass.NowYes,
            (Cells.StageNow, false) => SignalClass.NowNo,
            (Cells.StageSoon, true) => SignalClass.SoonYes,
            (Cells.StageSoon, false) => SignalClass.SoonNo,
            (Cells.StageMonth, true) => SignalClass.MonthYes,
            (Cells.StageMonth, false) => SignalClass.MonthNo,
            (Cells.StageAttempt, true) => SignalClass.AttemptYes,
            (Cells.StageAttempt, false) => SignalClass.AttemptNo,
            _ => null,
        };

    /// <summary>Asks the next question that the answer leaves open, or thanks; in a pause it waits for the check-in after it.</summary>
    public static Turn Answer(Turn turn, Heard heard, OpenPrompt prompt, bool yes)
    {
        var key = $"{heard.ReplyId}-a0";
        var answered = Prompts
            .Replace(turn, prompt with { AnsweredAt = turn.At, Answers = Budget.AnswersPerPrompt })
            .With(s => s with { StageNext = null });
        var next = (prompt.PromptId, yes) switch
        {
            (Cells.StageNow, false) => Cells.StageSoon,
            (Cells.StageSoon, true) => Cells.StageMonth,
            (Cells.StageMonth, true) => Cells.StageAttempt,
            _ => null,
        };

        if (next is null)
        {
            return turn.IsPaused ? answered : answered.Serve(key, Cells.StageThanks);
        }

        if (turn.IsPaused || Budget.Left(answered) is 0)
        {
            return answered.With(s => s with { StageNext = next });
        }

        var (said, words) = Wording.Say(answered, next);
        return words.Body.Length is 0
            ? answered
            : Prompts.Open(said.SendNow(key, TextKind.Answer, words), key, next, words.Body, Expects.YesNo);
    }
}
