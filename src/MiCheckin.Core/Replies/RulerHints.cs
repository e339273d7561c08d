using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>What a text says of a ruler apart from its numbers.</summary>
internal static class RulerHints
{
    /// <summary>"I'm mixed up", "which one do you want": whatever number stands there may not be meant.</summary>
    public static bool IsUnsure(Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (
                words.Unsure.Contains(tokens[i].Word)
                || scratch.Letters(tokens[i]) is "which"
                    && RulerNumbers.Letters(scratch, i + 1) is "one" or "number" or "way"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"about halfway up", "max": a place on the ruler without a number.</summary>
    public static bool IsHalf(Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (
                words.Half.Contains(tokens[i].Word)
                && RulerNumbers.Letters(scratch, i + 1) is not ("a" or "the" or "of" or "pack" or "an")
            )
            {
                return true;
            }
        }

        return false;
    }
}
