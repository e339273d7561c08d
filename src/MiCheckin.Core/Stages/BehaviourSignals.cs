using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Stages;

/// <summary>What reports of acts mean for the stage: done, slipped, back to daily use, or given up.</summary>
public static class BehaviourSignals
{
    private static readonly string[] DailyAgain = (
        "every day|everyday|daily|all week|a pack a day|like before|like i used to|back to smoking|"
        + "back to drinking|back to vaping|back to normal|back to my old|back at it|todos los dias|"
        + "todos los días|toda la semana|como antes|otra vez a diario"
    ).Split('|');

    private static readonly string[] GivenUp = (
        "i gave up|i give up|i've given up|ive given up|giving up on this|gave up on quitting|"
        + "gave up trying|gave up on it|gave up on walking|gave up on exercise|me rendi|me rendí|"
        + "ya me di por vencid"
    ).Split('|');

    /// <summary>"I gave up smoking" is the contrary of "I gave up".</summary>
    private static readonly string[] GivenUpTheHabit =
        "smok|cigar|vap|nicotin|tobacco|drink|alcohol|beer|wine|weed|sugar|soda|chew|dip".Split('|');

    private static readonly string[] OnTrying =
        "on quitting|trying|on it|on walking|on exercise|on this".Split('|');

    /// <summary>What was once done is a strength, and says nothing of now.</summary>
    private static readonly string[] LongAgo = (
        "last year|years ago|year ago|months ago|used to|when i was|back in|i was a |quit once|did it once|did once|once for a|"
        + "una vez|hace años|hace un año|el año pasado|cuando era|antes caminaba|de joven|before the kids|in high school|in college"
    ).Split('|');

    /// <summary>What makes the act easier is a step toward it and not the act.</summary>
    private static readonly string[] MakesReady = (
        "ashtray|lighter|threw out|threw away|gave my|gave away|told my|called the|bought the patch|bought shoes|signed up|"
        + "set a date|made an appointment|said no|cenicero|encendedor|tiré|me inscribí"
    ).Split('|');

    public sealed record Found(SignalClass Class, bool Daily, int StreakDays);

    /// <summary>At most one signal of an act for one reply.</summary>
    public static IEnumerable<Found> Of(Reading reading, string words)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(words);
        var slipped = reading.Behaviour.Any(b => b.Kind is BehaviourKind.Slip or BehaviourKind.DidNot);
        var done = reading.Behaviour.Where(b => b.Kind is BehaviourKind.Did or BehaviourKind.Streak).ToList();

        if (GaveUp(words) && reading.Talk is not Talk.Change)
        {
            return [new Found(SignalClass.GaveUp, Daily: true, 0)];
        }

        if (slipped)
        {
            return [new Found(SignalClass.Slip, HasAny(words, DailyAgain), 0)];
        }

        var isTheAct = !HasAny(words, LongAgo) && !HasAny(words, MakesReady);
        return done.Count > 0 && (isTheAct || done.Any(IsNow))
            ? [new Found(SignalClass.Did, Daily: false, done.Max(DaysOf))]
            : [];
    }

    private static bool IsNow(BehaviourReport report) =>
        report.Kind is BehaviourKind.Streak && DaysOf(report) is > 0 and < 300;

    private static int DaysOf(BehaviourReport report)
    {
        if (report.Kind is not BehaviourKind.Streak || report.Amount is not { } amount)
        {
            return 0;
        }

        var days = report.Unit switch
        {
            "days" or "day" => amount,
            "weeks" or "week" => amount * 7,
            "months" or "month" => amount * 30.4m,
            "years" or "year" => amount * 365,
            _ => 0,
        };
        return (int)Math.Clamp(days, 0, 20_000);
    }

    private static bool GaveUp(string words)
    {
        var phrase = GivenUp.FirstOrDefault(p => words.Contains(p, StringComparison.OrdinalIgnoreCase));

        if (phrase is null)
        {
            return false;
        }

        var after = words[(words.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) + phrase.Length)..];
        return HasAny(after, OnTrying) || !HasAny(after, GivenUpTheHabit);
    }

    private static bool HasAny(string words, string[] phrases) =>
        phrases.Any(p => words.Contains(p, StringComparison.OrdinalIgnoreCase));
}
