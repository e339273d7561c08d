using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies.Features;

/// <summary>The classes of kindred words of a reply: alone, in rows, and against what was asked.</summary>
internal static class KinFeatures
{
    /// <summary>Words without a class between two that still stand in a row.</summary>
    private const int KinGap = 2;
    private const int NegationReach = 4;

    public static void Take(
        FeatureList all,
        FeatureList marks,
        ReadOnlySpan<Token> tokens,
        PromptView prompt,
        TalkWords words
    )
    {
        var (one, two, gap, negated) = (0u, 0u, 0, 0);

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            i = FeatureList.Next(i, tokens.Length);
            ref readonly var token = ref tokens[i];
            negated = token.AfterBreak || token.AfterComma ? 0 : negated;
            (one, two) = token.AfterBreak || gap > KinGap ? (0, 0) : (one, two);
            uint its = words.Of(token.Word).Kin;

            if (its == 0)
            {
                gap++;
                negated--;
                continue;
            }

            var unit = its | (negated > 0 && its != WordClasses.Negation ? 64u : 0u);
            all.Add(50, unit);
            all.Add(51, FeatureList.Pair(two, unit));
            all.Add(52, FeatureList.Pair(FeatureList.Pair(one, two), unit));
            MarkFeatures.Add(marks, prompt, Against.Kin, unit);
            negated = its == WordClasses.Negation ? NegationReach : negated - 1;
            (one, two, gap) = (two, unit, 0);
        }
    }
}
