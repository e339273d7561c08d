using System.Buffers;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Tells a reply from what only looks like one: a phone's reaction that quotes our own words, an automatic answer,
/// someone who has the number by mistake, a picture without words.
/// </summary>
internal static class NotAnAnswerReader
{
    private static readonly string[] ReactionWords =
    [
        "liked ",
        "loved ",
        "disliked ",
        "emphasized ",
        "emphasised ",
        "laughed at ",
        "questioned ",
        "removed a ",
        "removed an ",
        "reacted ",
        "le gusto ",
        "le encanto ",
        "le dio ",
        "se rio de ",
        "no le gusto ",
        "enfatizo ",
        "me gusto ",
        "me encanto ",
        "destaco ",
        "pregunto por ",
    ];

    /// <summary>The pairs of letters that reactions begin with: few texts get further.</summary>
    private static readonly bool[] Begins = BuildBegins();

    private static readonly string[] ReactionObjects =
    [
        "an image",
        "a photo",
        "a video",
        "an attachment",
        "a message",
        "a link",
        "a sticker",
    ];

    private static readonly SearchValues<string> AutoReplies = SearchValues.Create(
        [
            "i'm driving with",
            "do not disturb while driving",
            "i am driving and",
            "i'm driving right now. i'll",
            "i'm driving - ",
            "sent from my car",
            "auto-reply",
            "auto reply",
            "automatic reply",
            "autoreply",
            "this is an automated",
            "out of office",
            "out of the office",
            "is not monitored",
            "not receiving texts",
            "can't talk right now. what's up",
            "can't talk now. can i call",
            "i'll call you right back",
            "i'll call you later.",
            "i'm in a meeting. can",
            "message blocking is active",
            "free msg:",
            "freemsg",
            "subscriber you are",
            "currently unavailable. ",
            "focus mode turned on",
            "notifications silenced",
            "respuesta automatica",
            "estoy conduciendo",
            "estoy manejando con",
            "con el modo no molestar",
            "i'll see your message when",
            "i'll get back to you when i'm done driving",
        ],
        StringComparison.Ordinal
    );

    public static NotAnAnswer Read(Scratch scratch, Seen seen, Asked asked)
    {
        var text = scratch.Folded;

        if (scratch.Tokens.Length == 2 && scratch.Emojis.Length == 0 && asked.HasMedia)
        {
            return NotAnAnswer.Media;
        }

        if (IsReaction(text.TrimStart(), scratch.Emojis))
        {
            return NotAnAnswer.Reaction;
        }

        if (IsAutoReply(text))
        {
            return NotAnAnswer.AutoReply;
        }

        var isShort = scratch.Tokens.Length <= 24;
        return isShort && seen.Has(Look.WrongNumber) ? NotAnAnswer.WrongNumber : NotAnAnswer.None;
    }

    private static bool IsReaction(ReadOnlySpan<char> text, ReadOnlySpan<Emoji> emojis)
    {
        if (text.Length < 6)
        {
            return false;
        }

        if (emojis.Length > 0 && text.IndexOf(" to \"") is >= 0 and <= 12)
        {
            return text.TrimEnd().EndsWith("\"");
        }

        if (!Begins[PairOf(text)])
        {
            return false;
        }

        foreach (var word in ReactionWords)
        {
            if (text.StartsWith(word))
            {
                return QuotesOrNames(text[word.Length..]);
            }
        }

        return false;
    }

    private static bool[] BuildBegins()
    {
        var begins = new bool[1 << 10];

        foreach (var word in ReactionWords)
        {
            begins[PairOf(word)] = true;
        }

        return begins;
    }

    private static int PairOf(ReadOnlySpan<char> text) => ((text[0] & 31) << 5) | (text[1] & 31);

    /// <summary>The reaction is followed by the quoted text, or by what was sent.</summary>
    private static bool QuotesOrNames(ReadOnlySpan<char> rest)
    {
        var quote = rest.IndexOf('"');

        if (quote is >= 0 and <= 24)
        {
            return true;
        }

        foreach (var sent in ReactionObjects)
        {
            if (rest.StartsWith(sent) && rest.TrimEnd().Length == sent.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAutoReply(ReadOnlySpan<char> text) =>
        text.Length >= 12 && text.IndexOfAny(AutoReplies) >= 0;
}
