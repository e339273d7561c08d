using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Says of each number what the words around it make of it.</summary>
internal static class RulerStanding
{
    /// <summary>A text this short with a number off the scale is a wrong answer, not another matter.</summary>
    private const int ShortText = 6;

    /// <summary>"i would say".</summary>
    private const int LongestLead = 4;

    public static Standing Of(
        Span<RulerNumber> all,
        int index,
        Scratch scratch,
        RulerWords words,
        Asked asked
    )
    {
        var number = all[index];

        if (
            all[..index] is [.., { Standing: Standing.Scale } before]
            && before.To >= number.From - 1
            && RulerScaleWords.IsScaleEnd(before, number)
        )
        {
            return Standing.Scale;
        }

        return RulerScaleWords.Percent(number, scratch)
            ?? RulerScaleWords.Scale(all, index, scratch)
            ?? RulerScaleWords.Fraction(all, index, scratch)
            ?? RulerPhrases.Of(all, index, scratch, asked)
            ?? RulerCounts.Counted(number, scratch, words, asked)
            ?? RulerWorded.Worded(number, scratch, words)
            ?? RulerTheirs.Of(number, scratch, words)
            ?? Sized(number, scratch, asked)
            ?? RulerThen.Of(number, all.Length == 1, scratch, words)
            ?? RulerLeaning.Of(number, IsWhole(all, index, scratch, words), scratch, words)
            ?? Standing.Answer;
    }

    /// <summary>One number, or one range, with which the text opens: "7", "un 7", "id say 5", "5 or 6".</summary>
    private static bool IsWhole(Span<RulerNumber> all, int index, Scratch scratch, RulerWords words)
    {
        var from = all[0].From - (RulerNumbers.IsArticle(scratch, all[0].From - 1) ? 1 : 0);
        var isSaid = RulerNumbers.Letters(scratch, from - 1) is "say" or "diria" or "digo";
        return (from == 1 || isSaid && from <= LongestLead)
            && (
                all.Length == 1
                || index <= 1 && RulerNumbers.Between(all[0], all[1], scratch, words) == Link.Range
            );
    }

    private static Standing? Sized(RulerNumber number, Scratch scratch, Asked asked)
    {
        var isShort = scratch.Tokens.Length - 2 <= ShortText - 2;
        var isAge = number.Value > 10 && RulerNumbers.Letters(scratch, number.From - 1) is "am";
        var letters = scratch.Letters(scratch.Tokens[number.From]);
        var isOdd =
            letters.ContainsAny('.', ',')
            && (letters.Count('.') > 1 || !IsUsualPart(number.Value - decimal.Truncate(number.Value)));
        return isAge ? Standing.Elsewhere
            : isOdd ? Standing.Doubtful
            : number.Value <= 10 || asked.Scale == RulerScale.ZeroToTen && number.Value <= 10 ? null
            : isShort ? Standing.Doubtful
            : Standing.Elsewhere;
    }

    /// <summary>Halves and quarters: a 9.4 is a blood sugar sooner than a place on a ruler.</summary>
    private static bool IsUsualPart(decimal part) => part is 0.5m or 0.25m or 0.75m;
}
