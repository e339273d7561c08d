using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Says of each number what the words around it make of it.</summary>
internal static class RulerStanding
{
    /// <summary>How far back a "was" or "not" reaches.</summary>
    private const int Reach = 5;

    /// <summary>A text this short with a number off the scale is a wrong answer, not another matter.</summary>
    private const int ShortText = 6;

    /// <summary>Whose number is their age, not this person's answer.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SomebodyElse =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "son",
            "daughter",
            "kid",
            "boy",
            "girl",
            "baby",
            "he",
            "she",
            "grandson",
            "granddaughter",
            "husband",
            "wife",
            "dog",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Standing Of(
        Span<RulerNumber> all,
        int index,
        Scratch scratch,
        RulerWords words,
        Asked asked
    )
    {
        var number = all[index];

        if (
            all[..index] is [.., { Standing: Standing.Scale } before]
            && before.To >= number.From - 1
            && IsScaleEnd(before, number)
        )
        {
            return Standing.Scale;
        }

        return Percent(number, scratch)
            ?? Scale(all, index, scratch)
            ?? Fraction(all, index, scratch)
            ?? Counted(number, scratch, words)
            ?? Worded(number, scratch, words)
            ?? Sized(number, scratch, asked)
            ?? Leaning(number, scratch, words)
            ?? Standing.Answer;
    }

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

    private static bool IsScaleEnd(RulerNumber before, RulerNumber number) =>
        before.Value is 0 or 1 && number.Value == 10;

    private static Standing? Percent(RulerNumber number, Scratch scratch)
    {
        var end = scratch.Tokens[number.To - 1].End;
        var sign = end < scratch.Folded.Length ? scratch.Folded[end] : ' ';
        var next = RulerNumbers.Letters(scratch, number.To);
        return sign == '%'
            || next is "percent" or "pct"
            || (next is "por" && RulerNumbers.Letters(scratch, number.To + 1) is "ciento")
                ? Standing.Percent
            : sign == '+' ? Standing.Bound
            : null;
    }

    private static Standing? Scale(Span<RulerNumber> all, int index, Scratch scratch)
    {
        var number = all[index];
        var before = RulerNumbers.Letters(scratch, number.From - 1);
        var two = RulerNumbers.Letters(scratch, number.From - 2);

        if (
            index + 1 < all.Length
            && IsScaleEnd(number, all[index + 1])
            && IsSpelledScale(all, index, scratch)
        )
        {
            return Standing.Scale;
        }

        var isOutOf =
            (before is "of" && two is "out")
            || before is "sobre"
            || (before is "of" or "de" && number.Value == 10);
        var isBest =
            number.Value == 10
            && RulerNumbers.Letters(scratch, number.To) is "being" or "is"
            && before is "with" or "if" or "where";
        return isOutOf || isBest ? Standing.Scale : null;
    }

    private static bool IsSpelledScale(Span<RulerNumber> all, int index, Scratch scratch)
    {
        var (left, right) = (all[index].To, all[index + 1].From);
        return right == left
            ? RulerNumbers.SignBetween(scratch, left - 1, right) is '-' or '~'
            : right == left + 1
                && RulerNumbers.Letters(scratch, left) is "to" or "al" or "a" or "through" or "and";
    }

    /// <summary>7/10 is 7; 7/8 may be anything; 24/7 and 130/80 are something else.</summary>
    private static Standing? Fraction(Span<RulerNumber> all, int index, Scratch scratch)
    {
        var number = all[index];

        if (index > 0 && all[index - 1].To == number.From && IsSlash(scratch, number.From))
        {
            return number.Value == 10 && all[index - 1].Standing == Standing.Answer
                ? Standing.Scale
                : all[index - 1].Standing;
        }

        if (index + 1 == all.Length)
        {
            return null;
        }

        var other = all[index + 1];
        var isSlashed = other.From == number.To && IsSlash(scratch, other.From);
        var isOutOf = other.From == number.To + 2 && RulerNumbers.Letters(scratch, number.To) is "out";
        return (isSlashed || isOutOf) && other.Value != 10
            ? number.Value == 24 || number.Value > 100
                ? Standing.Elsewhere
                : Standing.Doubtful
            : null;
    }

    private static bool IsSlash(Scratch scratch, int right) =>
        RulerNumbers.SignBetween(scratch, right - 1, right) is '/' or '\\';

    private static Standing? Counted(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var (first, next) = (tokens[number.From], tokens[number.To]);
        var signBefore = first.Start > 0 ? scratch.Folded[first.Start - 1] : ' ';
        var isCounted =
            words.Units.Contains(next.Word)
            && !next.AfterBreak
            && !next.AfterComma
            && !IsOutOf(scratch, number.To);
        var isRate =
            next.Kind == TokenKind.Word
            && scratch.Letters(next) is "a" or "each" or "per"
            && words.Units.Contains(tokens[Math.Min(number.To + 1, tokens.Length - 1)].Word);
        var isMoney = signBefore is '$' or '<' or '£' or '€' or '!';
        var isOrdinal = IsOrdinal(scratch.Folded[Math.Min(first.End, scratch.Folded.Length)..]);
        return first.Kind == TokenKind.Clock
            || isOrdinal
            || IsThousands(scratch.Folded, first.End)
            || isCounted
            || isRate
            || isMoney
                ? Standing.Elsewhere
            : signBefore == '-' && number.From == 1 && first.Start <= 2 ? Standing.Doubtful
            : null;
    }

    /// <summary>"5k": a run or a sum, not a place on a ruler.</summary>
    private static bool IsThousands(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] == 'k' && (end + 1 == text.Length || !char.IsLetter(text[end + 1]));

    private static bool IsOrdinal(ReadOnlySpan<char> after) =>
        (after.StartsWith("st") || after.StartsWith("nd") || after.StartsWith("rd") || after.StartsWith("th"))
        && (after.Length == 2 || !char.IsLetter(after[2]));

    private static bool IsOutOf(Scratch scratch, int at)
    {
        var letters = RulerNumbers.Letters(scratch, at);
        var of = letters is "out" ? at + 1 : at;
        return RulerNumbers.Letters(scratch, of) is "of" or "de"
            && RulerNumbers.Letters(scratch, of + 1) is "10" or "ten" or "diez";
    }

    private static Standing? Worded(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var isClose = !tokens[number.From].AfterBreak && !tokens[number.From].AfterComma;

        if (
            isClose
            && words.Months.Contains(tokens[number.To].Word)
            && scratch.Letters(tokens[number.To]) is not "may"
        )
        {
            return Standing.Elsewhere;
        }

        if (
            isClose
            && words.Over.Contains(
                tokens[Math.Max(number.From - (IsArticle(scratch, number.From - 1) ? 2 : 1), 0)].Word
            )
        )
        {
            return Standing.Bound;
        }

        if (
            isClose
            && RulerNumbers.Letters(scratch, number.From - 1) is "de"
            && RulerNumbers.Letters(scratch, number.From - 2) is "menos" or "mas"
        )
        {
            return Standing.Bound;
        }

        return After(number, isClose, scratch, words);
    }

    private static Standing? After(RulerNumber number, bool isClose, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var before = RulerNumbers.Letters(scratch, number.From - 1);
        var two = RulerNumbers.Letters(scratch, number.From - 2);
        var isStanding =
            (before is "with" && two is "go" or "going")
            || before is "at" && words.Standing.Contains(tokens[Math.Max(number.From - 2, 0)].Word);
        var isAfter = isClose && words.After.Contains(tokens[number.From - 1].Word) && !isStanding;
        var isMeasured = before is "is" or "was" && two is "a1c" or "bp" or "sugar" or "weight" or "pressure";
        var isTheirs = before is "is" or "are" or "was" or "turned" && SomebodyElse.Contains(two);
        return
            isAfter
            || isMeasured
            || isTheirs
            || IsShortFor(number, isClose, scratch)
            || IsIdiom(number, scratch, words)
            ? Standing.Elsewhere
            : null;
    }

    /// <summary>"Ready 4 this", "want 2 quit": the digit stands for a word.</summary>
    private static bool IsShortFor(RulerNumber number, bool isClose, Scratch scratch)
    {
        var next = RulerNumbers.Letters(scratch, number.To);
        return isClose
            && RulerNumbers.Letters(scratch, number.From - 1)
                is "ready"
                    or "here"
                    or "time"
                    or "up"
                    or "want"
                    or "need"
                    or "going"
                    or "trying"
                    or "hard"
            && scratch.Tokens[number.From].Kind == TokenKind.Number
            && (
                (number.Value == 4 && next is "this" or "that" or "real" or "ever" or "them" or "it")
                || (number.Value == 2 && next is "quit" or "stop" or "be" or "do" or "try" or "cut" or "get")
            );
    }

    private static bool IsArticle(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "a" or "an" or "un";

    /// <summary>"One" is a pronoun unless it stands like a number.</summary>
    private static bool IsIdiom(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;

        if (tokens[number.From].Kind != TokenKind.Word || number.Value != 1)
        {
            return false;
        }

        var next = tokens[number.To];
        var isAlone =
            next.Kind == TokenKind.Edge
            || next.AfterBreak
            || next.AfterComma
            || scratch.Letters(next) is "out" or "or" or "to" or "maybe";
        var before = scratch.Letters(tokens[number.From - 1]);
        return !(
            isAlone
            && (number.From == 1 || words.Leads.Contains(tokens[number.From - 1].Word) && before is not "no")
        );
    }

    private static Standing? Sized(RulerNumber number, Scratch scratch, Asked asked)
    {
        var isShort = scratch.Tokens.Length - 2 <= ShortText - 2;
        var isAge = number.Value > 10 && RulerNumbers.Letters(scratch, number.From - 1) is "am";
        var letters = scratch.Letters(scratch.Tokens[number.From]);
        var isOdd =
            letters.Contains('.')
            && (letters.Count('.') > 1 || number.Value == decimal.Truncate(number.Value));
        return isAge ? Standing.Elsewhere
            : isOdd ? Standing.Doubtful
            : number.Value <= 10 || asked.Scale == RulerScale.ZeroToTen && number.Value <= 10 ? null
            : isShort ? Standing.Doubtful
            : Standing.Elsewhere;
    }

    /// <summary>Looks back for a not or a was that still holds at the number, and ahead for an "if".</summary>
    private static Standing? Leaning(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;

        if (
            RulerNumbers.Letters(scratch, number.To) is "if" or "si"
            && scratch.Letters(tokens[number.To]) is "if"
        )
        {
            return Standing.Doubtful;
        }

        for (var i = number.From - 1; i >= 1 && number.From - i <= Reach; i--)
        {
            if (
                tokens[i].Kind == TokenKind.Number
                || tokens[i + 1].AfterBreak
                || tokens[i + 1].AfterComma
                || words.Reset.Contains(tokens[i].Word)
            )
            {
                return null;
            }

            var letters = scratch.Letters(tokens[i]);

            if (
                (letters is "not" && number.From - i <= 4 && !IsFiller(scratch, i + 1))
                || (letters is "no" && number.From - i == 2 && IsArticle(scratch, i + 1))
            )
            {
                return Standing.Negated;
            }

            if (words.Was.Contains(tokens[i].Word) && !IsSaying(scratch, i))
            {
                return Standing.Other;
            }
        }

        return null;
    }

    /// <summary>"I don't know", "not sure", "not gonna lie" deny nothing.</summary>
    private static bool IsFiller(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "know" or "sure" or "lie" or "going";

    /// <summary>"I would say 6" and "like a 4" are answers; "I would be an 8" is not.</summary>
    private static bool IsSaying(Scratch scratch, int at)
    {
        var word = RulerNumbers.Letters(scratch, at);
        var next = RulerNumbers.Letters(scratch, at + 1);
        return (
                word is "would"
                && next
                    is "say"
                        or "give"
                        or "guess"
                        or "go"
                        or "put"
                        or "rate"
                        or "call"
                        or "probably"
                        or "honestly"
            )
            || (word is "like" && next is not "to")
            || (word is "could" && next is not "say")
            || (word is "want" && next is not "to");
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
            && !IsArticle(scratch, number.From - 1);
    }
}
