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
                || IsPuzzled(scratch, i)
                || scratch.Letters(tokens[i]) is "which"
                    && RulerNumbers.Letters(scratch, i + 1) is "one" or "number" or "way"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Five words and the text's ends: longer than this a text speaks of more than a place.</summary>
    private const int ShortText = 8;
    private const int Star = 0x2B50;

    /// <summary>"higher than last time", "off the charts", "C+", stars: a place on some ruler, not on ours.</summary>
    public static bool IsPlace(Scratch scratch)
    {
        var tokens = scratch.Tokens;
        var stars = 0;

        foreach (var emoji in scratch.Emojis)
        {
            stars += emoji.CodePoint == Star ? 1 : 0;
        }

        if (stars > 1 || tokens.Length == 3 && IsGrade(scratch))
        {
            return true;
        }

        for (var i = 1; tokens.Length <= ShortText && i < tokens.Length - 1; i++)
        {
            if (IsPlaceAt(scratch, i))
            {
                return true;
            }
        }

        return tokens.Length == 3 && RulerNumbers.Letters(scratch, 1) is "middle" or "middling" or "average";
    }

    private static bool IsPlaceAt(Scratch scratch, int at)
    {
        var two = RulerNumbers.Letters(scratch, at + 1);
        var three = RulerNumbers.Letters(scratch, at + 2);
        return RulerNumbers.Letters(scratch, at) switch
        {
            "off" => two is "the" && three is "charts" or "chart" or "scale",
            "middle" => two is "of" && three is "the",
            "in" => two is "between" && at == 1,
            "highest" or "lowest" or "biggest" => two is "number" or "one" or "you" or "there" or "possible",
            "higher"
            or "lower"
            or "better"
            or "worse"
            or "more"
            or "less"
            or "same"
            or "igual"
            or "mejor"
            or "peor" => two is "than" or "as" or "que"
                && three is "last" or "before" or "that" or "yesterday" or "la" or "antes" or "ayer",
            "all" => two is "the"
                && three is "way"
                && RulerNumbers.Letters(scratch, at + 3) is "up" or "down" or "to",
            "went" => at == 1 && two is "up" or "down" && three is "some" or "a" or "since" or "lots"
                || at == 1 && two is "up" or "down" && scratch.Tokens.Length == 4,
            "number" => two is "one" && three is "thing" or "priority",
            "half" => two is "way",
            "mitad" => RulerNumbers.Letters(scratch, at - 1) is "la",
            "much" => two is "above" && three is "nothing" or "zero",
            "bottom" or "top" => two is "of" && three is "the",
            _ => false,
        };
    }

    /// <summary>"C+", "b-": a mark as at school.</summary>
    private static bool IsGrade(Scratch scratch)
    {
        var token = scratch.Tokens[1];
        return token.End == token.Start + 1
            && scratch.Folded[token.Start] is >= 'a' and <= 'f'
            && token.End < scratch.Folded.Length
            && scratch.Folded[token.End] is '+' or '-';
    }

    /// <summary>"is 10 good or bad?", "or do you mean": the question was not understood.</summary>
    private static bool IsPuzzled(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "you"
            && RulerNumbers.Letters(scratch, at + 1) is "mean"
            && RulerNumbers.Letters(scratch, at - 1) is "do" or "or"
        || RulerNumbers.Letters(scratch, at) is "is" or "es"
            && scratch.Tokens[at + 1].Kind == TokenKind.Number
            && RulerNumbers.Letters(scratch, at + 2)
                is "good"
                    or "bad"
                    or "high"
                    or "low"
                    or "best"
                    or "bueno"
                    or "malo"
            && (at == 1 || scratch.Tokens[at].AfterBreak);

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
