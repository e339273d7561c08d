using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Numbers as they are said or spelled out: three as "tree", diez as "dies", "f i v e".</summary>
internal static class RulerHeard
{
    /// <summary>The number that the word at <paramref name="at"/> is said for, below zero for none.</summary>
    public static decimal Of(Scratch scratch, int at, Asked asked) =>
        RulerNumbers.Letters(scratch, at) switch
        {
            // The Caribbean three, at the start of a text and alone: a tree anywhere else.
            "tree" when at == 1 && Closes(scratch, at + 1) => 3,
            // "My dad dies" in English.
            "dies" when asked.IsSpanish => 10,
            _ => -1,
        };

    /// <summary>A whole text that spells a number letter by letter; its last token is the one before the end.</summary>
    public static bool IsSpelled(Scratch scratch, out RulerNumber number)
    {
        var tokens = scratch.Tokens;
        number = default;

        if (tokens.Length is < 5 or > 7)
        {
            return false;
        }

        for (var value = 0; value < NearNumber.English.Length; value++)
        {
            if (Spells(scratch, NearNumber.English[value]))
            {
                number = new RulerNumber(value, 1, tokens.Length - 1, default, false);
                return true;
            }
        }

        return false;
    }

    private static bool Spells(Scratch scratch, string word)
    {
        var tokens = scratch.Tokens;

        for (var i = 0; i < word.Length; i++)
        {
            if (
                word.Length != tokens.Length - 2
                || tokens[i + 1].End != tokens[i + 1].Start + 1
                || scratch.Folded[tokens[i + 1].Start] != word[i]
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool Closes(Scratch scratch, int at) =>
        scratch.Tokens[at] is { Kind: TokenKind.Edge } or { AfterBreak: true };
}
