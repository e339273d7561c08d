namespace MiCheckin.Core.Conversations;

/// <summary>Questions about the service itself, and for advice: each has a plain answer, and a reflection would dodge it.</summary>
internal static class QuestionsToUs
{
    private const int MostWords = 9;

    private static readonly string[] WhoWeAre = (
        "who is this|who's this|whos this|who dis|who are you|who r u|who am i talking|is this a robot|is this a bot|are you a robot|are you a bot|"
        + "r u a bot|are you real|are you human|a real person|is this automated|is this ai|is this a computer|are you there|you there|"
        + "anyone there|anybody there|is anyone reading|does anyone read|does anybody read|why do you want to know|why are you asking|"
        + "quién es|quien es|quién eres|quien eres|eres un robot|eres una máquina|es un robot|hay alguien ahí|hay alguien ahi|una persona real"
    ).Split('|');

    private static readonly string[] Advice = (
        "what would u suggest|what would you suggest|what do you suggest|what do u suggest|any suggestions|any ideas|any tips|got any tips|"
        + "what should i do|what do you think i should|what do you recommend|what would you do|qué me recomiendas|que me recomiendas|"
        + "qué me sugieres|que me sugieres|qué debo hacer|que debo hacer|qué puedo hacer|algún consejo|algun consejo"
    ).Split('|');

    private static readonly string[] Asks = (
        "how long|how much|how many|how often|does |do the |do you know|is it |is there |what is|what are|what about|what helps|can i |"
        + "should i |will i |will it |would it |am i |why do |cuánto|cuanto|cuántos|cuántas|qué es|qué ayuda|sirve |puedo usar"
    ).Split('|');

    private static readonly string[] WhomToCall = (
        "what number|which number|who do i call|who can i call|who should i call|whom do i call|number to call|number can i call|"
        + "a quién llamo|a quien llamo|qué número|que numero|a qué número"
    ).Split('|');

    public static bool BeginLikeAQuestion(string words) =>
        Asks.Any(a => words.TrimStart('¿', ' ').StartsWith(a, StringComparison.OrdinalIgnoreCase));

    /// <summary>"What number can I call?": the numbers, and a coach is shown, as with HELP.</summary>
    public static bool AskWhomToCall(string words) => Has(words, WhomToCall);

    /// <summary>"Who is this?", "is this a robot": told who writes, and how to reach a person.</summary>
    public static bool AskWhoWeAre(string words) => IsShort(words) && Has(words, WhoWeAre);

    /// <summary>"What would you suggest?": what we know is offered, or the coach named.</summary>
    public static bool AskForAdvice(string words) => Has(words, Advice);

    private static bool IsShort(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;

    private static bool Has(string words, string[] phrases) =>
        phrases.Any(p => words.Replace('\u2019', '\'').Contains(p, StringComparison.OrdinalIgnoreCase));
}
