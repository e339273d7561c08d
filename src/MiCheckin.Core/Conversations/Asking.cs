using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// What a plain answer means by what was asked: "netflix" is what gets in the way where we asked for that, and "parking further
/// away" an idea. Only the class of the answer is chosen by it; what the reply is evidence of stays as it was read.
/// </summary>
internal static class Asking
{
    /// <summary>The name of the cells that fit the reply as an answer to its question.</summary>
    public static string Refine(Turn turn, Heard heard, string name)
    {
        var words = heard.ToAnswer;

        return (For(turn, heard), name) switch
        {
            _ when name is "neutral" && SaysTooLittle(words) => name,
            (AskedFor.Condition or AskedFor.Anything, "neutral" or "activation" or "sustain")
                when IsACondition(words) => "condition",
            (AskedFor.Condition, "neutral" or "activation") when !IsForNow(words) => "condition",
            (AskedFor.Strength, "neutral" or "sustain") when SaysNone(words) => "hard",
            (AskedFor.Idea, "neutral" or "activation") => "idea",
            (AskedFor.Idea, "steps") when !ToldAnAct(heard) => "idea",
            (AskedFor.Strength, "neutral" or "reason" or "ability") => "strength",
            (AskedFor.Strength, "steps") when !ToldAnAct(heard) && heard.Reading.Confidence < 0.5 =>
                "strength",
            (AskedFor.Strength, "sustain") when !Plausible.Refuses(words) => "hurdle",
            (AskedFor.Hurdle, "neutral") => "hurdle",
            (AskedFor.Hurdle, "sustain") when !Plausible.Refuses(words) => "hurdle",
            (_, "sustain") when IsAHurdle(heard.Reading, words) => "hurdle",
            _ => name,
        };
    }

    /// <summary>Whether the question asked for what gets in the way, or for what works.</summary>
    public static bool WasAskedFor(Turn turn, Heard heard) =>
        For(turn, heard) is AskedFor.Hurdle or AskedFor.Strength;

    /// <summary>
    /// The class whose question follows: to a hurdle nobody asked about the choice is stressed, as to all that speaks against
    /// the change.
    /// </summary>
    public static string Follows(Turn turn, Heard heard, string plain, string name) =>
        (plain, name) is ("sustain", "hurdle") && !WasAskedFor(turn, heard) ? plain : name;

    /// <summary>What the question asked for that the reply answers first; after our answer another question stands.</summary>
    private static AskedFor For(Turn turn, Heard heard) =>
        heard.Prompt switch
        {
            { Answers: > 0 } or null => AskedFor.Anything,
            { PromptId: Cells.RulerStepUp } => AskedFor.Condition,
            { PromptId: var id } => turn.Texts.Prompts.FirstOrDefault(p => p.Id.Is(id))?.AsksFor
                ?? AskedFor.Anything,
        };

    private static bool ToldAnAct(Heard heard) =>
        heard.Reading.Behaviour.Any(b => b.Kind is BehaviourKind.Did or BehaviourKind.Streak);

    /// <summary>"if my knees stopped hurting": neither for nor against, but what would make the difference.</summary>
    private static bool IsACondition(string words) =>
        Phrases.Conditions.Any(c => words.TrimStart().StartsWith(c, StringComparison.OrdinalIgnoreCase))
        && !words.Contains('?', StringComparison.Ordinal);

    /// <summary>"I can't with this knee": it is in the way, and nobody said that they like things as they are.</summary>
    private static bool IsAHurdle(Reading reading, string words) =>
        !Plausible.Refuses(words)
        && !SaysNone(words)
        && (
            reading.Kind is TalkKind.Ability
            || Phrases.Hurdles.Any(h => $" {words} ".Contains(h, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>"I guess now is as good as any": there is nothing to wait for.</summary>
    private static bool IsForNow(string words) =>
        Phrases.ForNow.Any(n => $" {words} ".Contains(n, StringComparison.OrdinalIgnoreCase));

    /// <summary>"none", "nothing really": nothing to name.</summary>
    private static bool SaysNone(string words) =>
        Phrases.Nones.Any(n => words.TrimStart().StartsWith(n, StringComparison.OrdinalIgnoreCase));

    private static bool SaysTooLittle(string words) =>
        (
            words.Contains('?', StringComparison.Ordinal)
            && Phrases.QuestionWords.Any(q =>
                words.TrimStart().StartsWith(q, StringComparison.OrdinalIgnoreCase)
            )
        )
        || Plausible.SaysNothing(words)
        || words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(w => !w.Any(char.IsLetter));
}
