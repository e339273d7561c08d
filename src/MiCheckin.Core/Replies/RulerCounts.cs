using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that count something else, or stand for a word.</summary>
internal static class RulerCounts
{
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

    public static Standing? Counted(RulerNumber number, Scratch scratch, RulerWords words)
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

    public static Standing? Worded(RulerNumber number, Scratch scratch, RulerWords words)
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
                tokens[
                    Math.Max(number.From - (RulerNumbers.IsArticle(scratch, number.From - 1) ? 2 : 1), 0)
                ].Word
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
}
