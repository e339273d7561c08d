using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies.Features;

/// <summary>The head, the tail and the consonants of each word: what bad spelling leaves of it.</summary>
internal static class LetterFeatures
{
    public static void Take(List<uint> all, Scratch scratch, LetterMarks marks)
    {
        var tokens = scratch.Tokens;
        Span<uint> features = stackalloc uint[LetterMark.MostFeatures];

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            i = FeatureList.Next(i, tokens.Length);

            if (tokens[i].Kind == TokenKind.Word)
            {
                all.AddRange(features[..marks.Of(tokens[i], scratch).Features(features)]);
            }
        }
    }
}
