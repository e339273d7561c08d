using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>How firmly a number stands: whether the words before it lead to an answer, and those behind it let it be one.</summary>
internal static class RulerFooting
{
    /// <summary>It begins the text or a clause of it, or follows a word that leads to an answer.</summary>
    public static bool IsLed(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var at = number.From;

        if (tokens[at].AfterBreak || tokens[at].AfterComma)
        {
            return true;
        }

        while (at > 1 && RulerNumbers.IsHedge(scratch, at - 1))
        {
            at--;
        }

        var before = tokens[at - 1];

        if (
            before.Kind == TokenKind.Edge
            || at < number.From && (tokens[at].AfterBreak || tokens[at].AfterComma)
            || at < number.From && RulerNumbers.Letters(scratch, at - 1) is "more"
        )
        {
            return true;
        }

        return before.Kind == TokenKind.Number || before.Value >= 0
            ? at == number.From
            : words.Led.Contains(before.Word) && IsLead(scratch, at - 1, words)
                || at == number.From && RulerNumbers.IsArticle(scratch, at - 2);
    }

    /// <summary>"to" and "for" lead to an answer after few words only: "closer to 7", "put me down for 5".</summary>
    private static bool IsLead(Scratch scratch, int at, RulerWords words) =>
        RulerNumbers.Letters(scratch, at) switch
        {
            "for" => RulerNumbers.Letters(scratch, at - 1) is "down",
            "to" => RulerNumbers.Letters(scratch, at - 1)
                is "up"
                    or "going"
                    or "closer"
                    or "close"
                    or "answer"
                    or "it"
                    or "that"
                    or "mine"
                    or "me"
                    or "number"
                    or "back"
                || words.Moved.Contains(scratch.Tokens[at - 1].Word)
                || at > 1
                    && (scratch.Tokens[at - 1].Value >= 0 && scratch.Tokens[at - 1].Kind != TokenKind.Edge),
            "al" => words.Moved.Contains(scratch.Tokens[at - 1].Word)
                || at > 1
                    && scratch.Tokens[at - 1].Value >= 0
                    && scratch.Tokens[at - 1].Kind != TokenKind.Edge,
            "me" => RulerNumbers.Letters(scratch, at - 1) is not "give",
            "time" => RulerNumbers.Letters(scratch, at - 1) is "this",
            "vez" => RulerNumbers.Letters(scratch, at - 1) is "otra" or "esta" or "tal",
            _ => true,
        };

    /// <summary>
    /// "7 chévere parce": a number that opens the text, with a word behind it that cannot be counted in the plural.
    /// People count things with an s ("2 rotis"), units that stand without one are listed.
    /// </summary>
    private static bool IsTalk(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;

        if (number.From != 1 || number.Value < 2)
        {
            return false;
        }

        for (var i = number.To; i < Math.Min(number.To + 3, tokens.Length - 1); i++)
        {
            var letters = scratch.Letters(tokens[i]);

            if (
                i > number.To
                && (
                    tokens[i].AfterBreak
                    || tokens[i].AfterComma
                    || tokens[i].Kind == TokenKind.Number
                    || letters is "a" or "an" or "i"
                    || words.Next.Contains(tokens[i].Word)
                )
            )
            {
                break;
            }

            if (
                letters.Length < 2
                || letters[^1] == 's' && !letters.EndsWith("ss")
                || words.Units.Contains(tokens[i].Word)
                || words.Counted.Contains(tokens[i].Word)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A number with a word behind it that is nothing to do with answering.</summary>
    public static bool IsWeak(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var (token, next) = (tokens[number.From], tokens[number.To]);
        var isNextApart =
            next.Kind is TokenKind.Edge or TokenKind.Number
            || next.AfterBreak
            || next.AfterComma
            || next.Value >= 0;
        var isLinked =
            words.Links.Contains(next.Word) && tokens[Math.Min(number.To + 1, tokens.Length - 1)].Value >= 0;
        var follows =
            tokens[number.From - 1].Kind == TokenKind.Number && !token.AfterBreak && !token.AfterComma;
        var isNone = number.Value == 0 && scratch.Letters(next) is "chance" or "chances" or "hope";
        return !isNextApart
            && !isNone
            && !RulerCounts.IsFor(scratch, number.To)
            && !isLinked
            && !follows
            && !words.Next.Contains(next.Word)
            && !IsTalk(number, scratch, words)
            && !RulerNumbers.IsArticle(scratch, number.From - 1);
    }
}
