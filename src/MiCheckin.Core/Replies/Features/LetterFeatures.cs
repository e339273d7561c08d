using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies.Features;

/// <summary>
/// The head, the consonants, the tail and the runs of letters of each word: what bad spelling, and what a Spanish ending,
/// leaves of it.
/// </summary>
internal static class LetterFeatures
{
    /// <summary>No word has more features.</summary>
    public const int Most = 3 + (2 * LongestWord) - 1;

    private const int HeadLetters = 4;
    private const uint HeadFeature = 10;
    private const uint TailFeature = 11;
    private const uint BonesFeature = 12;
    private const uint ThreeFeature = 13;
    private const uint FourFeature = 14;

    /// <summary>Of longer words, which nobody types, no runs are taken.</summary>
    private const int LongestWord = 20;

    /// <summary>Stands before and behind a word in its runs.</summary>
    private const uint Edge = '|';

    /// <summary>a, e, i, o, u, y and h: what bad spelling loses first.</summary>
    private const uint SoftLetters = 0x1104191;

    public static void Take(List<uint> all, Scratch scratch)
    {
        var tokens = scratch.Tokens;
        Span<uint> features = stackalloc uint[Most];

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            i = FeatureList.Next(i, tokens.Length);

            if (tokens[i].Kind == TokenKind.Word)
            {
                all.AddRange(features[..Of(scratch.Letters(tokens[i]), features)]);
            }
        }
    }

    /// <summary>How many features a word of so many letters has.</summary>
    public static int CountOf(int letters) =>
        (letters > HeadLetters ? 3 : 2) + (HasRuns(letters) ? (2 * letters) - 1 : 0);

    /// <summary>Writes the features of a word; how many.</summary>
    public static int Of(ReadOnlySpan<char> word, Span<uint> features)
    {
        var (head, bones, last) = (0u, 0u, ' ');

        foreach (var c in word[..Math.Min(word.Length, HeadLetters)])
        {
            head = (head * 31) + c;
        }

        foreach (var c in word)
        {
            var isSoft = (uint)(c - 'a') < 26 && ((SoftLetters >> (c - 'a')) & 1) != 0;
            bones = c != last && !isSoft ? (bones * 31) + c : bones;
            last = c;
        }

        features[0] = FeatureList.Mix(FeatureList.Of(HeadFeature, head));
        features[1] = FeatureList.Mix(FeatureList.Of(BonesFeature, bones));
        var count = 2;

        if (word.Length > HeadLetters)
        {
            var tail = ((uint)word[^3] << 16) ^ ((uint)word[^2] << 8) ^ word[^1];
            features[count++] = FeatureList.Mix(FeatureList.Of(TailFeature, tail));
        }

        return HasRuns(word.Length) ? TakeRuns(word, features, count) : count;
    }

    private static bool HasRuns(int letters) => letters is > 0 and <= LongestWord;

    /// <summary>Every three and every four letters in a row, the edges of the word among them.</summary>
    private static int TakeRuns(ReadOnlySpan<char> word, Span<uint> features, int count)
    {
        var (one, two, three) = (0u, 0u, Edge);

        for (var at = 0; at <= word.Length; at++)
        {
            var next = at < word.Length ? word[at] : Edge;
            var run = FeatureList.Pair(FeatureList.Pair(two, three), next);

            if (at > 0)
            {
                features[count++] = FeatureList.Mix(FeatureList.Of(ThreeFeature, run));
            }

            if (at > 1)
            {
                features[count++] = FeatureList.Mix(FeatureList.Of(FourFeature, FeatureList.Pair(one, run)));
            }

            (one, two, three) = (two, three, next);
        }

        return count;
    }
}
