using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies.Features;

/// <summary>
/// The words of a reply, alone, in pairs, and in pairs over a word between. Words for habits and for wished-for acts are seen as such, so that what was
/// learned from one behaviour carries over to another.
/// </summary>
internal static class WordFeatures
{
    private const uint HabitWord = 0x51ED270B;
    private const uint GoodWord = 0x2F7A1C35;

    public static void Take(FeatureList all, ReadOnlySpan<Token> tokens, TalkWords words)
    {
        var (one, two) = (0u, 0u);

        for (var i = 0; i < tokens.Length; i++)
        {
            i = FeatureList.Next(i, tokens.Length);
            ref readonly var token = ref tokens[i];
            var raw = Raw(token);
            var view = words.Of(token.Word);
            var word =
                view.IsHabit ? HabitWord
                : view.IsGood ? GoodWord
                : raw;
            all.Add(1, raw);

            if (word != raw)
            {
                all.Add(1, word);
            }

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
    }

    /// <summary>The feature that a word by itself is.</summary>
    public static uint OfWord(in Token token) => FeatureList.Mix(FeatureList.Of(1, Raw(token)));

    private static uint Raw(in Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Clock ? (uint)Lexicon.Digits : token.Hash;
}
