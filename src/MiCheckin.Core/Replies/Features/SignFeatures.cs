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
        Span<byte> signs = stackalloc byte[FeatureList.MostSeen];
        var (count, isOne) = (0, false);

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            i = FeatureList.Next(i, tokens.Length);
            var its = words.Of(tokens[i].Word).Sign;
            signs[count] = its;
            count += its != 0 ? 1 : 0;

            // Zero, for no class, becomes the largest.
            isOne |= (uint)its - 1 < words.SignsAlone;
        }

        if (isOne)
        {
            Take(all, signs[..count]);
        }
    }

    private static void Take(FeatureList all, ReadOnlySpan<byte> signs)
    {
        for (var i = 0; i < signs.Length; i++)
        {
            all.Add(60, signs[i]);

            foreach (var before in signs[Math.Max(i - Reach, 0)..i])
            {
                all.Add(61, FeatureList.Pair(before, signs[i]));
            }
        }
    }
}
