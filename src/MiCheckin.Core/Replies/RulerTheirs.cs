using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that somebody else would give: "my wife says 9", "the surgeon wants 8".</summary>
internal static class RulerTheirs
{
    /// <summary>How far back the person may stand.</summary>
    private const int Reach = 7;

    public static Standing? Of(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var hasVerb = false;

        for (var i = number.From - 1; i >= 1 && number.From - i <= Reach; i--)
        {
            var token = scratch.Tokens[i];
            var isThoughtOfMe = IsThoughtOfMe(scratch, words, i);

            if (IsCutOff(scratch, words, i) || words.Reset.Contains(token.Word) && !hasVerb && !isThoughtOfMe)
            {
                return null;
            }

            if (number.Value <= 10 && IsObject(scratch, words, i))
            {
                hasVerb = true;
            }
            else if (words.Self.Contains(token.Word))
            {
                return words.Saying.Contains(scratch.Tokens[i - 1].Word) ? Standing.Other : null;
            }

            var isThem = words.Other.Contains(token.Word) && (hasVerb || i == number.From - 1);

            if (isThem || isThoughtOfMe || IsSaidBySomebody(scratch, words, i))
            {
                return Standing.Other;
            }

            if (IsLoneNumber(scratch, words, i))
            {
                return null;
            }

            hasVerb |= IsTheirVerb(scratch, words, i);
        }

        return null;
    }

    /// <summary>"my wife thinks I am a 3".</summary>
    private static bool IsThoughtOfMe(Scratch scratch, RulerWords words, int at) =>
        RulerNumbers.Letters(scratch, at) is "am"
        && RulerNumbers.Letters(scratch, at - 1) is "i"
        && words.Saying.Contains(scratch.Tokens[at - 2].Word)
        && RulerNumbers.Letters(scratch, at - 2) is not ("think" or "say" or "reckon")
        && !words.Self.Contains(scratch.Tokens[Math.Max(at - 3, 0)].Word);

    private static bool IsCutOff(Scratch scratch, RulerWords words, int at) =>
        scratch.Tokens[at + 1].AfterBreak || scratch.Tokens[at + 1].AfterComma || IsApart(scratch, words, at);

    /// <summary>A verb of saying or wanting; "boss is watching" has none.</summary>
    private static bool IsTheirVerb(Scratch scratch, RulerWords words, int at) =>
        words.TheirVerbs.Contains(scratch.Tokens[at].Word)
        && !RulerNumbers.Letters(scratch, at + 1).EndsWith("ing");

    /// <summary>A number that no link ties to the one behind it: "they say 5 or 6" has none.</summary>
    private static bool IsLoneNumber(Scratch scratch, RulerWords words, int at) =>
        (scratch.Tokens[at].Kind == TokenKind.Number || scratch.Tokens[at].Value >= 0)
        && !words.Links.Contains(scratch.Tokens[at + 1].Word);

    /// <summary>"my wife would put me at 2", "mi esposa me pone un 9": the me that somebody gives a number.</summary>
    private static bool IsObject(Scratch scratch, RulerWords words, int at) =>
        RulerNumbers.Letters(scratch, at) is "me" or "us"
        && (
            words.TheirVerbs.Contains(scratch.Tokens[at - 1].Word)
                && !words.Saying.Contains(scratch.Tokens[at - 1].Word)
                && RulerNumbers.Letters(scratch, at + 1) is "at" or "as" or "a" or "an" or "down" or "to"
            || RulerNumbers.Letters(scratch, at + 1)
                is "pone"
                    or "da"
                    or "daria"
                    or "pondria"
                    or "puso"
                    or "dio"
                    or "dijo"
                    or "dice"
        );

    /// <summary>"physio said it's a 10": whoever it is, it is not the one who writes.</summary>
    private static bool IsSaidBySomebody(Scratch scratch, RulerWords words, int at)
    {
        var token = scratch.Tokens[at];

        if (
            !words.Saying.Contains(token.Word)
            || token.AfterBreak
            || token.AfterComma
            || RulerNumbers.Letters(scratch, at) is "think" or "say" or "reckon"
        )
        {
            return false;
        }

        var who = scratch.Tokens[at - 1];
        return who.Kind == TokenKind.Word
            && who.Value < 0
            && !words.Self.Contains(who.Word)
            && !words.Reset.Contains(who.Word)
            && !words.Nobody.Contains(who.Word);
    }

    /// <summary>"truly it is a 3" is nobody else's; "pa mi" is for me, and no father.</summary>
    private static bool IsApart(Scratch scratch, RulerWords words, int at) =>
        RulerNumbers.Letters(scratch, at) switch
        {
            "it" => !words.TheirVerbs.Contains(scratch.Tokens[at - 1].Word)
                && !words.Other.Contains(scratch.Tokens[at - 1].Word),
            "pa" => RulerNumbers.Letters(scratch, at + 1) is "mi" or "ti" or "el" or "que"
                || scratch.Tokens[at + 1].Kind == TokenKind.Number,
            _ => false,
        };
}
