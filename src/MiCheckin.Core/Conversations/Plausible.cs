using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// Weighs a reading against what the conversation knows: a bare number or a bare yes is no talk, what is said plainly
/// outranks a reader's leaning, and where the two disagree nothing is claimed.
/// </summary>
internal static class Plausible
{
    /// <summary>Enough to answer by, too little to move a stage by.</summary>
    private const double Half = 0.5;

    public static Reading Weigh(Reading reading, string words, OpenPrompt? prompt, Stage? stage) =>
        IsAtUs(words)
            ? reading with
            {
                Talk = Talk.Discord,
            }
            : Judge(
                IsSupposed(words) || IsAnApology(words) || HasNone(words)
                    ? reading with
                    {
                        Behaviour = [],
                    }
                    : reading,
                words,
                prompt,
                stage
            );

    private static bool IsAtUs(string words) =>
        (!words.Any(char.IsLetterOrDigit) && Phrases.Has(words, Phrases.Rage))
        || Phrases.Has(words, Phrases.AtUs);

    /// <summary>"I don't have one", said of a goal: nothing that was gone without.</summary>
    private static bool HasNone(string words) =>
        words.Replace('\u2019', '\'').Trim().TrimEnd('.', '!').ToLowerInvariant()
            is "i don't have one"
                or "i dont have one"
                or "i don't have any"
                or "i dont have any"
                or "don't have one"
                or "dont have one";

    /// <summary>"Sorry for the late answer" owns up to nothing but that.</summary>
    private static bool IsAnApology(string words) =>
        Phrases.Apologies.Any(a => words.TrimStart().StartsWith(a, StringComparison.OrdinalIgnoreCase))
        && !Phrases.Has(words, Phrases.OfTheHabit);

    private static Reading Judge(Reading reading, string words, OpenPrompt? prompt, Stage? stage) =>
        reading.Talk switch
        {
            Talk.Discord => reading,
            _ when IsBareAnswer(reading, words, prompt) => Without(reading),
            Talk.Change or Talk.Sustain or Talk.Mixed when BreaksOff(words) => Unsure(reading),
            Talk.Change or Talk.Sustain or Talk.Neutral or Talk.Unsure when Promises.IsAPlainPlan(words) =>
                AsPlan(reading),
            Talk.Change or Talk.Sustain or Talk.Unsure when WantsAndDoubts(words) => reading with
            {
                Talk = Talk.Mixed,
            },
            Talk.Change or Talk.Sustain when reading.Kind is TalkKind.Steps && LeftUndone(reading) => Without(
                reading
            ),
            Talk.Change or Talk.Sustain when SaysNothing(words) || Plans.IsNothingElse(words) => Without(
                reading
            ),
            Talk.Change when Moods.IsAllThereIs(words, prompt) || Phrases.Has(words, Phrases.LeftOut) =>
                Without(reading),
            Talk.Change
                when reading.Kind is TalkKind.Reason or TalkKind.Desire or TalkKind.Ability
                    && IsOnlyNamed(words)
                    && !Phrases.Has(prompt?.Words ?? "", Phrases.AsksWhy) => Unsure(reading),
            Talk.Change
                when reading.Kind is TalkKind.Commitment or TalkKind.Activation
                    && !Phrases.Has($" {words}", Phrases.OfIntention) => Unsure(reading),
            _ when Slips.Told(reading, words, stage) is { } slip => slip,
            Talk.Change when reading.Kind is TalkKind.Steps && Slips.UsedAgain(reading) => Unsure(reading),
            Talk.Change when Refuses(words) => Against(reading),
            Talk.Change when reading.Kind is TalkKind.Desire && Promises.KeepsTheHabit(words) => Against(
                reading
            ),
            Talk.Sustain when Phrases.Has(words, Phrases.WantedByNobody) => AsReason(reading),
            Talk.Sustain when Promises.Made(words) => Unsure(reading),
            Talk.Sustain when reading.Kind is TalkKind.Steps && IsActing(stage) => Slips.AsSlip(reading),
            _ => reading,
        };

    public static bool IsActing(Stage? stage) => stage is Stage.Action or Stage.Maintenance;

    /// <summary>A refusal with nothing on the other side of it.</summary>
    public static bool Refuses(string words)
    {
        var plain = words.Replace('\u2019', '\'');
        return Phrases.Has(plain, Phrases.Refusals)
            && !Phrases.Has(plain, Phrases.Turns)
            && !Phrases.Has(plain, Phrases.AnyMore)
            && !Phrases.Has(plain, Phrases.WantedByNobody);
    }

    /// <summary>"My family": a reason where we asked for one, and anything at all where we did not.</summary>
    private static bool IsOnlyNamed(string words) =>
        Phrases.WordsIn(words) <= 2 && !Phrases.Has($"{words} ", Phrases.Purposes);

    public static bool SaysNothing(string words) =>
        Phrases.SaysNothing.Contains(words.Trim().TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase);

    /// <summary>"I'd love to but my kids need me": both sides, whichever of them a reader leans to.</summary>
    private static bool WantsAndDoubts(string words)
    {
        var plain = $" {words.Replace('\u2019', '\'').Replace('\n', ' ').ToLowerInvariant()}";

        if (Phrases.NowAndThen.Any(s => plain.Split(s).Length > 2))
        {
            return true;
        }

        var but = Phrases
            .Buts.Select(b => (At: plain.IndexOf(b, StringComparison.Ordinal), b.Length))
            .FirstOrDefault(b => b.At > 0);
        return but.At > 0
            && Phrases.Wants.Any(w => plain[..but.At].Contains(w, StringComparison.Ordinal))
            && !Phrases.AllTheSame.Any(w =>
                plain[(but.At + but.Length - 1)..].Contains(w, StringComparison.Ordinal)
            );
    }

    /// <summary>"If my sister walked with me": nothing that was done.</summary>
    private static bool IsSupposed(string words) =>
        Phrases.Suppositions.Any(s => words.TrimStart().StartsWith(s, StringComparison.OrdinalIgnoreCase))
        && !words.Contains('\n', StringComparison.Ordinal);

    /// <summary>"I just want to": what it leans to is in the text that follows, and may be anything.</summary>
    public static bool BreaksOff(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var last]
        && Phrases.Unfinished.Contains(last, StringComparer.OrdinalIgnoreCase);

    /// <summary>"7" to a ruler, "yes" to a closed question: it answers that, and says no more.</summary>
    private static bool IsBareAnswer(Reading reading, string words, OpenPrompt? prompt) =>
        prompt?.Expects switch
        {
            Expects.Ruler => reading.RulerStatus is not RulerStatus.None && Phrases.WordsIn(words) <= 2,
            Expects.YesNo => reading.YesNo is not null && Phrases.WordsIn(words) <= 2,
            _ => false,
        };

    private static bool LeftUndone(Reading reading) =>
        reading.Behaviour.Any(b => b.Kind is BehaviourKind.DidNot or BehaviourKind.Slip);

    private static Reading Against(Reading reading) =>
        reading with
        {
            Talk = Talk.Sustain,
            Confidence = Math.Min(reading.Confidence, Half),
        };

    private static Reading AsReason(Reading reading) =>
        reading with
        {
            Talk = Talk.Change,
            Kind = TalkKind.Reason,
            Confidence = Math.Min(reading.Confidence, Half),
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
}
