using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>What is answered to talk: a reflection, then at most one question; two answers to a prompt at most.</summary>
internal static class Answers
{
    public static Turn ToTalk(Turn turn, ConversationEvent.Replied reply)
    {
        var alone = TakingBack.IfItGoesOn(turn, reply);
        var heard = Hearing.Of(alone, reply);
        var kept = TakingBack.Compare(turn, StageMoving.Judge(Listening.Keep(alone, heard), heard));
        var noted = heard is { Unclear: false, Prompt: { } prompt }
            ? Prompts.Replace(kept, prompt with { AnsweredAt = turn.At })
            : kept;
        var taken = heard with { Prompt = Fresh(noted, heard.Prompt) };
        var flagged = Reflecting.Flag(noted, heard) with { Asked = heard.Prompt?.Words ?? "" };
        var said =
            Served(flagged, taken)
            ?? (MaySay(flagged, heard) ? Choose(flagged, taken) : null)
            ?? LatePlan(flagged, taken)
            ?? flagged;
        return Listening.Close(TakingBack.Mark(said, alone, kept, heard), heard, noted);
    }

    /// <summary>A plan with a time is heard also where the prompt has had its two answers: one short text, no question.</summary>
    private static Turn? LatePlan(Turn turn, Heard heard) =>
        MaySayAnything(turn, heard)
        && heard is { Unclear: false, Prompt.Answers: Budget.AnswersPerPrompt }
        && Plans.IsPlan(heard)
        && Plans.WordsOf(heard) is { } step
        && !turn.State.Worded.TakeLast(2).Any(w => w.StartsWith(Cells.StepThanks, StringComparison.Ordinal))
            ? Plans.ShowLate(turn, heard, step)
            : null;

    /// <summary>What is no talk: a time that we asked about, and the stage questions, which keep their own count. Null for all else.</summary>
    private static Turn? Served(Turn turn, Heard heard) =>
        (heard.Prompt, heard.Reading) switch
        {
            _ when turn.State.Hold is not null => null,
            ({ PromptId: Cells.TimeUnclear }, { PreferredTime: { } time }) => SelfService.Time(
                turn,
                Key(heard),
                time
            ),
            _ when QuestionsToUs.AskWhomToCall(heard.ToAnswer) => turn.Alert(
                    $"{heard.ReplyId}-help",
                    AlertReason.AskedForHelp,
                    heard.ReplyId
                )
                .Serve(Key(heard), Cells.Help),
            _ when QuestionsToUs.AskWhoWeAre(heard.ToAnswer) => turn.Serve(Key(heard), Cells.Help),
            ({ Expects: Expects.YesNo } p, { YesNo: { } yes }) when StageQuestions.IsQuestion(p.PromptId) =>
                StageQuestions.Answer(turn, heard, p, yes),
            _ => null,
        };

    /// <summary>The order of the arms is policy: what the person set going first, then the ruler, then talk.</summary>
    private static Turn Choose(Turn turn, Heard heard) =>
        (heard.Prompt, heard.Reading) switch
        {
            _ when heard.Unclear => Hearing.AskWhich(turn, heard),
            _ when Goals.Changed(heard) is { } goal => Goals.ShowGoal(turn, heard, goal),
            ({ PromptId: Cells.InfoPermission } p, { YesNo: true }) => Information.Tell(turn, heard, p),
            ({ PromptId: Cells.InfoPermission }, { YesNo: false }) => turn,
            (_, { Talk: Talk.Discord }) => Reflecting.Answer(turn, heard),
            ({ Expects: Expects.Ruler } p, { RulerStatus: RulerStatus.Read, Ruler: { } score }) =>
                Rulers.Answer(turn, heard, score, p),
            ({ Expects: Expects.Ruler, Clarified: false } p, { RulerStatus: RulerStatus.Ask }) =>
                Rulers.AskAgain(turn, heard, p),
            (_, { AsksForInformation: true }) => Information.AskPermission(turn, heard),
            ({ PromptId: Cells.GoalAsk }, _) when Goals.Of(heard) is { } goal => Goals.ShowGoal(
                turn,
                heard,
                goal
            ),
            ({ PromptId: Cells.GoalThanks }, _) when Goals.StepOf(heard, turn.State.Goal) is { } step =>
                Goals.ShowStep(turn, heard, step),
            _ when heard.IsTime && Plans.WordsOf(heard) is { } step => Goals.ShowStep(turn, heard, step),
            (_, { NotAnAnswer: NotAnAnswer.Media }) => turn.Serve(Key(heard), Cells.Media),
            _ => Reflecting.Answer(turn, heard),
        };

    /// <summary>A reflection and a question; the question is left out where it would be the last answer allowed.</summary>
    public static Turn Reply(Turn turn, Heard heard, IReadOnlyList<Filled> reflection, Filled? question) =>
        question is null || IsLast(turn, heard)
            ? Say(turn, heard, reflection, asks: false)
            : Say(turn, heard, [.. reflection, question], asks: true);

    public static Turn Say(
        Turn turn,
        Heard heard,
        IReadOnlyList<Filled> cells,
        bool asks,
        bool atOnce = false,
        Expects expects = Expects.Open
    )
    {
        var (said, words) = Wording.Say(turn, cells);
        return Plan(said, heard, words, asks ? expects : null, atOnce);
    }

    /// <summary>A fixed text, then cells, as one text, at once: it was asked for.</summary>
    public static Turn Say(Turn turn, Heard heard, Said first, IReadOnlyList<Filled> cells, bool asks)
    {
        var (said, words) = Wording.Say(turn, cells);
        return Plan(said, heard, Wording.Before(first, words), asks ? Expects.Open : null, atOnce: true);
    }

    /// <summary>A thread for what the person began without being asked.</summary>
    public static OpenPrompt Thread(Turn turn, Heard heard) =>
        new()
        {
            TextKey = Key(heard),
            PromptId = "talk",
            Words = "",
            Expects = Expects.Open,
            AskedAt = turn.At,
            AnswerBy = turn.At + Duration.FromHours(turn.Program.AnswerWithinHours),
            AnsweredAt = turn.At,
        };

    public static bool IsLast(Turn turn, Heard heard) =>
        (heard.Prompt?.Answers ?? 0) + 1 >= Budget.AnswersPerPrompt || Budget.Left(turn) <= 1;

    /// <summary>
    /// Plans the answer for a moment later: an answer split over several texts is then answered as a whole. What the person
    /// waits for, such as a fact they asked for, comes at once.
    /// </summary>
    private static Turn Plan(Turn turn, Heard heard, Said words, Expects? asked, bool atOnce)
    {
        if (words.Body.Length is 0)
        {
            return turn;
        }

        var prompt = heard.Prompt ?? Thread(turn, heard);
        var opened = turn.State.OpenPrompts.Any(p => p.TextKey.Is(prompt.TextKey))
            ? turn
            : Prompts.Open(turn, prompt);
        var answered = prompt with
        {
            Answers = prompt.Answers + 1,
            Words = asked is null ? prompt.Words : words.Body,
            Expects = asked ?? Expects.Open,
        };
        var wait = atOnce ? Duration.Zero : Duration.FromSeconds(turn.Program.AnswerAfterSeconds);
        return Prompts.Replace(opened.SendAfter(Key(heard), TextKind.Answer, words, wait), answered);
    }

    public static string Key(Heard heard) => $"{heard.ReplyId}-a0";

    private static bool MaySayAnything(Turn turn, Heard heard) =>
        turn.State is { Hold: null, Closed: false }
        && !turn.IsPaused
        && !heard.GoesOn
        && Budget.Left(turn) > 0;

    private static bool MaySay(Turn turn, Heard heard) =>
        MaySayAnything(turn, heard) && (heard.Prompt?.Answers ?? 0) < Budget.AnswersPerPrompt;

    private static OpenPrompt? Fresh(Turn turn, OpenPrompt? prompt) =>
        prompt is null
            ? null
            : turn.State.OpenPrompts.FirstOrDefault(p => p.TextKey.Is(prompt.TextKey)) ?? prompt;
}
