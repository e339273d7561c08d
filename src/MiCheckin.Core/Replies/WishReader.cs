using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Tells a wish about the texts by what it is made of, where no phrase knows it: a sentence that speaks of our texts
/// and holds a word of ending, of rest, of how often, of an hour, of coming back. Never opts anyone out: what may be
/// an ending is asked about.
/// </summary>
internal static class WishReader
{
    /// <summary>How far a "you" or a "me" may stand from what is done to them.</summary>
    private const int Near = 3;

    public static ControlFinding Read(Scratch scratch, WishWords words)
    {
        var tokens = scratch.Tokens;
        var speaks = words.Speaking.IsAmong(tokens);

        for (var from = 1; speaks && from < tokens.Length - 1; )
        {
            var to = from + 1;

            while (to < tokens.Length - 1 && !tokens[to].AfterBreak)
            {
                to++;
            }

            if (
                IsOurs(scratch, words, from, to)
                && Wish(scratch, words, from, to) is var word and not ControlWord.None
            )
            {
                return new ControlFinding(word, new Hit(0, from, to));
            }

            from = to;
        }

        return new ControlFinding(ControlWord.None, default);
    }

    private static ControlWord Wish(Scratch scratch, WishWords words, int from, int to)
    {
        var ends = Ends(scratch, words, from, to);
        var rests = ends || Has(scratch, words.Quiet, from, to);
        var asks = Has(scratch, words.Asking, from, to);
        return rests && DaysOff.Ahead(scratch, from).IsSaid ? ControlWord.Snooze
            : rests && SaysUntil(scratch, from, to) ? ControlWord.Pause
            : ends ? ControlWord.Ask
            : IsTooMuch(scratch, words, from, to) ? ControlWord.Less
            : asks && IsOften(scratch, words, from, to) ? ControlWord.More
            : asks && IsHour(scratch, words, from, to) ? ControlWord.Time
            : asks && Has(scratch, words.Again, from, to) && Has(scratch, words.Restart, from, to)
                ? ControlWord.Resume
            : words.Question.Contains(scratch.Tokens[from].Word) && scratch.Folded.Contains('?')
                ? ControlWord.Help
            : ControlWord.None;
    }

    /// <summary>Whether this sentence speaks of what we send.</summary>
    private static bool IsOurs(Scratch scratch, WishWords words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (words.Others.Contains(scratch.Tokens[i].Word))
            {
                return false;
            }
        }

        for (var i = from; i < to; i++)
        {
            var word = scratch.Tokens[i].Word;
            var isNoun =
                words.Texts.Contains(word)
                && (Before(scratch, words.Ours, from, i, 2) || RulerNumbers.Letters(scratch, i + 1) is "you");
            var isDone =
                words.Sending.Contains(word) && (IsByYou(scratch, from, i) || IsToMe(scratch, i, to));

            if (isNoun || isDone || IsFromYou(scratch, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsByYou(Scratch scratch, int from, int at)
    {
        for (var i = at - 1; i >= from && at - i <= Near; i--)
        {
            if (RulerNumbers.Letters(scratch, i) is "you" or "ustedes" or "usted")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsToMe(Scratch scratch, int at, int to)
    {
        for (var i = at + 1; i < to && i - at <= 2; i++)
        {
            if (RulerNumbers.Letters(scratch, i) is "me" or "us")
            {
                return RulerNumbers.Letters(scratch, at - 1) is not ("i" or "he" or "she" or "they" or "who")
                    && !(
                        RulerNumbers.Letters(scratch, at - 1) is "not"
                        && RulerNumbers.Letters(scratch, at - 2) is "does" or "did"
                    );
            }
        }

        return RulerNumbers.Letters(scratch, at - 1) is "me" or "nos";
    }

    private static bool IsFromYou(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "from"
        && RulerNumbers.Letters(scratch, at + 1) is "you"
        && RulerNumbers.Letters(scratch, at - 1)
            is "hear"
                or "hearing"
                or "messages"
                or "texts"
                or "more"
                or "less";

    /// <summary>A word of ending, or a wish denied.</summary>
    private static bool Ends(Scratch scratch, WishWords words, int from, int to)
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

    private static bool SaysUntil(Scratch scratch, int from, int to)
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
    private static bool IsTooMuch(Scratch scratch, WishWords words, int from, int to)
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

    private static bool IsOften(Scratch scratch, WishWords words, int from, int to)
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

    private static bool IsHour(Scratch scratch, WishWords words, int from, int to)
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

    private static bool Has(Scratch scratch, WordSet set, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (set.Contains(scratch.Tokens[i].Word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Before(Scratch scratch, WordSet set, int from, int at, int reach) =>
        Has(scratch, set, Math.Max(from, at - reach), at);

    private static bool After(Scratch scratch, WordSet set, int at, int to, int reach) =>
        Has(scratch, set, at + 1, Math.Min(to, at + 1 + reach));
}
