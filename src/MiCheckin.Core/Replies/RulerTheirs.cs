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

            if (IsApart(scratch, words, i))
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

    /// <summary>"truly it is a 3" is nobody else's; "pa mi" is for me, and no father.</summary>
    private static bool IsApart(Scratch scratch, RulerWords words, int at) =>
        RulerNumbers.Letters(scratch, at) switch
        {
            "it" => !words.TheirVerbs.Contains(scratch.Tokens[at - 1].Word)
                && !words.Other.Contains(scratch.Tokens[at - 1].Word),
            "pa" => RulerNumbers.Letters(scratch, at + 1) is "mi" or "ti" or "el" or "que",
            _ => false,
        };
}
