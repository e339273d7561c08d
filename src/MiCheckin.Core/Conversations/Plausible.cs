using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// Weighs a reading against what the conversation knows: a bare number or a bare yes is no talk, what is said plainly
/// outranks a reader's leaning, and where the two disagree nothing is claimed.
/// </summary>
internal static class Plausible
{
    private static readonly string[] Refusals = (
        "don't want|dont want|do not want|won't|wont|will not|not going to|not gonna|i hate|can't stand|"
        + "not interested|i refuse|no quiero|no voy a|odio|no me interesa"
    ).Split('|');

    private static readonly string[] Turns = (
        "but|though|tho|although|want to quit|want to stop|hate being|hate how|hate that|hate feeling|"
        + "hate the way|hate my|hate it when|hate when|pero|aunque|"
        + "smok|cigar|vap|drink|like this|feel like|give up|to miss|to be sick|to die|to end up|to lose|"
        + "skip|quit|stop"
    ).Split('|');

    private static readonly string[] Promise =
        "i will |i'll |i am going to |i'm going to |im going to |voy a ".Split('|');

    /// <summary>Acts that begin a change in any program: what follows "I will" where nothing else can be meant.</summary>
    private static readonly string[] Begins = (
        "walk|go walk|go for a walk|take a walk|run |jog|swim|bike|ride my bike|dance|hike|exercise|work out|"
        + "stretch|start|begin|try |join|sign up|call|take the stairs|go to the gym|go to the pool|throw out|"
        + "throw away|caminar|correr|nadar|bailar|empezar|comenzar|probar|salir a caminar|ir al gimnasio|"
        + "ir a caminar|llamar|tirar"
    ).Split('|');

    private static readonly string[] OfOneself = (
        " i want| i wanna| i need| i can | i could| i would| i'd | i wish| i hope| i really| i have to| i'm ready|"
        + " i am ready| im ready| quiero| necesito| puedo| me gustar| deseo| espero"
    ).Split('|');

    private static readonly string[] Denials = " not |n't |never|no |nunca".Split('|');

    private static readonly string[] Unfinished =
        "to|the|my|because|cuz|and|but|or|que|porque|y|pero|de|mi".Split('|');

    private static readonly string[] Suppositions = "if |maybe if |if only |si |ojalá |que ".Split('|');

    public static Reading Weigh(Reading reading, string words, OpenPrompt? prompt, Stage? stage) =>
        Judge(IsSupposed(words) ? reading with { Behaviour = [] } : reading, words, prompt, stage);

    private static Reading Judge(Reading reading, string words, OpenPrompt? prompt, Stage? stage) =>
        reading.Talk switch
        {
            Talk.Discord => reading,
            _ when IsBareAnswer(reading, words, prompt) => Without(reading),
            Talk.Change or Talk.Sustain or Talk.Mixed when BreaksOff(words) => Unsure(reading),
            Talk.Change or Talk.Sustain or Talk.Neutral or Talk.Unsure when IsAPlainPlan(words) => AsPlan(
                reading
            ),
            Talk.Change or Talk.Sustain when reading.Kind is TalkKind.Steps && LeftUndone(reading) => Without(
                reading
            ),
            Talk.Change or Talk.Neutral or Talk.Unsure when IsActing(stage) && UsedAgain(reading) => AsSlip(
                reading
            ),
            Talk.Change when reading.Kind is TalkKind.Steps && UsedAgain(reading) => Unsure(reading),
            Talk.Change when Refuses(words) => Unsure(reading),
            Talk.Sustain when Promises(words) => Unsure(reading),
            Talk.Sustain when reading.Kind is TalkKind.Steps && IsActing(stage) => AsSlip(reading),
            _ => reading,
        };

    /// <summary>"I gave up", said of the effort and not of the habit.</summary>
    public static bool GaveUp(Reading reading, string words) =>
        BehaviourSignals.Of(reading, words).Any(s => s.Class is SignalClass.GaveUp);

    /// <summary>"Had two cigarettes last night": an amount of what the person is leaving is no step, however it is read.</summary>
    private static bool UsedAgain(Reading reading) =>
        reading.Behaviour.Any(b =>
            b is { Kind: BehaviourKind.Amount, Amount: > 0, Unit: "cigarettes" or "drinks" or "puffs" }
        );

    public static bool IsActing(Stage? stage) => stage is Stage.Action or Stage.Maintenance;

    /// <summary>A refusal with nothing on the other side of it.</summary>
    public static bool Refuses(string words)
    {
        var plain = words.Replace('\u2019', '\'');
        return Has(plain, Refusals) && !Has(plain, Turns);
    }

    /// <summary>"I want to feel better", "I will": said of oneself, and not only the thing that was asked for.</summary>
    public static bool SpeaksForItself(string words)
    {
        var plain = $" {words.Replace('\u2019', '\'')}";
        return Has(plain, OfOneself) || Promises(plain);
    }

    /// <summary>"I will walk on Saturday": no leaning against the change, whatever else it is.</summary>
    private static bool Promises(string words)
    {
        var plain = words.Replace('\u2019', '\'');
        return Has(plain, Promise) && !Has(plain, Turns) && !Has(plain, Refusals) && !Has(plain, Denials);
    }

    /// <summary>"I will walk with my neighbor on Saturday": who will do it, what, and when. No reader's leaning outweighs that.</summary>
    private static bool IsAPlainPlan(string words)
    {
        var plain = words.Replace('\u2019', '\'');
        return Promises(plain)
            && Promise.Any(p => Begins.Any(b => plain.Contains(p + b, StringComparison.OrdinalIgnoreCase)))
            && TimeWords.NamesATimeWithinThirtyDays(words);
    }

    /// <summary>"If my sister walked with me": nothing that was done.</summary>
    private static bool IsSupposed(string words) =>
        Suppositions.Any(s => words.TrimStart().StartsWith(s, StringComparison.OrdinalIgnoreCase))
        && !words.Contains('\n', StringComparison.Ordinal);

    /// <summary>"I just want to": what it leans to is in the text that follows, and may be anything.</summary>
    public static bool BreaksOff(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var last]
        && Unfinished.Contains(last, StringComparer.OrdinalIgnoreCase);

    /// <summary>"7" to a ruler, "yes" to a closed question: it answers that, and says no more.</summary>
    private static bool IsBareAnswer(Reading reading, string words, OpenPrompt? prompt) =>
        prompt?.Expects switch
        {
            Expects.Ruler => reading.RulerStatus is not RulerStatus.None && WordsIn(words) <= 2,
            Expects.YesNo => reading.YesNo is not null && WordsIn(words) <= 2,
            _ => false,
        };

    private static bool LeftUndone(Reading reading) =>
        reading.Behaviour.Any(b => b.Kind is BehaviourKind.DidNot or BehaviourKind.Slip);

    /// <summary>"Had two last night" from somebody who has stopped: the amount is the slip.</summary>
    private static Reading AsSlip(Reading reading) =>
        reading with
        {
            Behaviour =
            [
                .. reading.Behaviour.Select(b =>
                    b.Kind is BehaviourKind.Amount ? b with { Kind = BehaviourKind.Slip } : b
                ),
            ],
        };

    private static Reading AsPlan(Reading reading) =>
        reading with
        {
            Talk = Talk.Change,
            Kind = TalkKind.Commitment,
            Confidence = Math.Max(reading.Confidence, 0.7),
        };

    private static Reading Unsure(Reading reading) =>
        reading with
        {
            Talk = Talk.Unsure,
            Kind = TalkKind.None,
        };

    private static Reading Without(Reading reading) =>
        reading with
        {
            Talk = Talk.Neutral,
            Kind = TalkKind.None,
        };

    private static int WordsIn(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetter));

    private static bool Has(string words, string[] phrases) =>
        phrases.Any(p => words.Contains(p, StringComparison.OrdinalIgnoreCase));
}
