using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that the word before makes something else, and those that stand for a word.</summary>
internal static class RulerWorded
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
            "boyfriend",
            "girlfriend",
            "partner",
            "brother",
            "sister",
            "nephew",
            "niece",
            "friend",
            "cousin",
            "roommate",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

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

        return RulerBounds.Has(number, isClose, scratch, words)
            ? Standing.Bound
            : After(number, isClose, scratch, words);
    }

    private static Standing? After(RulerNumber number, bool isClose, Scratch scratch, RulerWords words)
    {
        var before = RulerNumbers.Letters(scratch, number.From - 1);
        var two = RulerNumbers.Letters(scratch, number.From - 2);
        var isMeasured = before is "is" or "was" && two is "a1c" or "bp" or "sugar" or "weight" or "pressure";
        var isTheirs = before is "is" or "are" or "was" or "turned" && SomebodyElse.Contains(two);

        var isElsewhere =
            isClose && IsAfter(number, scratch, words)
            || isMeasured
            || isTheirs
            || IsAddress(number, scratch)
            || RulerShorthand.Is(number, isClose, scratch, words);
        return !isElsewhere ? null
            : isClose && IsBareCount(number, scratch) ? Standing.Doubtful
            : Standing.Elsewhere;
    }

    /// <summary>A word before it that counts or dates, hedges between them left aside.</summary>
    private static bool IsAfter(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var at = number.From - 1;

        while (at > 1 && RulerNumbers.IsHedge(scratch, at))
        {
            at--;
        }

        var before = scratch.Letters(tokens[at]);
        var two = RulerNumbers.Letters(scratch, at - 1);

        if (
            (
                before is "with"
                && two is "go" or "going" or "stick" or "sticking" or "stay" or "staying" or "rolling"
            )
            || (before is "high" && (number.Value != 5 || RulerNumbers.IsArticle(scratch, at - 1)))
            || (
                before is "on"
                && two is "am" or "land" or "landing" or "landed" or "settled" or "settle" or "still"
            )
            || (before is "at" or "en" && IsPlacing(scratch, words, at - 1))
            || (before is "the" or "el" && IsRegion(number, scratch))
            || (
                before is "el" && two is "en" or "por" or "como" or "con" && IsPlacing(scratch, words, at - 2)
            )
            || (before is "the" && two is "say" or "said")
            || (before is "week" or "month" or "day" && (two is "this" or "last" || at < number.From - 1))
            || (before is "dia" && two is "en")
            || (before is "el" && IsBetweenThe(scratch, at))
        )
        {
            return false;
        }

        return words.After.Contains(tokens[at].Word);
    }

    /// <summary>"I am at 5", "I would put it at 5": a place on the ruler, not a time.</summary>
    private static bool IsPlacing(Scratch scratch, RulerWords words, int at) =>
        RulerNumbers.Letters(scratch, at) is "como" && words.Standing.Contains(scratch.Tokens[at - 1].Word)
        || words.Standing.Contains(scratch.Tokens[Math.Max(at, 0)].Word)
            && (RulerNumbers.Letters(scratch, at) is not "is" || IsOfRuler(scratch, words, at - 1))
        || RulerNumbers.Letters(scratch, at) is "it" or "me" or "myself" or "that" or "mine"
            && RulerNumbers.Letters(scratch, at - 1)
                is "put"
                    or "rate"
                    or "place"
                    or "have"
                    or "leave"
                    or "keep"
                    or "got"
                    or "had"
                    or "say";

    /// <summary>"it is at 5" says a place; "dinner is at 5" says an hour.</summary>
    private static bool IsOfRuler(Scratch scratch, RulerWords words, int at) =>
        RulerNumbers.Letters(scratch, at)
            is "it"
                or "that"
                or "this"
                or "mine"
                or "level"
                or "number"
                or "answer"
                or "score"
                or "rating"
                or "me"
        || words.Confidence.Contains(scratch.Tokens[Math.Max(at, 0)].Word);

    /// <summary>"entre el 6 y el 7".</summary>
    private static bool IsBetweenThe(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at - 1) is "entre"
        || RulerNumbers.Letters(scratch, at - 1) is "y" && RulerNumbers.Letters(scratch, at - 4) is "entre";

    /// <summary>"in the 2 to 3 region".</summary>
    private static bool IsRegion(RulerNumber number, Scratch scratch)
    {
        for (var i = number.To; i <= number.To + 2; i++)
        {
            if (
                RulerNumbers.Letters(scratch, i)
                is "region"
                    or "range"
                    or "area"
                    or "ballpark"
                    or "zone"
                    or "mark"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"had 7 already": so short, and without a unit or a day, that it may be meant for the ruler.</summary>
    private static bool IsBareCount(RulerNumber number, Scratch scratch)
    {
        var tokens = scratch.Tokens;

        if (
            tokens.Length == 4 && RulerNumbers.Letters(scratch, 1) is "el" or "en" or "the"
            || tokens.Length <= 6 && IsMove(RulerNumbers.Letters(scratch, number.From - 1))
        )
        {
            return true;
        }

        if (tokens[number.From].Kind != TokenKind.Number || tokens.Length > 6)
        {
            return false;
        }

        return !SaysDay(scratch)
            && RulerNumbers.Letters(scratch, number.From - 1)
                is "had"
                    or "lost"
                    or "smoked"
                    or "drank"
                    or "did"
                    or "ate"
                    or "took"
                    or "only"
                    or "down"
                    or "fume"
                    or "bebi"
                    or "comi";
    }

    private static bool SaysDay(Scratch scratch)
    {
        foreach (ref readonly var token in scratch.Tokens)
        {
            if (scratch.Letters(token) is "today" or "yesterday" or "ayer" or "hoy" or "tonight" or "last")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"up 2": so much is no place.</summary>
    private static bool IsMove(ReadOnlySpan<char> word) =>
        word is "up" or "down" or "plus" or "minus" or "subi" or "baje";

    /// <summary>"at no 4": a house.</summary>
    private static bool IsAddress(RulerNumber number, Scratch scratch) =>
        RulerNumbers.Letters(scratch, number.From - 1) is "no" or "number"
        && RulerNumbers.Letters(scratch, number.From - 2) is "at" or "from" or "on" or "house" or "flat";
}
