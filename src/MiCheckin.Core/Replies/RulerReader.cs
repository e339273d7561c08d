using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Reads the answer to a ruler. Every number in the text is weighed by the words around it; only where exactly one
/// answer (or one range) is left is it read. A number-like answer that a careful person would check is asked about.
/// </summary>
internal static class RulerReader
{
    private const int Hundred = 0x1F4AF;
    private const int MostNumbers = 16;

    /// <summary>Four words and the text's ends.</summary>
    private const int ShortText = 6;

    /// <summary>Ends further apart than this are no place on a ruler.</summary>
    private const int WidestRange = 2;

    public static RulerFinding Read(Scratch scratch, RulerWords words, Asked asked)
    {
        Span<RulerNumber> numbers = stackalloc RulerNumber[MostNumbers];
        var found = numbers[..RulerNumbers.Find(scratch, words, asked, numbers)];
        var standing = found.Length == 0 ? RulerFinding.None : Decide(found, scratch, words, asked);
        return standing.Status == RulerStatus.None && LooksLikeANumber(scratch, words, found, asked)
            ? RulerFinding.Ask
            : standing;
    }

    private static RulerFinding Decide(
        Span<RulerNumber> numbers,
        Scratch scratch,
        RulerWords words,
        Asked asked
    )
    {
        if (RulerHints.AsksOfTheScale(numbers, scratch, words))
        {
            return RulerFinding.None;
        }

        Span<RulerNumber> answers = stackalloc RulerNumber[numbers.Length];
        var count = Take(numbers, Standing.Answer, answers);

        if (count == 0)
        {
            return OnlyDoubtful(numbers, scratch, words) ? RulerFinding.Ask : RulerFinding.None;
        }

        var last = RangeOrLast(answers[..count], scratch, words);

        if (last is null && RulerLast.Of(answers[..count], scratch) is { } one)
        {
            last = (one, one);
        }

        if (
            last is not { } read
            || Has(numbers, Standing.Percent)
            || Has(numbers, Standing.Sometimes)
            || RulerMoves.IsFromMany(numbers, scratch)
            || RulerHints.IsUnsure(scratch, words)
        )
        {
            return RulerFinding.Ask;
        }

        var lowest = asked.Scale == RulerScale.ZeroToTen ? 0 : 1;
        var fits = read.Low >= lowest && read.High <= 10 && read.High - read.Low <= WidestRange;
        var hasHedge = read.Low != read.High && read.High == 10 && read.Low < 9;
        return fits && !hasHedge
            ? new RulerFinding(RulerStatus.Read, read.Low, read.High, answers[0].From, answers[count - 1].To)
            : RulerFinding.Ask;
    }

    /// <summary>One value, two linked values, or the last after a correction; null where it cannot be told.</summary>
    private static (decimal Low, decimal High)? RangeOrLast(
        Span<RulerNumber> answers,
        Scratch scratch,
        RulerWords words
    )
    {
        var (low, high) = (answers[0].Value, answers[0].Value);

        for (var i = 1; i < answers.Length; i++)
        {
            var value = answers[i].Value;

            if (value == high || value == low)
            {
                if (IsShift(answers[i - 1], answers[i], scratch))
                {
                    return null;
                }

                (low, high) = IsSettled(answers[i], scratch) ? (value, value) : (low, high);
                continue;
            }

            switch (RulerNumbers.Between(answers[i - 1], answers[i], scratch, words))
            {
                case Link.Range when low == high && value > high:
                    high = value;
                    break;
                case Link.Range when low == high && IsEither(answers[i - 1], scratch):
                    low = value;
                    break;
                case Link.Correction:
                    (low, high) = (value, value);
                    break;
                default:
                    return null;
            }
        }

        return (low, high);
    }

    /// <summary>"8 or 7... 7": the end that is said again, alone.</summary>
    private static bool IsSettled(RulerNumber number, Scratch scratch) =>
        scratch.Tokens[number.From].AfterBreak
            && scratch.Tokens[number.To] is { Kind: TokenKind.Edge } or { AfterBreak: true }
        || RulerNumbers.Letters(scratch, number.To) is "definitivo" or "definitely" or "final" or "definite";

    /// <summary>"working 7 to 7".</summary>
    private static bool IsShift(RulerNumber left, RulerNumber right, Scratch scratch) =>
        left.Value == right.Value
        && right.From == left.To + 1
        && RulerNumbers.Letters(scratch, left.To) is "to" or "til" or "till" or "a";

    /// <summary>"7 or 6": the greater end said first; "7 to 6" is a fall.</summary>
    private static bool IsEither(RulerNumber left, Scratch scratch) =>
        RulerNumbers.Letters(scratch, left.To) is "or" or "maybe" or "o" or "possibly" or "probably";

    private static bool OnlyDoubtful(Span<RulerNumber> numbers, Scratch scratch, RulerWords words)
    {
        var isQuestion = RulerHints.OpensAsQuestion(scratch, words);

        foreach (var number in numbers)
        {
            if (
                number.Standing
                    is Standing.Percent
                        or Standing.Bound
                        or Standing.Doubtful
                        or Standing.Sometimes
                || (number.Standing is Standing.Negated or Standing.Other or Standing.Scale && !isQuestion)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool LooksLikeANumber(
        Scratch scratch,
        RulerWords words,
        Span<RulerNumber> numbers,
        Asked asked
    )
    {
        foreach (var emoji in scratch.Emojis)
        {
            if (emoji.CodePoint == Hundred)
            {
                return true;
            }
        }

        var tokens = scratch.Tokens;

        return numbers.Length == 0
            && (
                tokens.Length <= ShortText && RulerPlaces.IsHalf(scratch, words)
                || RulerPlaces.Is(scratch, words)
                || NearNumber.IsIn(scratch, words, asked)
            );
    }

    private static int Take(Span<RulerNumber> numbers, Standing standing, Span<RulerNumber> into)
    {
        var count = 0;

        foreach (var number in numbers)
        {
            if (number.Standing == standing)
            {
                into[count++] = number;
            }
        }

        return count;
    }

    private static bool Has(Span<RulerNumber> numbers, Standing standing)
    {
        foreach (var number in numbers)
        {
            if (number.Standing == standing)
            {
                return true;
            }
        }

        return false;
    }
}
