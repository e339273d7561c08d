using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>A plan of the person's own: what they say they will do, with a time, or the bare time given when we asked for one.</summary>
internal static class Plans
{
    private const int MostWordsOfATime = 9;

    /// <summary>Questions of ours that a time answers.</summary>
    private static readonly string[] AsksWhen = (
        "and when|when and where|which day would|what day would|first step|how will you begin|what will you do first|"
        + "where in your week|your plan|y en qué momento|en qué momento y|y qué día|primer paso|lo primero que|"
        + "de qué manera empiezas|pensado hasta hoy"
    ).Split('|');

    private static readonly string[] Clock = (
        "morning|mornings|lunch|noon|afternoon|evening|evenings|night|nights|breakfast|dinner|supper|before work|"
        + "after work|weekend|weekends|o'clock|am|pm|daily|every day|todos los días|todos los dias|por la tarde|"
        + "por la noche|en la tarde|en la noche|desayuno|almuerzo|comida|cena|antes del trabajo|"
        + "después del trabajo|despues del trabajo|cada día|cada dia"
    ).Split('|');

    private static readonly string[] Joints = ["and ", "so ", "then ", "y ", "entonces "];

    private static readonly string[] Fillers = (
        "at|on|in|the|around|about|before|after|work|every|each|next|this|week|day|starting|from|right|i|think|"
        + "probably|o'clock|a|las|la|el|los|por|de|en|cada|después|despues|antes|del|trabajo|semana|a|eso"
    ).Split('|');

    private static readonly string[] Against = (
        "no|not|never|don't|dont|won't|wont|can't|cant|cannot|if|maybe|idk|hate|too|busy|tired|nunca|quizás|quizas|"
        + "tal vez|cansado|cansada|stop"
    ).Split('|');

    /// <summary>
    /// A time said to a question that asks for one, or after the person committed to something, is part of that plan. The first
    /// step that we ask for with the goal is kept as that, and claimed for no more.
    /// </summary>
    public static Heard Timed(Turn turn, Heard heard) =>
        heard.Reading
            is { Talk: Talk.Neutral or Talk.Unsure or Talk.Change or Talk.Sustain, AsksForInformation: false }
        && heard.Reading.Behaviour.Count is 0
        && heard.Reading.Kind is not TalkKind.Commitment
        && heard.Prompt is { Expects: Expects.Open, PromptId: not Cells.GoalThanks } prompt
        && IsATime(heard.Words)
        && (
            IsAskedFor(prompt)
            || (
                turn.State.LastReply is { AnsweredAs: "commitment" or "activation" } last
                && last.PromptKey.Is(prompt.TextKey)
                && IsNothingElse(heard.Words)
            )
        )
            ? heard with
            {
                Reading = heard.Reading with
                {
                    Talk = Talk.Change,
                    Kind = TalkKind.Commitment,
                    Confidence = Math.Max(heard.Reading.Confidence, 0.7),
                },
                IsTime = true,
            }
            : heard;

    private static bool IsAskedFor(OpenPrompt prompt) =>
        prompt.Words.Contains('?', StringComparison.Ordinal) && Mentions(prompt.Words, AsksWhen);

    /// <summary>The words that say what will be done: of an answer in parts, the part with the time, without "and".</summary>
    public static string? WordsOf(Heard heard)
    {
        var parts = heard.ToAnswer.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        var part = parts.LastOrDefault(TimeWords.NamesATimeWithinThirtyDays) ?? heard.ToAnswer;
        var joint = Joints.FirstOrDefault(j => part.StartsWith(j, StringComparison.OrdinalIgnoreCase)) ?? "";
        return Goals.Kept(part[joint.Length..]);
    }

    /// <summary>Whether the person says that they will do it, and when.</summary>
    public static bool IsPlan(Heard heard) =>
        heard.IsTime
        || (
            heard.Reading is { Talk: Talk.Change, Kind: TalkKind.Commitment or TalkKind.Activation }
            && heard.Reading.Behaviour.Count is 0
            && TimeWords.NamesATimeWithinThirtyDays(heard.ToAnswer)
        );

    /// <summary>"and on Thursday too", said after the plan, adds to it and takes its place no more.</summary>
    private static bool OnlyAdds(Turn turn, Heard heard) =>
        heard.IsLatePart
        && turn.State.FirstStep is not null
        && Joints.Any(j => heard.ToAnswer.StartsWith(j, StringComparison.OrdinalIgnoreCase))
        && !Promises.SpeaksForItself(heard.ToAnswer);

    public static Turn Keep(Turn turn, Heard heard) =>
        IsPlan(heard)
        && !OnlyAdds(turn, heard)
        && WordsOf(heard) is { } step
        && heard.Prompt?.PromptId is not (Cells.GoalAsk or Cells.GoalThanks)
            ? turn.With(s => s with { FirstStep = step }).Note(new Fact.FirstStepSet(step))
            : turn;

    /// <summary>Shows a plan back that comes after the two answers of a prompt: it is news, and no answer to the prompt.</summary>
    public static Turn ShowLate(Turn turn, Heard heard, string step)
    {
        var (said, words) = Wording.Say(turn, new Filled(Cells.StepThanks, ("step", step)));
        var wait = Duration.FromSeconds(turn.Program.AnswerAfterSeconds);
        return said.SendAfter(Answers.Key(heard), TextKind.Answer, words, wait);
    }

    /// <summary>"Monday at 7": a time and nothing else.</summary>
    public static bool IsNothingElse(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(IsOfTime);

    private static bool IsOfTime(string word) =>
        char.IsAsciiDigit(word[0])
        || TimeWords.NamesATimeWithinThirtyDays(word)
        || Fillers.Contains(word.Trim('.', ',', '!'), StringComparer.OrdinalIgnoreCase)
        || Clock.Contains(word.Trim('.', ',', '!'), StringComparer.OrdinalIgnoreCase);

    private static bool IsATime(string words)
    {
        var all = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return all.Length is > 0 and <= MostWordsOfATime
            && !words.Contains('?', StringComparison.Ordinal)
            && (IsOfTime(all[0]) || Promises.BeginsAnAct(words))
            && !all.Any(w => Against.Contains(w.Trim('.', ',', '!'), StringComparer.OrdinalIgnoreCase))
            && (TimeWords.NamesATimeWithinThirtyDays(words) || Mentions(words, Clock) || NamesAnHour(all));
    }

    /// <summary>"at 7", "7am", "7:30".</summary>
    private static bool NamesAnHour(string[] words) =>
        words
            .Index()
            .Any(w =>
                char.IsAsciiDigit(w.Item[0])
                && (
                    w.Item.Contains(':', StringComparison.Ordinal)
                    || w.Item.EndsWith("am", StringComparison.OrdinalIgnoreCase)
                    || w.Item.EndsWith("pm", StringComparison.OrdinalIgnoreCase)
                    || (w.Index > 0 && words[w.Index - 1].ToLowerInvariant() is "at" or "around" or "las")
                )
            );

    private static bool Mentions(string words, string[] phrases)
    {
        var plain =
            $" {string.Join(' ', words.ToLowerInvariant().Split([' ', ',', '.', '!', '?', '\u00bf', '\n'], StringSplitOptions.RemoveEmptyEntries))} ";
        return phrases.Any(p => plain.Contains($" {p} ", StringComparison.Ordinal));
    }
}
