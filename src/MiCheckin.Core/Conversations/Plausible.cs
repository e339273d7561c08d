using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// Weighs a reading against what the conversation knows: a bare number or a bare yes is no talk, what is said plainly
/// outranks a reader's leaning, and where the two disagree nothing is claimed.
/// </summary>
internal static class Plausible
{
    private const int MostWordsOfAMood = 7;

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
        (!words.Any(char.IsLetterOrDigit) && Has(words, Phrases.Rage)) || Has(words, Phrases.AtUs);

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
        && !Has(words, Phrases.OfTheHabit);

    private static Reading Judge(Reading reading, string words, OpenPrompt? prompt, Stage? stage) =>
        reading.Talk switch
        {
            Talk.Discord => reading,
            _ when IsBareAnswer(reading, words, prompt) => Without(reading),
            Talk.Change or Talk.Sustain or Talk.Mixed when BreaksOff(words) => Unsure(reading),
            Talk.Change or Talk.Sustain or Talk.Neutral or Talk.Unsure when IsAPlainPlan(words) => AsPlan(
                reading
            ),
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
            Talk.Change when IsAMood(words, prompt) || Has(words, Phrases.LeftOut) => Without(reading),
            Talk.Change
                when reading.Kind is TalkKind.Reason or TalkKind.Desire or TalkKind.Ability
                    && IsOnlyNamed(words)
                    && !Has(prompt?.Words ?? "", Phrases.AsksWhy) => Unsure(reading),
            Talk.Change
                when reading.Kind is TalkKind.Commitment or TalkKind.Activation
                    && !Has($" {words}", Phrases.OfIntention) => Unsure(reading),
            _ when Slips.Told(reading, words, stage) is { } slip => slip,
            Talk.Change when reading.Kind is TalkKind.Steps && Slips.UsedAgain(reading) => Unsure(reading),
            Talk.Change when Refuses(words) => Against(reading),
            Talk.Sustain when Has(words, Phrases.WantedByNobody) => AsReason(reading),
            Talk.Sustain when Promises(words) => Unsure(reading),
            Talk.Sustain when reading.Kind is TalkKind.Steps && IsActing(stage) => Slips.AsSlip(reading),
            _ => reading,
        };

    public static bool IsActing(Stage? stage) => stage is Stage.Action or Stage.Maintenance;

    /// <summary>A refusal with nothing on the other side of it.</summary>
    public static bool Refuses(string words)
    {
        var plain = words.Replace('\u2019', '\'');
        return Has(plain, Phrases.Refusals)
            && !Has(plain, Phrases.Turns)
            && !Has(plain, Phrases.AnyMore)
            && !Has(plain, Phrases.WantedByNobody);
    }

    public static bool LongsForIt(string words) => Has(words.Replace('\u2019', '\''), Phrases.Longings);

    /// <summary>News that nobody wants to be asked about their habits after; a plan, or an act, is answered as that.</summary>
    public static bool IsHardNews(string words, Reading reading) =>
        reading.Kind is not (TalkKind.Commitment or TalkKind.Activation)
        && reading.Behaviour.Count is 0
        && Has($" {words.Replace('\n', ' ')} ", Phrases.Losses);

    /// <summary>"I want to feel better", "I will": said of oneself, and not only the thing that was asked for.</summary>
    public static bool SpeaksForItself(string words)
    {
        var plain = $" {words.Replace('\u2019', '\'')}";
        return Has(plain, Phrases.OfOneself) || Promises(plain);
    }

    /// <summary>"I will walk on Saturday": no leaning against the change, whatever else it is.</summary>
    private static bool Promises(string words)
    {
        var plain = words.Replace('\u2019', '\'');
        return Has(plain, Phrases.Promise)
            && !Has(plain, Phrases.Turns)
            && !Has(plain, Phrases.Refusals)
            && !Has(plain, Phrases.Denials);
    }

    /// <summary>"I will walk with my neighbor on Saturday": who will do it, what, and when. No reader's leaning outweighs that.</summary>
    private static bool IsAPlainPlan(string words)
    {
        var plain = words.Replace('\u2019', '\'');
        return Promises(plain)
            && Phrases.Promise.Any(p =>
                Phrases.Begins.Any(b => plain.Contains(p + b, StringComparison.OrdinalIgnoreCase))
            )
            && TimeWords.NamesATimeWithinThirtyDays(words);
    }

    /// <summary>"Walk to the corner": an act that begins a change, said without who does it.</summary>
    public static bool BeginsAnAct(string words) =>
        Phrases.Begins.Any(b => words.TrimStart().StartsWith(b, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Feeling great today": glad to hear it, and nothing about the change.</summary>
    private static bool IsAMood(string words, OpenPrompt? prompt) =>
        !Has(prompt?.Words ?? "", Phrases.AsksWhy)
        && WordsIn(words) <= MostWordsOfAMood
        && words
            .Split([' ', ',', '.', '!', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Any(w => Phrases.Moods.Contains(w, StringComparer.OrdinalIgnoreCase))
        && !Has($" {words} ", Phrases.OfTheChange);

    /// <summary>"My family": a reason where we asked for one, and anything at all where we did not.</summary>
    private static bool IsOnlyNamed(string words) =>
        WordsIn(words) <= 2 && !Has($"{words} ", Phrases.Purposes);

    /// <summary>"dunno", "hard" or "glad" where the words say so, in a text that says nothing of the change; else null.</summary>
    public static string? MoodOf(string words)
    {
        var plain = $" {words.Replace('\u2019', '\'').Replace('\n', ' ').TrimEnd('.', '!')} ";
        return Phrases.NotKnown.Contains(plain.Trim(), StringComparer.OrdinalIgnoreCase) ? "dunno"
            : IsDunno(plain) ? "dunno"
            : Has(plain, Phrases.HardTimes) || Has(plain, Phrases.Losses) || Has(plain, Phrases.Tears)
                ? "hard"
            : Has(plain, Phrases.GoodTimes) && !Has(plain, Phrases.Denials) ? "glad"
            : null;
    }

    /// <summary>"I dont know honestly", and no more than that.</summary>
    private static bool IsDunno(string plain) =>
        WordsIn(plain) <= 5
        && Phrases.NotKnown.Any(n => plain.StartsWith($" {n} ", StringComparison.OrdinalIgnoreCase));

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

    /// <summary>"I could probably bike on Fridays": a thought, and no plan yet.</summary>
    public static bool IsHedged(string words) => Has($" {words} ", Phrases.Hedges);

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
            Expects.Ruler => reading.RulerStatus is not RulerStatus.None && WordsIn(words) <= 2,
            Expects.YesNo => reading.YesNo is not null && WordsIn(words) <= 2,
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

    private static int WordsIn(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetter));

    private static bool Has(string words, string[] phrases) =>
        phrases.Any(p => words.Contains(p, StringComparison.OrdinalIgnoreCase));
}
