using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Weighs the numbers of a text against each other once each has its standing.</summary>
internal static class RulerSettling
{
    /// <summary>Weak numbers count only where no plain answer stands; several in a row say nothing.</summary>
    public static void Settle(Span<RulerNumber> all, Scratch scratch, RulerWords words)
    {
        var plain = 0;

        SpreadElsewhere(all, scratch, words);

        for (var i = 0; i < all.Length; i++)
        {
            all[i].IsWeak = IsWeak(all[i], scratch, words);
            plain += all[i].Standing == Standing.Answer && !all[i].IsWeak ? 1 : 0;
        }

        foreach (ref var number in all)
        {
            if (number.Standing == Standing.Answer && number.IsWeak)
            {
                number.Standing = plain > 0 || number.From > 1 ? Standing.Elsewhere : Standing.Doubtful;
            }
        }
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
                all[i - 1].To == all[i].From
                && all[i].Standing == Standing.Doubtful
                && all[i - 1].Standing == Standing.Answer
            )
            {
                all[i - 1].Standing = Standing.Doubtful;
            }
        }
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
            && !RulerNumbers.IsArticle(scratch, number.From - 1);
    }
}
