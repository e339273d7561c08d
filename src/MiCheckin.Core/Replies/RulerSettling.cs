using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Weighs the numbers of a text against each other once each has its standing.</summary>
internal static class RulerSettling
{
    /// <summary>In a text this short a number is seldom about something else.</summary>
    private const int ShortText = 6;

    /// <summary>So many words may stand between the ends of a range that is not one: "entre un 6 y con suerte 8".</summary>
    private const int MostBetween = 3;

    /// <summary>Weak numbers count only where no plain answer stands; several in a row say nothing.</summary>
    public static void Settle(Span<RulerNumber> all, Scratch scratch, RulerWords words, Asked asked)
    {
        SpreadElsewhere(all, scratch, words);
        RulerSwings.Mark(all, scratch, words);
        RulerSides.Settle(all, scratch, words, asked);

        for (var i = 0; i < all.Length; i++)
        {
            all[i].IsWeak = RulerFooting.IsWeak(all[i], scratch, words);
            all[i].IsLed = RulerFooting.IsLed(all[i], scratch, words);

            if (i > 0 && RulerNumbers.Between(all[i - 1], all[i], scratch, words) == Link.Range)
            {
                Join(ref all[i - 1], ref all[i]);
            }
            else if (all[i].Standing == Standing.Answer && IsHalfRange(all, i, scratch, words))
            {
                all[i].Standing = Standing.Doubtful;

                if (i + 1 < all.Length && all[i + 1].From - all[i].To <= MostBetween)
                {
                    all[i + 1].Standing = Standing.Doubtful;
                }
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

        var isFirst =
            all is [{ From: 1, Standing: Standing.Answer, IsWeak: false }, ..]
            && IsClosed(scratch, all[0].To);
        var isShort = scratch.Tokens.Length - 2 <= ShortText;
        var isQuestion = RulerHints.OpensAsQuestion(scratch, words);

        foreach (ref var number in all)
        {
            if (number.Standing == Standing.Answer && number.IsWeak)
            {
                number.Standing =
                    plain > 0 || number.From > 1 && !isShort || isQuestion
                        ? Standing.Elsewhere
                        : Standing.Doubtful;
            }
            else if (number.Standing == Standing.Answer && isFirst && !number.IsLed && number.From > 1)
            {
                number.Standing = Standing.Elsewhere;
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

    /// <summary>"4 because ...": what follows says why.</summary>
    private static bool IsClosed(Scratch scratch, int at) =>
        scratch.Tokens[at] is { AfterBreak: true } or { AfterComma: true }
        || RulerNumbers.Letters(scratch, at) is "because" or "since" or "as" or "porque" or "pues" or "que";

    /// <summary>What is said of one end of a range is said of the other.</summary>
    private static void Join(ref RulerNumber left, ref RulerNumber right)
    {
        if (left.Standing == Standing.Answer && right.Standing == Standing.Answer)
        {
            left.IsWeak = right.IsWeak = right.IsWeak || left.IsWeak;
            left.IsLed = right.IsLed = right.IsLed || left.IsLed;
        }
    }

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
            ref var left = ref all[i - 1];
            ref var right = ref all[i];
            var isRange = RulerNumbers.Between(left, right, scratch, words) == Link.Range;

            switch (left.Standing, right.Standing)
            {
                case (Standing.Answer, Standing.Elsewhere) when isRange:
                    left.Standing = Standing.Elsewhere;
                    break;
                case (Standing.Elsewhere, Standing.Answer) when isRange && !IsAnother(left, right, scratch):
                case (Standing.Elsewhere, Standing.Other) when IsAlso(right, scratch):
                    right.Standing = Standing.Elsewhere;
                    break;
                case (Standing.Doubtful, Standing.Answer) when isRange:
                    right.Standing = Standing.Doubtful;
                    break;
                case (Standing.Answer, Standing.Doubtful) when isRange || IsBeside(left, right, scratch):
                    left.Standing = Standing.Doubtful;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>"had 3 last night and 6 the night before".</summary>
    private static bool IsAlso(RulerNumber number, Scratch scratch) =>
        RulerNumbers.Letters(scratch, number.From - 1) is "and" or "then" or "y" or "luego";

    /// <summary>"week 3 and a 7".</summary>
    private static bool IsAnother(RulerNumber left, RulerNumber right, Scratch scratch) =>
        RulerNumbers.IsArticle(scratch, right.From - 1) && !RulerNumbers.IsArticle(scratch, left.From - 1);

    /// <summary>"7 30", but not "7, 3 more than before".</summary>
    private static bool IsBeside(RulerNumber left, RulerNumber right, Scratch scratch) =>
        left.To == right.From && RulerNumbers.SignBetween(scratch, right.From - 1, right.From) != ',';
}
