using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that count something, or are a time, a date, a price.</summary>
internal static class RulerCounts
{
    /// <summary>A text this short that counts something is no answer, and nothing else either.</summary>
    private const int ShortText = 4;

    public static Standing? Counted(RulerNumber number, Scratch scratch, RulerWords words, Asked asked)
    {
        var tokens = scratch.Tokens;
        var (first, next) = (tokens[number.From], tokens[number.To]);
        var signBefore = first.Start > 0 ? scratch.Folded[first.Start - 1] : ' ';
        var isCounted =
            words.Units.Contains(next.Word)
            && !next.AfterBreak
            && (!next.AfterComma || IsHyphened(scratch, number.To))
            && !IsOutOf(scratch, number.To)
            && !IsFor(scratch, number.To)
            && !IsOfAsked(number, scratch, words);
        var isRate =
            next.Kind == TokenKind.Word
            && scratch.Letters(next) is "a" or "each" or "per"
            && words.Units.Contains(tokens[Math.Min(number.To + 1, tokens.Length - 1)].Word);
        var isMoney = signBefore == '<' && number.Value == 3 || signBefore is '$' or '£' or '€' or '!';
        var isOrdinal = IsOrdinal(scratch.Folded[Math.Min(first.End, scratch.Folded.Length)..]);
        var isShort = tokens.Length - 2 <= ShortText;
        return isCounted && isShort && RulerMeasures.Fit(scratch, number.To, asked.Prompt)
            || (isRate || IsTimesEach(scratch, number.To)) && isShort && first.Kind == TokenKind.Number
            || number.From == 1 && first.Kind == TokenKind.Number && IsClock(number, scratch)
            || isShort && (IsMany(scratch, number.To) || IsYear(scratch.Letters(first)))
                ? Standing.Doubtful
            : first.Kind == TokenKind.Clock
            || isOrdinal
            || IsThousands(scratch.Folded, first.End)
            || isCounted
            || isRate
            || isMoney
            || IsMany(scratch, number.To)
            || IsYear(scratch.Letters(first))
            || IsClock(number, scratch)
            || IsSaw(number.To, scratch)
            || IsOfPeople(scratch, number.To)
            || IsPartOfAName(scratch, number.From)
            || IsSaidForTo(number, scratch, asked)
                ? Standing.Elsewhere
            : signBefore == '-' && number.From == 1 && first.Start <= 2 ? Standing.Doubtful
            : null;
    }

    /// <summary>"7 30": two numbers in digits side by side are a time or a slip.</summary>
    public static bool IsBesideAnother(RulerNumber number, Scratch scratch)
    {
        var next = scratch.Tokens[number.To];
        return scratch.Tokens[number.From].Kind == TokenKind.Number
            && number.Value <= 12
            && next
                is {
                    Kind: TokenKind.Number,
                    AfterBreak: false,
                    AfterComma: false,
                    Value: 15 or 20 or 30 or 40 or 45 or 50
                };
    }

    /// <summary>"9 x mis pulmones": for, as it is texted in Spanish.</summary>
    public static bool IsFor(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "x"
        && RulerNumbers.Letters(scratch, at + 1)
            is "mi"
                or "mis"
                or "la"
                or "el"
                or "los"
                or "las"
                or "que"
                or "ti";

    /// <summary>"3 x a day".</summary>
    private static bool IsTimesEach(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "x" && RulerNumbers.Letters(scratch, at + 1) is "a" or "per";

    /// <summary>"theres 6 of us".</summary>
    private static bool IsOfPeople(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "of"
        && RulerNumbers.Letters(scratch, at + 1) is "us" or "them" or "you";

    /// <summary>"back 2 a 3".</summary>
    private static bool IsSaidForTo(RulerNumber number, Scratch scratch, Asked asked) =>
        !asked.IsSpanish
        && RulerNumbers.Letters(scratch, number.From) is "2"
        && RulerNumbers.Letters(scratch, number.From - 1)
            is "back"
                or "bck"
                or "bk"
                or "up"
                or "down"
                or "dwn"
        && RulerNumbers.IsArticle(scratch, number.To);

    /// <summary>"the I-10", "covid-19".</summary>
    private static bool IsPartOfAName(Scratch scratch, int at)
    {
        var start = scratch.Tokens[at].Start;
        return start > 1
            && scratch.Folded[start - 1] == '-'
            && char.IsLetter(scratch.Folded[start - 2])
            && scratch.Tokens[at - 1].Value < 0;
    }

    /// <summary>"five-year-olds": the unit hangs on a hyphen.</summary>
    private static bool IsHyphened(Scratch scratch, int at) =>
        scratch.Tokens[at].Start == scratch.Tokens[at - 1].End + 1
        && RulerNumbers.SignBetween(scratch, at - 1, at) == '-';

    /// <summary>"three hundred" is not three.</summary>
    private static bool IsMany(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "hundred" or "thousand" or "million" or "mil" or "grand"
        && !scratch.Tokens[at].AfterBreak;

    /// <summary>"1 at a time", "1 and done", "7 till 3".</summary>
    private static bool IsSaw(int at, Scratch scratch)
    {
        var next = RulerNumbers.Letters(scratch, at + 1);
        return RulerNumbers.Letters(scratch, at) switch
        {
            "at" => next is "a",
            "and" => next is "done",
            "too" => next is "many" or "much",
            "till" or "til" or "until" => scratch.Tokens[Math.Min(at + 1, scratch.Tokens.Length - 1)].Kind
                is TokenKind.Number
                    or TokenKind.Clock,
            _ => false,
        };
    }

    /// <summary>"in '09".</summary>
    private static bool IsYear(ReadOnlySpan<char> letters) =>
        letters.Length > 1 && letters[0] == '0' && char.IsAsciiDigit(letters[1]);

    /// <summary>"seven thirty", "half five", "two in the morning", "eleven at night".</summary>
    private static bool IsClock(RulerNumber number, Scratch scratch)
    {
        var tokens = scratch.Tokens;
        var (first, next) = (tokens[number.From], tokens[number.To]);
        var minutes =
            first.Kind == TokenKind.Word
            && next.Kind == TokenKind.Word
            && number.To == number.From + 1
            && !next.AfterComma
            && next.Value is 15 or 30 or 40 or 45 or 50;
        var of = RulerNumbers.Letters(scratch, number.To) is "in" or "at" or "de" or "por"
            ? number.To + 1
            : 0;
        of = of > 0 && RulerNumbers.Letters(scratch, of) is "the" or "la" ? of + 1 : of;
        var isHalfPast =
            RulerNumbers.Letters(scratch, number.From - 1) is "half"
            && RulerNumbers.Letters(scratch, number.From - 2) is not ("a" or "and");
        return minutes
            || isHalfPast
            || of > 0
                && RulerNumbers.Letters(scratch, of)
                    is "morning"
                        or "night"
                        or "evening"
                        or "afternoon"
                        or "manana"
                        or "noche"
                        or "tarde";
    }

    /// <summary>"5k": a run or a sum, not a place on a ruler.</summary>
    private static bool IsThousands(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] == 'k' && (end + 1 == text.Length || !char.IsLetter(text[end + 1]));

    private static bool IsOrdinal(ReadOnlySpan<char> after) =>
        (after.StartsWith("st") || after.StartsWith("nd") || after.StartsWith("rd") || after.StartsWith("th"))
        && (after.Length == 2 || !char.IsLetter(after[2]));

    /// <summary>"un 6 de confianza".</summary>
    private static bool IsOfAsked(RulerNumber number, Scratch scratch, RulerWords words) =>
        RulerNumbers.Letters(scratch, number.To) is "de" or "of"
        && (
            RulerNumbers.IsArticle(scratch, number.From - 1)
            || RulerNumbers.Letters(scratch, number.To + 1)
                is "momento"
                    or "verdad"
                    or "plano"
                    or "corazon"
                    or "course"
            || words.Confidence.Contains(
                scratch.Tokens[Math.Min(number.To + 1, scratch.Tokens.Length - 1)].Word
            )
        );

    private static bool IsOutOf(Scratch scratch, int at)
    {
        at = RulerNumbers.Letters(scratch, at) is "points" or "point" or "marks" or "puntos" ? at + 1 : at;
        var letters = RulerNumbers.Letters(scratch, at);
        var of = letters is "out" ? at + 1 : at;
        return RulerNumbers.Letters(scratch, of) is "of" or "de"
            && RulerNumbers.Letters(scratch, of + 1) is "10" or "ten" or "diez";
    }
}
