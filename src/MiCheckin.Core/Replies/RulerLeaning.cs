using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that were, would be or are not the answer.</summary>
internal static class RulerLeaning
{
    /// <summary>How far back a "was" or "not" reaches.</summary>
    private const int Reach = 5;

    /// <summary>Looks back for a not or a was that still holds at the number, and ahead for an "if".</summary>
    public static Standing? Of(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;

        if (
            RulerNumbers.Letters(scratch, number.To) is "if" or "si"
            && scratch.Letters(tokens[number.To]) is "if"
        )
        {
            return Standing.Doubtful;
        }

        for (var i = number.From - 1; i >= 1 && number.From - i <= Reach; i--)
        {
            if (
                tokens[i].Kind == TokenKind.Number
                || tokens[i + 1].AfterBreak
                || tokens[i + 1].AfterComma
                || words.Reset.Contains(tokens[i].Word)
            )
            {
                return null;
            }

            var letters = scratch.Letters(tokens[i]);

            if (
                (letters is "not" && number.From - i <= 4 && !IsFiller(scratch, i + 1))
                || (letters is "no" && number.From - i == 2 && RulerNumbers.IsArticle(scratch, i + 1))
            )
            {
                return Standing.Negated;
            }

            if (words.Was.Contains(tokens[i].Word) && !IsSaying(scratch, i))
            {
                return Standing.Other;
            }
        }

        return null;
    }

    /// <summary>"I don't know", "not sure", "not gonna lie" deny nothing.</summary>
    private static bool IsFiller(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "know" or "sure" or "lie" or "going";

    /// <summary>"I would say 6" and "like a 4" are answers; "I would be an 8" is not.</summary>
    private static bool IsSaying(Scratch scratch, int at)
    {
        var word = RulerNumbers.Letters(scratch, at);
        var next = RulerNumbers.Letters(scratch, at + 1);
        return (
                word is "would"
                && next
                    is "say"
                        or "give"
                        or "guess"
                        or "go"
                        or "put"
                        or "rate"
                        or "call"
                        or "probably"
                        or "honestly"
            )
            || (word is "like" && next is not "to")
            || (word is "could" && next is not "say")
            || (word is "want" && next is not "to");
    }
}
