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

    /// <summary>The letters, three each, that reactions begin with: few texts get further.</summary>
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

        if (seen.Has(Look.AutoReply))
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

        if (!Begins[HeadOf(text)])
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
        var begins = new bool[1 << 15];

        foreach (var word in ReactionWords)
        {
            begins[HeadOf(word)] = true;
        }

        return begins;
    }

    private static int HeadOf(ReadOnlySpan<char> text) =>
        ((text[0] & 31) << 10) | ((text[1] & 31) << 5) | (text[2] & 31);

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
}
