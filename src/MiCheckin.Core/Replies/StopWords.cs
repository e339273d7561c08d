using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells a stop word that is shouted from one that is said of a habit.</summary>
internal static class StopWords
{
    private const int LongestWord = 24;

    /// <summary>"STOPPPP": the whole message is a stop word with a letter drawn out on purpose.</summary>
    public static bool IsDrawnOut(Scratch scratch)
    {
        if (scratch.Tokens.Length != 3)
        {
            return false;
        }

        var typed = scratch.Folded[scratch.Tokens[1].Start..scratch.Tokens[1].End];

        if (typed.Length > LongestWord || !TypedOnPurpose.HasRun(typed))
        {
            return false;
        }

        Span<char> buffer = stackalloc char[LongestWord];
        return TypedOnPurpose.Squeeze(typed, buffer, 1)
            is "stop"
                or "end"
                or "quit"
                or "cancel"
                or "unsubscribe"
                or "remove"
                or "alto"
                or "cancelar";
    }

    /// <summary>
    /// A stop word that is a whole sentence among others: "You are too much. Unsubscribe." A bare STOP there is asked
    /// about; with a please, or where the word can mean nothing else, it is an opt-out.
    /// </summary>
    public static ControlFinding Sentence(Scratch scratch, WishWords words)
    {
        var tokens = scratch.Tokens;
        var isSaid = words.Leaving.IsAmong(tokens);

        for (var i = 1; isSaid && i < tokens.Length - 1; i++)
        {
            if (!tokens[i].AfterBreak)
            {
                continue;
            }

            var isPolite = RulerNumbers.Letters(scratch, i) is "please" or "kindly";
            var at = isPolite ? i + 1 : i;
            var isMe = RulerNumbers.Letters(scratch, at + 1) is "me";
            var next = Math.Min(isMe ? at + 2 : at + 1, tokens.Length - 1);
            isPolite |= RulerNumbers.Letters(scratch, next) is "please" or "thanks";
            var end = RulerNumbers.Letters(scratch, next) is "please" or "thanks" ? next + 1 : next;
            var isAlone = end >= tokens.Length - 1 || tokens[end].AfterBreak;

            if (isAlone && IsOfTexts(RulerNumbers.Letters(scratch, at), isMe))
            {
                return new ControlFinding(ControlWord.Stop, new Hit(0, i, end));
            }

            if (isAlone && !isMe && IsOfAnything(RulerNumbers.Letters(scratch, at)))
            {
                var word = isPolite ? ControlWord.Stop : ControlWord.Ask;
                return new ControlFinding(word, new Hit(0, i, end));
            }
        }

        return new ControlFinding(ControlWord.None, default);
    }

    /// <summary>"Unsubscribe." and "Delete me.": words that are said to a sender of texts.</summary>
    private static bool IsOfTexts(ReadOnlySpan<char> word, bool isMe) =>
        isMe
            ? word is "unsubscribe" or "delete" or "remove" or "cancel" or "unenroll" or "deregister"
            : word is "unsubscribe" or "optout";

    private static bool IsOfAnything(ReadOnlySpan<char> word) =>
        word is "stop" or "cancel" or "cease" or "desist" or "discontinue" or "terminate";

    /// <summary>"quit hitting snooze": a stop word and a doing that is none of ours.</summary>
    public static bool IsOfHabit(Scratch scratch)
    {
        var at = RulerNumbers.Letters(scratch, 1) is "ok" or "just" or "please" or "maybe" or "probably"
            ? 2
            : 1;
        var doing = RulerNumbers.Letters(scratch, at + 1);
        return RulerNumbers.Letters(scratch, at) is "stop" or "quit" or "end" or "cut"
            && doing.Length > 4
            && (doing.EndsWith("ing") || doing.EndsWith("in"))
            && !IsOurs(doing)
            && !SaysUs(scratch, at + 2);
    }

    /// <summary>Doings of a sender of texts.</summary>
    private static bool IsOurs(ReadOnlySpan<char> doing) =>
        doing
            is "texting"
                or "messaging"
                or "sending"
                or "contacting"
                or "spamming"
                or "bothering"
                or "bugging"
                or "harassing"
                or "calling"
                or "writing"
                or "emailing"
                or "pinging"
                or "buzzing"
                or "pestering"
                or "nagging"
                or "being"
                or "doing"
                or "asking"
                or "checking"
                or "pushing"
                or "wasting"
                or "annoying"
                or "disturbing"
                or "tracking"
                or "judging"
                or "telling"
                or "trying"
                or "preaching"
                or "lecturing"
                or "playing"
                or "again"
                or "everything";

    /// <summary>Somebody who is done something to: it may be by us.</summary>
    private static bool SaysUs(Scratch scratch, int from)
    {
        for (var i = from; i < Math.Min(from + 3, scratch.Tokens.Length); i++)
        {
            if (scratch.Letters(scratch.Tokens[i]) is "me" or "us" or "texts" or "messages")
            {
                return true;
            }
        }

        return false;
    }
}
