using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells what is said of a number in more than a word: that it belongs to another ruler, another hour, another person.</summary>
internal static class RulerPhrases
{
    /// <summary>What else people give a number to.</summary>
    private static readonly string[] Measured =
    [
        "pain",
        "stress",
        "anxiety",
        "mood",
        "craving",
        "cravings",
        "urge",
        "urges",
        "hunger",
        "temp",
        "fever",
        "sugar",
        "headache",
        "dolor",
        "estres",
        "ansiedad",
        "antojo",
        "ganas",
    ];

    public static Standing? Of(Span<RulerNumber> all, int index, Scratch scratch, Asked asked)
    {
        var number = all[index];
        var lead = Lead(number, scratch);
        return RulerDenied.Is(number, lead, scratch) ? Standing.Negated
            : IsHourOfNight(number, scratch)
                ? number.From == 1 ? Standing.Doubtful
                    : Standing.Elsewhere
            : IsDifference(scratch, number.From)
            || IsTheirs(scratch, lead)
            || IsPlaceName(number, scratch)
            || RulerMeetings.Is(number, scratch)
                ? Standing.Elsewhere
            : IsOtherMeasure(scratch, number, asked) ? Alone(all, Standing.Doubtful, Standing.Elsewhere)
            : RulerMoves.Is(number, lead, all.Length == 1, scratch, asked) ? Standing.Other
            : RulerTally.Is(scratch, number, asked) || RulerCounts.IsBesideAnother(number, scratch)
                ? Standing.Doubtful
            : IsMoreLike(all, index, scratch) || IsBordering(all, index, scratch) ? Standing.Doubtful
            : null;
    }

    private static Standing Alone(Span<RulerNumber> all, Standing alone, Standing among) =>
        all.Length == 1 ? alone : among;

    /// <summary>The last word before the number, articles and hedges left aside.</summary>
    private static int Lead(RulerNumber number, Scratch scratch)
    {
        var at = number.From - 1;

        while (at > 1 && (RulerNumbers.IsArticle(scratch, at) || RulerNumbers.IsHedge(scratch, at)))
        {
            at--;
        }

        return at;
    }

    /// <summary>"what's the difference between 6 and 7".</summary>
    private static bool IsDifference(Scratch scratch, int from)
    {
        for (var i = from - 1; i >= 1 && from - i <= 5; i--)
        {
            if (
                RulerNumbers.Letters(scratch, i) is "between" or "entre"
                && RulerNumbers.Letters(scratch, i - 1)
                    is "difference"
                        or "diffrence"
                        or "diferencia"
                        or "diff"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"hers is a 10", "the other 1", "pal 9".</summary>
    private static bool IsTheirs(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "is" or "was"
            && RulerNumbers.Letters(scratch, at - 1) is "hers" or "his" or "theirs" or "yours"
        || RulerNumbers.Letters(scratch, at) is "other" or "another" or "pal" or "both";

    /// <summary>"it's 5 somewhere".</summary>
    private static bool IsPlaceName(RulerNumber number, Scratch scratch) =>
        RulerNumbers.Letters(scratch, number.To) is "somewhere"
        && !scratch.Tokens[number.To].AfterBreak
        && !scratch.Tokens[number.To].AfterComma;

    /// <summary>"2 in the am".</summary>
    private static bool IsHourOfNight(RulerNumber number, Scratch scratch) =>
        RulerNumbers.Letters(scratch, number.To) is "in"
        && RulerNumbers.Letters(scratch, number.To + 1) is "the"
        && RulerNumbers.Letters(scratch, number.To + 2) is "am" or "pm";

    /// <summary>"my stress is at 9": a number on another ruler, unless it is the one that was asked.</summary>
    private static bool IsOtherMeasure(Scratch scratch, RulerNumber number, Asked asked)
    {
        for (var i = number.From - 1; i >= 1 && number.From - i <= 4; i--)
        {
            if (scratch.Tokens[i + 1].AfterBreak || scratch.Tokens[i + 1].AfterComma)
            {
                return false;
            }

            var letters = RulerNumbers.Letters(scratch, i);

            foreach (var measure in Measured)
            {
                if (letters.SequenceEqual(measure))
                {
                    return !asked.Prompt.Contains(measure, StringComparison.OrdinalIgnoreCase);
                }
            }

            if (!IsLink(letters))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>May stand between what is measured and the number.</summary>
    private static bool IsLink(ReadOnlySpan<char> letters) =>
        letters
            is "is"
                or "was"
                or "are"
                or "at"
                or "a"
                or "an"
                or "level"
                or "levels"
                or "es"
                or "de"
                or "like"
                or "about"
                or "around";

    /// <summary>"7 going on 8", "6 pushing 7": neither of the two.</summary>
    private static bool IsBordering(Span<RulerNumber> all, int index, Scratch scratch)
    {
        var left = index + 1 < all.Length && IsBorder(scratch, all[index].To, all[index + 1].From);
        return left || index > 0 && IsBorder(scratch, all[index - 1].To, all[index].From);
    }

    private static bool IsBorder(Scratch scratch, int from, int to) =>
        to - from is 1 or 2
        && RulerNumbers.Letters(scratch, from)
            is "going"
                or "pushing"
                or "bordering"
                or "verging"
                or "touching"
        && (to - from == 1 || RulerNumbers.Letters(scratch, from + 1) is "on" or "a" or "an");

    /// <summary>"two drinks? more like 6": what was counted goes on.</summary>
    private static bool IsMoreLike(Span<RulerNumber> all, int index, Scratch scratch) =>
        index > 0
        && all[index - 1].Standing is Standing.Elsewhere
        && RulerNumbers.Letters(scratch, all[index].From - 1) is "like"
        && RulerNumbers.Letters(scratch, all[index].From - 2) is "more";
}
