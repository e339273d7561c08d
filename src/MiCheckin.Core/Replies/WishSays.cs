using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>What a sentence about our texts says of them: an end, a rest, how often, at what hour.</summary>
internal static class WishSays
{
    /// <summary>A word of ending, or a wish denied.</summary>
    public static bool Ends(Scratch scratch, WishWords words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var letters = RulerNumbers.Letters(scratch, i);
            var isDenied =
                letters is "not" or "never" or "no"
                && (
                    After(scratch, words.Wanting, i, to, 2)
                    || After(scratch, words.Sending, i, to, 1)
                        && RulerNumbers.Letters(scratch, i - 1)
                            is "do"
                                or "please"
                                or "kindly"
                                or "to"
                                or "you"
                    || letters is "no" && RulerNumbers.Letters(scratch, i + 1) is "more" or "longer"
                );
            var isEnd =
                words.Ending.Contains(scratch.Tokens[i].Word)
                && !(RulerNumbers.Letters(scratch, i - 1) is "not" or "never" or "to" or "i");

            if (isDenied || isEnd)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Until something, for now.</summary>
    public static bool SaysUntil(Scratch scratch, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var letters = RulerNumbers.Letters(scratch, i);

            if (
                letters is "until" or "till" or "til" or "while" or "hasta" or "mientras"
                    && RulerNumbers.Letters(scratch, i + 1) is not "now"
                || letters is "for" or "right" && RulerNumbers.Letters(scratch, i + 1) is "now" or "awhile"
                || letters is "por" && RulerNumbers.Letters(scratch, i + 1) is "ahora"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"too many", "so often", "every other day", "fewer".</summary>
    public static bool IsTooMuch(Scratch scratch, WishWords words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var letters = RulerNumbers.Letters(scratch, i);
            var next = RulerNumbers.Letters(scratch, i + 1);

            if (
                words.Fewer.Contains(scratch.Tokens[i].Word) && next is not ("than" or "at" or "on")
                || letters is "too" or "so" or "as" or "that" or "this" && next is "many" or "much" or "often"
                || letters is "every" && next is "other"
                || letters is "all" && next is "day"
                || letters is "once" or "twice"
                    && next is "a"
                    && RulerNumbers.Letters(scratch, i + 2) is "week" or "month"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"more often", "every morning", "twice a".</summary>
    public static bool IsOften(Scratch scratch, WishWords words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var letters = RulerNumbers.Letters(scratch, i);
            var next = RulerNumbers.Letters(scratch, i + 1);

            if (
                words.Often.Contains(scratch.Tokens[i].Word)
                    && next is not ("than" or "time" or "of" or "and")
                || letters is "every" or "each"
                    && next is "day" or "morning" or "night" or "evening" or "single"
                || letters is "twice" && next is "a"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An hour or a part of the day, and a word of change.</summary>
    public static bool IsHour(Scratch scratch, WishWords words, int from, int to)
    {
        var hasHour = Has(scratch, words.Hours, from, to);

        for (var i = from; i < to && !hasHour; i++)
        {
            hasHour =
                scratch.Tokens[i].Value is >= 1 and <= 12
                && RulerNumbers.Letters(scratch, i - 1)
                    is "at"
                        or "after"
                        or "around"
                        or "before"
                        or "by"
                        or "round";
        }

        return hasHour && Has(scratch, words.Change, from, to);
    }

    /// <summary>Whether one of some words stands between two places.</summary>
    public static bool Has(Scratch scratch, WordSet set, int from, int to) =>
        set.IsAmong(scratch.Tokens[from..to]);

    /// <summary>Whether one of some words stands close before a place.</summary>
    public static bool Before(Scratch scratch, WordSet set, int from, int at, int reach) =>
        Has(scratch, set, Math.Max(from, at - reach), at);

    private static bool After(Scratch scratch, WordSet set, int at, int to, int reach) =>
        Has(scratch, set, at + 1, Math.Min(to, at + 1 + reach));
}
