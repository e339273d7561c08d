using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// What people say to a stage question in words of their own: "not really", "maybe", "I tried in January". Where it is neither
/// yes nor no nothing is claimed, and a half yes never places anybody further along than they say.
/// </summary>
internal static class StageAnswers
{
    private const int MostWords = 12;

    private static readonly string[] Yes = (
        "yes|yeah|yep|yup|sure|definitely|of course|for sure|absolutely|i am|i do|i have|i did|si|sí|claro|por supuesto"
    ).Split('|');

    private static readonly string[] No = (
        "no|nope|nah|not|never|i don't|i dont|i'm not|im not|i am not|i do not|i haven't|i havent|i have not|i didn't|i didnt|"
        + "i did not|nunca|todavía no|todavia no|aún no|aun no|la verdad no|casi nunca"
    ).Split('|');

    /// <summary>They begin like a no, or like a yes, and are none.</summary>
    private static readonly string[] Neither = (
        "not sure|no idea|no clue|no problem|no sé|no se |no lo sé|no entiendo|yes and no|sí y no|si y no|i do not know|"
        + "i don't know|i dont know|i don't understand|i dont understand|i'm not sure|im not sure|i am not sure"
    ).Split('|');

    private static readonly string[] Half = (
        "maybe|probably|possibly|perhaps|i think so|i guess|i suppose|i hope so|hopefully|kind of|kinda|sort of|sometimes|some days|"
        + "a little|a bit|now and then|thinking about it|trying to|tal vez|quizás|quizas|quizá|creo que sí|creo que si|puede ser|"
        + "a veces|más o menos|mas o menos|un poco|espero que sí|espero que si|algunos días"
    ).Split('|');

    private static readonly string[] Intends = (
        "i am going|i'm going|im going|i will|i'll|i want|i would like|i'd like|i plan|voy a|quiero|pienso"
    ).Split('|');

    private static readonly string[] Tried = (
        "i tried|tried|once|twice|a few times|many times|several times|last |in |lots|intenté|lo intenté|una vez|varias veces|el "
    ).Split('|');

    /// <summary>The reading with the yes or no that the words mean to this question.</summary>
    public static Reading Fill(OpenPrompt? prompt, Reading reading, string words)
    {
        var filled = PlainYes.Fill(reading, words);
        return prompt is not null && StageQuestions.IsQuestion(prompt.PromptId)
            ? filled with
            {
                YesNo = Meant(prompt.PromptId, filled, words),
            }
            : filled;
    }

    private static bool? Meant(string question, Reading reading, string words)
    {
        var plain = words.Trim().Replace('\u2019', '\'').ToLowerInvariant();

        if (
            plain.Contains('?', StringComparison.Ordinal)
            || plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > MostWords
            || Begins(plain, Neither)
        )
        {
            return null;
        }

        return plain switch
        {
            _ when Begins(plain, Intends) => ToAnIntention(question, plain),
            _ when Begins(plain, No) => false,
            _ when Begins(plain, Half) => ToHalfAYes(question, plain),
            _ when Begins(plain, Yes) => true,
            _ when question is Cells.StageAttempt && Begins(plain, Tried) => true,
            _ when question is Cells.StageMonth && TimeWords.NamesATimeWithinThirtyDays(plain) => true,
            _ => reading.YesNo,
        };
    }

    /// <summary>"I am going to" is no yes to "now", and a yes to "are you thinking of it".</summary>
    private static bool? ToAnIntention(string question, string words) =>
        question switch
        {
            Cells.StageNow => false,
            Cells.StageSoon => true,
            Cells.StageMonth when TimeWords.NamesATimeWithinThirtyDays(words) => true,
            _ => null,
        };

    /// <summary>"Maybe" is thinking of it; it is neither living it nor meaning the next month.</summary>
    private static bool? ToHalfAYes(string question, string words) =>
        question switch
        {
            Cells.StageSoon => true,
            Cells.StageAttempt => Begins(words, ["i think so", "creo que"]) ? true : null,
            _ => false,
        };

    private static bool Begins(string words, string[] beginnings) =>
        beginnings.Any(b =>
            words.StartsWith(b, StringComparison.Ordinal)
            && (b[^1] is ' ' || words.Length == b.Length || !char.IsLetter(words[b.Length]))
        );
}
