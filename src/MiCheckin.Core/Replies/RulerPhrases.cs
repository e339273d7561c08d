using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells what is said of a number in more than a word: that it is far off, too much, another measure, yet to come.</summary>
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
        return IsFarOff(scratch, lead) || IsTooMuch(scratch, number.To) ? Standing.Negated
            : IsHourOfNight(number, scratch)
                ? number.From == 1 ? Standing.Doubtful
                    : Standing.Elsewhere
            : IsDifference(scratch, number.From) || IsTheirs(scratch, lead) || IsPlaceName(number, scratch)
                ? Standing.Elsewhere
            : IsOtherMeasure(scratch, number, asked) ? Alone(all, Standing.Doubtful, Standing.Elsewhere)
            : IsStart(scratch, lead) || IsAim(scratch, lead) || IsToSomebody(scratch, number.To)
                ? Standing.Other
            : IsLater(scratch, number) && all.Length > 1 ? Standing.Other
            : RulerTally.Is(scratch, number) || RulerCounts.IsBesideAnother(number, scratch)
                ? Standing.Doubtful
            : IsMoreLike(all, index, scratch) ? Standing.Doubtful
            : IsFromSaid(scratch, number, asked) ? Standing.Other
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

    /// <summary>"nowhere near a 10", "far from a 10", "no chance of a 7", "I don't think I'm a 7".</summary>
    private static bool IsFarOff(Scratch scratch, int at)
    {
        var word = RulerNumbers.Letters(scratch, at);
        var two = RulerNumbers.Letters(scratch, at - 1);

        if (
            word is "near" && two is "nowhere" or "where" or "not" or "anywhere"
            || word is "from" && two is "far" or "miles" or "away"
            || word is "of" && two is "short" or "chance" or "shy"
            || word is "off" && two is "way" or "miles" or "far"
            || word is "hardly" or "never"
        )
        {
            return true;
        }

        for (var i = at; i >= 3 && at - i <= 3; i--)
        {
            if (scratch.Tokens[i + 1].AfterBreak)
            {
                return false;
            }

            if (
                RulerNumbers.Letters(scratch, i) is "think" or "feel" or "believe" or "feeling" or "reckon"
                && RulerNumbers.Letters(scratch, i - 1) is "not"
                && RulerNumbers.Letters(scratch, i - 2) is "do" or "am" or "did"
            )
            {
                return RulerNumbers.Letters(scratch, at) is "am" or "is" or "be" or "at" or "like";
            }
        }

        return false;
    }

    /// <summary>"a 7 would be a stretch", "8 is too high", "6 is pushing it".</summary>
    private static bool IsTooMuch(Scratch scratch, int at)
    {
        var isSaid =
            RulerNumbers.Letters(scratch, at) is "is" or "seems" or "feels" or "sounds" or "es"
            || RulerNumbers.Letters(scratch, at) is "would" or "might" or "seria"
                && RulerNumbers.Letters(scratch, at + 1)
                    is "be"
                        or "is"
                        or "mucho"
                        or "demasiado"
                        or "mentir";

        for (var i = at + 1; isSaid && i <= at + 4; i++)
        {
            if (
                RulerNumbers.Letters(scratch, i)
                is "too"
                    or "pushing"
                    or "stretch"
                    or "stretching"
                    or "lying"
                    or "lie"
                    or "impossible"
                    or "unrealistic"
                    or "dreaming"
                    or "ambitious"
                    or "optimistic"
                    or "demasiado"
                    or "mucho"
                    or "mentir"
            )
            {
                return true;
            }
        }

        return false;
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
        RulerNumbers.Letters(scratch, number.To) is "somewhere";

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

    /// <summary>"started at a zero": where somebody came from.</summary>
    private static bool IsStart(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "at" or "with" or "on" or "en" or "con"
        && RulerNumbers.Letters(scratch, at - 1)
            is "started"
                or "began"
                or "starting"
                or "opened"
                or "empece"
                or "arranque";

    /// <summary>"going to be a 7", "want to get to 8", "need to be a 10": where somebody would be.</summary>
    private static bool IsAim(Scratch scratch, int at)
    {
        at = RulerNumbers.Letters(scratch, at) is "at" or "to" ? at - 1 : at;
        return RulerNumbers.Letters(scratch, at) is "be" or "get" or "reach" or "hit"
            && (
                RulerNumbers.Letters(scratch, at - 1) is "to"
                    && RulerNumbers.Letters(scratch, at - 2)
                        is "going"
                            or "want"
                            or "need"
                            or "trying"
                            or "hoping"
                            or "hope"
                            or "supposed"
                            or "ought"
                            or "like"
                            or "love"
                || RulerNumbers.Letters(scratch, at - 1) is "will" or "might" or "should"
                    && RulerNumbers.Letters(scratch, at - 2) is not ("that" or "it")
            );
    }

    /// <summary>"I said 5 to my sister".</summary>
    private static bool IsToSomebody(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "to" or "a"
        && RulerNumbers.Letters(scratch, at + 1) is "my" or "him" or "her" or "them" or "mi"
        && RulerNumbers.Letters(scratch, at - 2) is "said" or "told" or "wrote" or "put" or "gave" or "dije";

    /// <summary>"ask me again in january and it's a 4", "tomorrow a 3".</summary>
    private static bool IsLater(Scratch scratch, RulerNumber number)
    {
        for (var i = number.From - 1; i >= 1 && number.From - i <= 9; i--)
        {
            if (scratch.Tokens[i + 1].AfterBreak)
            {
                return false;
            }

            if (
                RulerNumbers.Letters(scratch, i) is "ask"
                    && RulerNumbers.Letters(scratch, i + 1) is "me"
                    && RulerNumbers.Letters(scratch, i + 2) is not ("and" or "now" or "today")
                || RulerNumbers.Letters(scratch, i) is "tomorrow" or "someday" or "eventually"
                    && number.From - i <= 4
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"two drinks? more like 6": what was counted goes on.</summary>
    private static bool IsMoreLike(Span<RulerNumber> all, int index, Scratch scratch) =>
        index > 0
        && all[index - 1].Standing is Standing.Elsewhere
        && RulerNumbers.Letters(scratch, all[index].From - 1) is "like"
        && RulerNumbers.Letters(scratch, all[index].From - 2) is "more";

    /// <summary>"from 5 to 8", where the prompt said the 5 back.</summary>
    private static bool IsFromSaid(Scratch scratch, RulerNumber number, Asked asked)
    {
        if (
            RulerNumbers.Letters(scratch, number.From - 1) is not ("from" or "de" or "del")
            || RulerNumbers.Letters(scratch, number.To) is not ("to" or "a" or "al")
        )
        {
            return false;
        }

        foreach (var said in (ReadOnlySpan<string>)["said ", "dijo ", "dijiste ", "gave a ", "gave "])
        {
            var at = asked.Prompt.IndexOf(said, StringComparison.OrdinalIgnoreCase);

            if (
                at >= 0
                && asked
                    .Prompt.AsSpan(at + said.Length)
                    .StartsWith(scratch.Letters(scratch.Tokens[number.From]))
            )
            {
                return true;
            }
        }

        return false;
    }
}
