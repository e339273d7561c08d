using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that somebody else would give: "my wife says 9", "the surgeon wants 8".</summary>
internal static class RulerTheirs
{
    /// <summary>How far back the person may stand.</summary>
    private const int Reach = 7;

    public static Standing? Of(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var hasVerb = false;

        for (var i = number.From - 1; i >= 1 && number.From - i <= Reach; i--)
        {
            var (token, after) = (tokens[i], tokens[i + 1]);

            if (after.AfterBreak || after.AfterComma || words.Reset.Contains(token.Word) && !hasVerb)
            {
                return null;
            }

            if (words.Self.Contains(token.Word))
            {
                return words.Saying.Contains(tokens[i - 1].Word) ? Standing.Other : null;
            }

            if (
                scratch.Letters(token) is "it"
                && !words.TheirVerbs.Contains(tokens[i - 1].Word)
                && !words.Other.Contains(tokens[i - 1].Word)
            )
            {
                return null;
            }

            if (scratch.Letters(token) is "pa" && RulerNumbers.Letters(scratch, i + 1) is "mi" or "ti" or "el" or "que")
            {
                return null;
            }

            if (words.Other.Contains(token.Word) && (hasVerb || i == number.From - 1))
            {
                return Standing.Other;
            }

            if ((token.Kind == TokenKind.Number || token.Value >= 0) && !words.Links.Contains(after.Word))
            {
                return null;
            }

            hasVerb |= words.TheirVerbs.Contains(token.Word);
        }

        return null;
    }
}
