using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>What people say they will do, want or begin, by plain words of their own.</summary>
internal static class Promises
{
    /// <summary>"I will walk on Saturday": no leaning against the change, whatever else it is.</summary>
    public static bool Made(string words)
    {
        var plain = words.Replace('\u2019', '\'');
        return Phrases.Has(plain, Phrases.Promise)
            && !Phrases.Has(plain, Phrases.Turns)
            && !Phrases.Has(plain, Phrases.Refusals)
            && !Phrases.Has(plain, Phrases.Denials);
    }

    /// <summary>"I will walk with my neighbor on Saturday": who will do it, what, and when. No reader's leaning outweighs that.</summary>
    public static bool IsAPlainPlan(string words)
    {
        var plain = words.Replace('\u2019', '\'');
        return Made(plain)
            && Phrases.Promise.Any(p =>
                Phrases.Begins.Any(b => plain.Contains(p + b, StringComparison.OrdinalIgnoreCase))
            )
            && TimeWords.NamesATimeWithinThirtyDays(words);
    }

    /// <summary>"I want to feel better", "I will": said of oneself, and not only the thing that was asked for.</summary>
    public static bool SpeaksForItself(string words)
    {
        var plain = $" {words.Replace('\u2019', '\'')}";
        return Phrases.Has(plain, Phrases.OfOneself) || Made(plain);
    }

    /// <summary>"Walk to the corner": an act that begins a change, said without who does it.</summary>
    public static bool BeginsAnAct(string words) =>
        Phrases.Begins.Any(b => words.TrimStart().StartsWith(b, StringComparison.OrdinalIgnoreCase));

    /// <summary>"I could probably bike on Fridays": a thought, and no plan yet.</summary>
    public static bool IsHedged(string words) => Phrases.Has($" {words} ", Phrases.Hedges);

    /// <summary>"I am going to smoke only outside", "I want to just smoke": what is meant is the habit, in whatever measure.</summary>
    public static bool KeepsTheHabit(string words)
    {
        var plain = $" {words.Replace('\u2019', '\'').Replace('\n', ' ')} ";
        return Phrases.Has(plain, Phrases.TheHabitMeant)
            && !Phrases.Has(plain, Phrases.LessOfIt)
            && !Phrases.Has(plain, Phrases.Denials);
    }
}
