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
        var ends = WishSays.Ends(scratch, words, from, to);
        var rests = ends || WishSays.Has(scratch, words.Quiet, from, to);
        var asks = WishSays.Has(scratch, words.Asking, from, to);
        return rests && DaysOff.Ahead(scratch, from).IsSaid ? ControlWord.Snooze
            : rests && WishSays.SaysUntil(scratch, from, to) ? ControlWord.Pause
            : ends ? ControlWord.Ask
            : WishSays.IsTooMuch(scratch, words, from, to) ? ControlWord.Less
            : asks && WishSays.IsOften(scratch, words, from, to) ? ControlWord.More
            : asks && WishSays.IsHour(scratch, words, from, to) ? ControlWord.Time
            : asks
            && WishSays.Has(scratch, words.Again, from, to)
            && WishSays.Has(scratch, words.Restart, from, to)
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
                && (
                    WishSays.Before(scratch, words.Ours, from, i, 2)
                    || RulerNumbers.Letters(scratch, i + 1) is "you"
                );
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
}
