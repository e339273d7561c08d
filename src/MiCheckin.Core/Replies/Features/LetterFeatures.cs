using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies.Features;

/// <summary>The head, the tail and the consonants of each word: what bad spelling leaves of it.</summary>
internal static class LetterFeatures
{
    public static void Take(FeatureList all, Scratch scratch, LetterMarks marks)
    {
        var tokens = scratch.Tokens;

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            i = FeatureList.Next(i, tokens.Length);
            if (tokens[i].Kind == TokenKind.Word)
            {
                var mark = marks.Of(tokens[i], scratch);
                all.Add(10, mark.Head);
                all.Add(12, mark.Bones);

                if (mark.HasTail)
                {
                    all.Add(11, mark.Tail);
                }
            }
        }
    }
}
