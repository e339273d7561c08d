using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies.Features;

/// <summary>
/// The words of a reply, alone, in pairs, and in pairs over a word between. Words for habits and for wished-for acts are seen as such, so that what was
/// learned from one behaviour carries over to another.
/// </summary>
internal static class WordFeatures
{
    /// <summary>No word by itself has more features.</summary>
    public const int MostOfWord = 2;

    private const uint SingleFeature = 1;
    private const uint HabitWord = 0x51ED270B;
    private const uint GoodWord = 0x2F7A1C35;

    /// <summary>Adds the pairs; how many features the words have by themselves.</summary>
    public static int Take(FeatureList all, ReadOnlySpan<Token> tokens, TalkWords words)
    {
        var (one, two, singles) = (0u, 0u, 0);

        for (var i = 0; i < tokens.Length; i++)
        {
            i = FeatureList.Next(i, tokens.Length);
            var kind = Kind(words.Of(tokens[i].Word));
            var word = kind > 0 ? kind : Raw(tokens[i]);
            singles += kind > 0 ? MostOfWord : 1;

            if (i > 0)
            {
                all.Add(2, FeatureList.Pair(two, word));
            }

            if (i > 1)
            {
                all.Add(4, FeatureList.Pair(one, word));
            }

            (one, two) = (two, word);
        }

        return singles;
    }

    /// <summary>The words one by one.</summary>
    public static void TakeSingles(List<uint> all, ReadOnlySpan<Token> tokens, TalkWords words)
    {
        Span<uint> features = stackalloc uint[MostOfWord];

        for (var i = 0; i < tokens.Length; i++)
        {
            i = FeatureList.Next(i, tokens.Length);
            all.AddRange(features[..Of(Raw(tokens[i]), words.Of(tokens[i].Word), features)]);
        }
    }

    /// <summary>Writes the features that a word by itself has; how many.</summary>
    /// <param name="raw">The hash of the word.</param>
    /// <param name="view">What is known of it.</param>
    /// <param name="features">Room for <see cref="MostOfWord"/>.</param>
    public static int Of(uint raw, WordView view, Span<uint> features)
    {
        features[0] = Single(raw);

        if (Kind(view) is not (> 0 and var kind))
        {
            return 1;
        }

        features[1] = Single(kind);
        return MostOfWord;
    }

    /// <summary>The feature that a word by itself is.</summary>
    public static uint OfWord(in Token token) => Single(Raw(token));

    /// <summary>What a habit, and what a wished-for act, is seen as; 0 for other words.</summary>
    private static uint Kind(WordView view) =>
        view.IsHabit ? HabitWord
        : view.IsGood ? GoodWord
        : 0;

    private static uint Single(uint word) => FeatureList.Mix(FeatureList.Of(SingleFeature, word));

    private static uint Raw(in Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Clock ? (uint)Lexicon.Digits : token.Hash;
}
