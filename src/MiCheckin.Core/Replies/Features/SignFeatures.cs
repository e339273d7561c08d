using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies.Features;

/// <summary>
/// The classes of words that are signs of danger where they meet (Rules/signs.txt): alone, and each before each other.
/// Most replies hold none, and are not looked at further.
/// </summary>
internal static class SignFeatures
{
    /// <summary>So many words with a class before one are looked at with it.</summary>
    private const int Reach = 8;

    public static void Take(FeatureList all, ReadOnlySpan<Token> tokens, TalkWords words)
    {
        if (!HasOne(tokens, words))
        {
            return;
        }

        Span<uint> before = stackalloc uint[Reach];
        var seen = 0;

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            i = FeatureList.Next(i, tokens.Length);
            var its = words.Signs.Of(tokens[i].Word);

            if (its == 0)
            {
                continue;
            }

            all.Add(60, its);

            for (var n = 0; n < Math.Min(seen, Reach); n++)
            {
                all.Add(61, FeatureList.Pair(before[n], its));
            }

            before[seen++ % Reach] = its;
        }
    }

    private static bool HasOne(ReadOnlySpan<Token> tokens, TalkWords words)
    {
        foreach (var token in tokens)
        {
            // Zero, for no class, becomes the largest.
            if (words.Signs.Of(token.Word) - 1 < words.SignsAlone)
            {
                return true;
            }
        }

        return false;
    }
}
