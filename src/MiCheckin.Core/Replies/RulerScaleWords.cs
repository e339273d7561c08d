using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that say the scale back, percents and fractions.</summary>
internal static class RulerScaleWords
{
    public static bool IsScaleEnd(RulerNumber before, RulerNumber number) =>
        before.Value is 0 or 1 && number.Value == 10;

    public static Standing? Percent(RulerNumber number, Scratch scratch)
    {
        var end = scratch.Tokens[number.To - 1].End;
        var sign = end < scratch.Folded.Length ? scratch.Folded[end] : ' ';
        var next = RulerNumbers.Letters(scratch, number.To);
        return
            sign == '%'
            || next is "percent" or "pct"
            || (next is "por" && RulerNumbers.Letters(scratch, number.To + 1) is "ciento")
            ? RulerNumbers.Letters(scratch, number.From - 1) is "not"
                ? Standing.Negated
                : Standing.Percent
            : sign == '+'
                ? Standing.Bound
                : null;
    }

    public static Standing? Scale(Span<RulerNumber> all, int index, Scratch scratch)
    {
        var number = all[index];
        var before = RulerNumbers.Letters(scratch, number.From - 1);
        var two = RulerNumbers.Letters(scratch, number.From - 2);

        if (
            index + 1 < all.Length
            && IsScaleEnd(number, all[index + 1])
            && IsSpelledScale(all, index, scratch)
        )
        {
            return Standing.Scale;
        }

        var isOutOf =
            (before is "of" && two is "out")
            || (before is "a" or "possible" && number.Value == 10 && IsOutOfA(scratch, number.From - 2))
            || before is "sobre"
            || (
                before is "of" or "de"
                && number.Value == 10
                && !RulerMeetings.IsSetOf(scratch, number.From - 1)
            );
        var isBest =
            number.Value == 10
            && RulerNumbers.Letters(scratch, number.To) is "being" or "is"
            && before is "with" or "if" or "where";
        return isOutOf || isBest ? Standing.Scale : null;
    }

    /// <summary>"out of a possible 10", "out of a ten".</summary>
    private static bool IsOutOfA(Scratch scratch, int at)
    {
        at = RulerNumbers.Letters(scratch, at) is "a" ? at - 1 : at;
        return RulerNumbers.Letters(scratch, at) is "of" && RulerNumbers.Letters(scratch, at - 1) is "out";
    }

    private static bool IsSpelledScale(Span<RulerNumber> all, int index, Scratch scratch)
    {
        var (left, right) = (all[index].To, all[index + 1].From);
        return right == left
            ? RulerNumbers.SignBetween(scratch, left - 1, right) is '-' or '~'
            : right == left + 1
                && RulerNumbers.Letters(scratch, left) is "to" or "al" or "a" or "through" or "and";
    }

    /// <summary>7/10 is 7; 7/8 may be anything; 24/7 and 130/80 are something else.</summary>
    public static Standing? Fraction(Span<RulerNumber> all, int index, Scratch scratch)
    {
        var number = all[index];

        if (index > 0 && all[index - 1].To == number.From && IsSlash(scratch, number.From))
        {
            return number.Value == 10 && all[index - 1].Standing == Standing.Answer
                ? Standing.Scale
                : all[index - 1].Standing;
        }

        if (index + 1 == all.Length)
        {
            return null;
        }

        var other = all[index + 1];
        var isSlashed = other.From == number.To && IsSlash(scratch, other.From);
        var isOutOf = other.From == number.To + 2 && RulerNumbers.Letters(scratch, number.To) is "out";
        var isEither =
            isSlashed && other.Value == number.Value + 1 && RulerNumbers.Letters(scratch, other.To) is "ish";
        return (isSlashed || isOutOf) && other.Value != 10 && !isEither
            ? number.Value == 24 || number.Value > 100
                ? Standing.Elsewhere
                : Standing.Doubtful
            : null;
    }

    private static bool IsSlash(Scratch scratch, int right) =>
        RulerNumbers.SignBetween(scratch, right - 1, right) is '/' or '\\';
}
