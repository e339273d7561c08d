using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Weighs the numbers of a text against each other once each has its standing.</summary>
internal static class RulerSettling
{
    /// <summary>In a text this short a number is seldom about something else.</summary>
    private const int ShortText = 6;

    /// <summary>Weak numbers count only where no plain answer stands; several in a row say nothing.</summary>
    public static void Settle(Span<RulerNumber> all, Scratch scratch, RulerWords words)
    {
        SpreadElsewhere(all, scratch, words);

        for (var i = 0; i < all.Length; i++)
        {
            all[i].IsWeak = IsWeak(all[i], scratch, words);
            all[i].IsLed = IsLed(all[i], scratch, words);

            if (i > 0 && RulerNumbers.Between(all[i - 1], all[i], scratch, words) == Link.Range)
            {
                Join(ref all[i - 1], ref all[i]);
            }
            else if (all[i].Standing == Standing.Answer && IsHalfRange(all, i, scratch, words))
            {
                all[i].Standing = Standing.Doubtful;
            }
        }

        Lower(all, scratch, words);
    }

    /// <summary>Takes back the answers that stand too weakly beside the others.</summary>
    private static void Lower(Span<RulerNumber> all, Scratch scratch, RulerWords words)
    {
        var (plain, led) = (0, 0);

        foreach (var number in all)
        {
            plain += number.Standing == Standing.Answer && !number.IsWeak ? 1 : 0;
            led += number.Standing == Standing.Answer && !number.IsWeak && number.IsLed ? 1 : 0;
        }

        var isShort = scratch.Tokens.Length - 2 <= ShortText;
        var isQuestion = words.Questions.Contains(scratch.Tokens[1].Word);

        foreach (ref var number in all)
        {
            if (number.Standing == Standing.Answer && number.IsWeak)
            {
                number.Standing =
                    plain > 0 || number.From > 1 && !isShort || isQuestion
                        ? Standing.Elsewhere
                        : Standing.Doubtful;
            }
            else if (number.Standing == Standing.Answer && led == 0)
            {
                number.Standing =
                    isQuestion || scratch.Tokens[number.From].Guessed && number.From > 1
                        ? Standing.Elsewhere
                        : Standing.Doubtful;
            }
        }
    }

    /// <summary>What is said of one end of a range is said of the other.</summary>
    private static void Join(ref RulerNumber left, ref RulerNumber right)
    {
        if (left.Standing == Standing.Answer && right.Standing == Standing.Answer)
        {
            left.IsWeak = right.IsWeak = right.IsWeak || left.IsWeak;
            left.IsLed = right.IsLed = right.IsLed || left.IsLed;
        }
    }

    /// <summary>It begins the text or a clause of it, or follows a word that leads to an answer.</summary>
    private static bool IsLed(RulerNumber number, Scratch scratch, RulerWords words)
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
            : words.Led.Contains(before.Word) && IsLead(scratch, at - 1)
                || at == number.From && RulerNumbers.IsArticle(scratch, at - 2);
    }

    /// <summary>"to" and "for" lead to an answer after few words only: "closer to 7", "put me down for 5".</summary>
    private static bool IsLead(Scratch scratch, int at) =>
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
                || at > 1
                    && (scratch.Tokens[at - 1].Value >= 0 && scratch.Tokens[at - 1].Kind != TokenKind.Edge),
            "al" => at > 1
                && scratch.Tokens[at - 1].Value >= 0
                && scratch.Tokens[at - 1].Kind != TokenKind.Edge,
            "me" => RulerNumbers.Letters(scratch, at - 1) is not "give",
            _ => true,
        };

    /// <summary>"in between 3 and whatever".</summary>
    private static bool IsHalfRange(Span<RulerNumber> all, int index, Scratch scratch, RulerWords words)
    {
        var at = all[index].From - (RulerNumbers.IsArticle(scratch, all[index].From - 1) ? 2 : 1);
        return RulerNumbers.Letters(scratch, at) is "between" or "entre"
            && (
                index + 1 == all.Length
                || RulerNumbers.Between(all[index], all[index + 1], scratch, words) != Link.Range
            );
    }

    /// <summary>"between 5 and 6 pm": what one end of a range counts, the other counts too.</summary>
    private static void SpreadElsewhere(Span<RulerNumber> all, Scratch scratch, RulerWords words)
    {
        for (var i = 1; i < all.Length; i++)
        {
            var isRange = RulerNumbers.Between(all[i - 1], all[i], scratch, words) == Link.Range;

            if (isRange && all[i].Standing == Standing.Elsewhere && all[i - 1].Standing == Standing.Answer)
            {
                all[i - 1].Standing = Standing.Elsewhere;
            }
            else if (
                isRange
                && all[i - 1].Standing == Standing.Elsewhere
                && all[i].Standing == Standing.Answer
            )
            {
                all[i].Standing = Standing.Elsewhere;
            }
            else if (
                isRange
                && all[i - 1].Standing == Standing.Doubtful
                && all[i].Standing == Standing.Answer
            )
            {
                all[i].Standing = Standing.Doubtful;
            }
            else if (
                all[i - 1].To == all[i].From
                && all[i].Standing == Standing.Doubtful
                && all[i - 1].Standing == Standing.Answer
            )
            {
                all[i - 1].Standing = Standing.Doubtful;
            }
        }
    }

    /// <summary>
    /// "7 chévere parce": a number that opens the text, with a word behind it that cannot be counted in the plural.
    /// People count things with an s ("2 rotis"), units that stand without one are listed.
    /// </summary>
    private static bool IsTalk(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;

        if (number.From != 1 || number.Value < 2 || tokens[number.From].Kind != TokenKind.Number)
        {
            return false;
        }

        for (var i = number.To; i < Math.Min(number.To + 3, tokens.Length - 1); i++)
        {
            var letters = scratch.Letters(tokens[i]);

            if (
                i > number.To
                && (tokens[i].AfterBreak || tokens[i].AfterComma || words.Next.Contains(tokens[i].Word))
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
    private static bool IsWeak(RulerNumber number, Scratch scratch, RulerWords words)
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
        return !isNextApart
            && !isLinked
            && !follows
            && !words.Next.Contains(next.Word)
            && !IsTalk(number, scratch, words)
            && !RulerNumbers.IsArticle(scratch, number.From - 1);
    }
}
