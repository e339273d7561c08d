using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that were, would be or are not the answer.</summary>
internal static class RulerLeaning
{
    /// <summary>How far back a "was" or "not" reaches.</summary>
    private const int Reach = 5;

    /// <summary>Eight words and the text's ends.</summary>
    private const int ShortText = 10;

    /// <summary>Looks back for a not or a was that still holds at the number, and ahead for an "if".</summary>
    public static Standing? Of(RulerNumber number, bool isWhole, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;

        if (IsConditional(number, isWhole, scratch) || IsAhead(number, scratch))
        {
            return Standing.Doubtful;
        }

        for (var i = number.From - 1; i >= 1 && number.From - i <= Reach; i--)
        {
            if (IsCutOff(tokens[i], tokens[i + 1], words))
            {
                return null;
            }

            var letters = scratch.Letters(tokens[i]);

            if (IsNot(number, scratch, i))
            {
                return Standing.Negated;
            }

            var from = letters is "from" or "de" or "del" ? From(scratch, words, i) : Way.On;

            if (from != Way.On)
            {
                return from == Way.Left ? Standing.Other
                    : from == Way.Unsaid ? Standing.Doubtful
                    : null;
            }

            if (IsWas(scratch, words, i) && !RulerThen.IsNow(scratch, number.To))
            {
                return Standing.Other;
            }
        }

        return null;
    }

    /// <summary>"maybe a 9 if my knee holds"; "8 if the strips come in" is an answer all the same.</summary>
    private static bool IsConditional(RulerNumber number, bool isWhole, Scratch scratch) =>
        (
            RulerNumbers.Letters(scratch, number.To) is "if"
            || RulerNumbers.Letters(scratch, number.To) is "si"
                && RulerNumbers.Letters(scratch, number.To + 1)
                    is not ("acaso" or "quieres" or "quiere" or "te" or "me" or "tuviera" or "se")
        )
        && !IsIdleIf(scratch, number.To + 1)
        && !isWhole;

    /// <summary>"prob get it to 6": where it may go, not where it is.</summary>
    private static bool IsAhead(RulerNumber number, Scratch scratch)
    {
        var at = number.From - (RulerNumbers.IsArticle(scratch, number.From - 1) ? 2 : 1);
        return RulerNumbers.Letters(scratch, at) is "to" or "up"
            && RulerNumbers.Letters(scratch, at - 1) is "it" or "that" or "this" or "me" or "up"
            && (
                IsRaising(scratch, at - 2)
                || IsRaising(scratch, at - 3)
                || RulerNumbers.Letters(scratch, at - 2) is "take"
            );
    }

    private static bool IsRaising(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "get" or "bring" or "push" or "raise" or "move";

    /// <summary>What stands before this holds no longer.</summary>
    private static bool IsCutOff(in Token token, in Token after, RulerWords words) =>
        token.Kind == TokenKind.Number
        || after.AfterBreak
        || after.AfterComma
        || words.Reset.Contains(token.Word);

    private static bool IsNot(RulerNumber number, Scratch scratch, int at)
    {
        var letters = RulerNumbers.Letters(scratch, at);
        var away = number.From - at;
        return (letters is "not" && away <= 4 && !IsFiller(scratch, at + 1))
            || (letters is "ni" && away == 1)
            || (letters is "no" && away == 2 && RulerNumbers.IsArticle(scratch, at + 1));
    }

    /// <summary>"was", "used to be", "id be" that say no answer.</summary>
    private static bool IsWas(Scratch scratch, RulerWords words, int at)
    {
        var letters = RulerNumbers.Letters(scratch, at);
        return letters is "id" && RulerNumbers.Letters(scratch, at + 1) is "be"
            || letters is "been" && RulerNumbers.Letters(scratch, at - 1) is "had" or "would" or "could"
            || letters is "sido" or "estado" && RulerNumbers.Letters(scratch, at - 1) is "habia" or "hubiera"
            || words.Was.Contains(scratch.Tokens[at].Word) && letters is not "from" && !IsSaying(scratch, at);
    }

    /// <summary>"went from 3 to 6" leaves the 3 behind; "anywhere from 3 to 6" does not.</summary>
    private static Way From(Scratch scratch, RulerWords words, int at)
    {
        for (var i = at - 1; i >= 1 && at - i <= 4; i--)
        {
            if (scratch.Letters(scratch.Tokens[i]) is "anywhere" or "somewhere" or "ranges" or "varies")
            {
                return Way.Range;
            }

            if (words.Moved.Contains(scratch.Tokens[i].Word) || scratch.Tokens[i].Value >= 0)
            {
                return Way.Left;
            }
        }

        return scratch.Tokens.Length > ShortText && RulerNumbers.Letters(scratch, at) is "from"
            ? Way.Unsaid
            : Way.On;
    }

    /// <summary>What a "from" makes of the number behind it.</summary>
    private enum Way
    {
        /// <summary>Nothing: look on.</summary>
        On,
        Left,
        Range,
        Unsaid,
    }

    /// <summary>"3 if I'm honest" hangs on nothing.</summary>
    private static bool IsIdleIf(Scratch scratch, int at)
    {
        var one = RulerNumbers.Letters(scratch, at);
        var two = RulerNumbers.Letters(scratch, at + 1);
        return one is "that" or "anything" or "even"
            || one is "you" && two is "ask" or "must" or "want" or "insist" or "like"
            || one is "i"
                && (
                    two is "had" or "have" && RulerNumbers.Letters(scratch, at + 2) is "to"
                    || two is "am"
                        && RulerNumbers.Letters(scratch, at + 2)
                            is "being"
                                or "honest"
                                or "real"
                                or "truthful"
                                or "fair"
                );
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
            || (word is "would" && next is "have" && RulerNumbers.Letters(scratch, at + 2) is "to")
            || (
                word is "want"
                && next is "to"
                && RulerNumbers.Letters(scratch, at + 2) is "say"
                && !HasBut(scratch, at)
            )
            || (word is "like" && next is not "to")
            || (word is "could" && next is not "say")
            || (word is "want" && next is not "to");
    }

    private static bool HasBut(Scratch scratch, int from)
    {
        for (var i = from; i < scratch.Tokens.Length; i++)
        {
            if (scratch.Letters(scratch.Tokens[i]) is "but")
            {
                return true;
            }
        }

        return false;
    }
}
