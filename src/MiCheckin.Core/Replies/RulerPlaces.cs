using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells a place on a ruler that is said without a number: "halfway", "same as last week", "off the charts".</summary>
internal static class RulerPlaces
{
    /// <summary>Five words and the text's ends: longer than this a text speaks of more than a place.</summary>
    private const int ShortText = 8;
    private const int Star = 0x2B50;
    private const int RaisedHand = 0x270B;
    private const int SpreadHand = 0x1F590;

    /// <summary>"higher than last time", "off the charts", "C+", stars: a place on some ruler, not on ours.</summary>
    public static bool Is(Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var stars = 0;

        foreach (var emoji in scratch.Emojis)
        {
            stars += emoji.CodePoint == Star ? 1 : 0;
        }

        if (
            stars > 1
            || tokens.Length == 2 && IsHand(scratch)
            || tokens.Length == 3 && IsGrade(scratch)
            || IsNothing(scratch, words)
            || IsSame(scratch)
        )
        {
            return true;
        }

        for (var i = 1; tokens.Length <= ShortText && i < tokens.Length - 1; i++)
        {
            if (IsPlaceAt(scratch, i) || IsMove(scratch, i))
            {
                return true;
            }
        }

        return tokens.Length == 3 && RulerNumbers.Letters(scratch, 1) is "middle" or "middling" or "average"
            || tokens.Length <= ShortText / 2 + 1 && IsMany(scratch);
    }

    private static bool IsPlaceAt(Scratch scratch, int at)
    {
        var two = RulerNumbers.Letters(scratch, at + 1);
        var three = RulerNumbers.Letters(scratch, at + 2);
        return RulerNumbers.Letters(scratch, at) switch
        {
            "off" => two is "the" && three is "charts" or "chart" or "scale",
            "middle" or "center" or "centre" => two is "of" && three is "the" or "road"
                || RulerNumbers.Letters(scratch, at - 1) is "the" or "dead" or "a" or "right"
                    && (
                        scratch.Tokens[at + 1].Kind == TokenKind.Edge
                        || two is "to" or "i" or "somewhere" or "ish"
                    ),
            "medio" or "centro" => RulerNumbers.Letters(scratch, at - 1) is "el" or "en" or "al",
            "in" => two is "between"
                && (at == 1 || RulerNumbers.Letters(scratch, at - 1) is "somewhere" or "kinda" or "kind"),
            "highest" or "lowest" or "biggest" => two is "number" or "one" or "you" or "there" or "possible",
            "all" => two is "the"
                && three is "way"
                && RulerNumbers.Letters(scratch, at + 3) is "up" or "down" or "to",
            "number" => two is "one" && three is "thing" or "priority",
            "half" => two is "way",
            "mitad" => RulerNumbers.Letters(scratch, at - 1) is "la",
            "much" => two is "above" && three is "nothing" or "zero",
            "bottom" or "top" => two is "of" && three is "the",
            _ => false,
        };
    }

    /// <summary>"higher than last time", "a point lower", "no change": told from a number that is not said again.</summary>
    private static bool IsMove(Scratch scratch, int at)
    {
        var two = RulerNumbers.Letters(scratch, at + 1);
        var three = RulerNumbers.Letters(scratch, at + 2);
        return RulerNumbers.Letters(scratch, at) switch
        {
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
            "went" => at == 1 && two is "up" or "down" && three is "some" or "a" or "since" or "lots"
                || at == 1 && two is "up" or "down" && scratch.Tokens.Length == 4,
            "a" or "un" => IsStep(two)
                && three is "higher" or "lower" or "more" or "less" or "up" or "down" or "mas" or "menos",
            "no" or "not" => two is "change" or "changes" or "changed" or "cambia" or "cambio",
            "sin" => two is "cambio" or "cambios",
            _ => false,
        };
    }

    private static bool IsStep(ReadOnlySpan<char> word) =>
        word is "point" or "bit" or "little" or "notch" or "step" or "tad" or "punto" or "poco";

    /// <summary>"zip zilch nada", "a big fat nothing".</summary>
    private static bool IsNothing(Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var isNothing = false;

        for (var i = 1; tokens.Length <= ShortText && i < tokens.Length - 1; i++)
        {
            var isNone = words.NoneAtAll.Contains(tokens[i].Word);
            isNothing |= isNone;

            if (!isNone && !words.Beside.Contains(tokens[i].Word))
            {
                return false;
            }
        }

        return isNothing;
    }

    /// <summary>"same", "igual", "still the same", "what was i last time? that".</summary>
    private static bool IsSame(Scratch scratch)
    {
        var tokens = scratch.Tokens;
        var (isSame, isLast, isWhat, isSaid) = (false, false, false, false);

        for (var i = 1; tokens.Length <= ShortText + 2 && i < tokens.Length - 1; i++)
        {
            var word = scratch.Letters(tokens[i]);
            isSame |=
                word is "like" or "como" && i == 1
                || word is "usual"
                || word is "same" or "igual" or "mismo" or "misma" or "ditto" or "unchanged" or "idem";
            isLast |= word is "last" or "before" or "antes" or "pasada" or "otra";
            isWhat |= word is "what" or "whatever" or "lo";
            isSaid |= word is "said" or "put" or "was" or "gave" or "dije" or "puse";

            if (word is "here" or "to" or "you" or "day" or "thing" or "old" or "time" && isSame && !isLast)
            {
                return false;
            }
        }

        return isSame && (isLast || tokens.Length <= ShortText - 2) || isLast && isWhat && isSaid;
    }

    /// <summary>"a million", "a dozen": off the scale, and short enough to be an answer.</summary>
    private static bool IsMany(Scratch scratch)
    {
        foreach (ref readonly var token in scratch.Tokens)
        {
            if (
                scratch.Letters(token)
                is "million"
                    or "millions"
                    or "billion"
                    or "zillion"
                    or "gazillion"
                    or "bazillion"
                    or "infinity"
                    or "dozen"
                    or "millon"
                    or "millones"
                    or "infinito"
                    or "docena"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A hand held up: so many fingers, or a wave.</summary>
    private static bool IsHand(Scratch scratch)
    {
        foreach (var emoji in scratch.Emojis)
        {
            if (emoji.CodePoint is RaisedHand or SpreadHand)
            {
                return true;
            }
        }

        return false;
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
