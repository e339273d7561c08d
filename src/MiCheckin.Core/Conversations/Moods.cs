using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>How somebody is, where that is what they tell: it is met before anything about the change.</summary>
internal static class Moods
{
    private const int MostWords = 7;
    private const int MostWordsOfDunno = 5;

    /// <summary>"dunno", "hard" or "glad" where the words say so, in a text that says nothing of the change; else null.</summary>
    public static string? Of(string words)
    {
        var plain = $" {words.Replace('\u2019', '\'').Replace('\n', ' ').TrimEnd('.', '!')} ";
        return Phrases.NotKnown.Contains(plain.Trim(), StringComparer.OrdinalIgnoreCase) ? "dunno"
            : IsDunno(plain) ? "dunno"
            : Phrases.Has(plain, Phrases.HardTimes)
            || Phrases.Has(plain, Phrases.Losses)
            || Phrases.Has(plain, Phrases.Tears)
                ? "hard"
            : Phrases.Has(plain, Phrases.GoodTimes) && !Phrases.Has(plain, Phrases.Denials) ? "glad"
            : null;
    }

    /// <summary>"Feeling great today": glad to hear it, and nothing about the change.</summary>
    public static bool IsAllThereIs(string words, OpenPrompt? prompt) =>
        !Phrases.Has(prompt?.Words ?? "", Phrases.AsksWhy)
        && Phrases.WordsIn(words) <= MostWords
        && words
            .Split([' ', ',', '.', '!', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Any(w => Phrases.Moods.Contains(w, StringComparer.OrdinalIgnoreCase))
        && !Phrases.Has($" {words} ", Phrases.OfTheChange);

    /// <summary>News that nobody wants to be asked about their habits after; a plan, or an act, is answered as that.</summary>
    public static bool IsHardNews(string words, Reading reading) =>
        reading.Kind is not (TalkKind.Commitment or TalkKind.Activation)
        && reading.Behaviour.Count is 0
        && Phrases.Has($" {words.Replace('\n', ' ')} ", Phrases.Losses);

    /// <summary>"I used to love dancing": a longing for it.</summary>
    public static bool LongsForIt(string words) =>
        Phrases.Has(words.Replace('\u2019', '\''), Phrases.Longings);

    /// <summary>"I dont know honestly", and no more than that.</summary>
    private static bool IsDunno(string plain) =>
        Phrases.WordsIn(plain) <= MostWordsOfDunno
        && Phrases.NotKnown.Any(n => plain.StartsWith($" {n} ", StringComparison.OrdinalIgnoreCase));
}
