using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells an answer that swings: "10 in the morning 1 by midnight", "9 entre semana y 1 los viernes".</summary>
internal static class RulerSwings
{
    /// <summary>Numbers closer than this are no swing.</summary>
    private const int Least = 2;

    /// <summary>Marks two numbers that each hold at their own time or place.</summary>
    public static void Mark(Span<RulerNumber> all, Scratch scratch, RulerWords words)
    {
        for (var i = 1; i < all.Length; i++)
        {
            ref var left = ref all[i - 1];
            ref var right = ref all[i];

            if (
                Math.Abs(left.Value - right.Value) >= Least
                && IsPlain(left, scratch, words)
                && IsPlain(right, scratch, words)
                && right.From - left.To <= MostBetween
                && (
                    IsWhen(scratch, words, left.To) && IsWhen(scratch, words, right.To)
                    || all.Length == 2 && IsPair(left, right, scratch, words)
                )
            )
            {
                left.Standing = right.Standing = Standing.Sometimes;
            }
        }
    }

    /// <summary>So many words may stand between the two.</summary>
    private const int MostBetween = 6;

    /// <summary>"9 gym 2 diet": each with a word or two of its own, and nothing else.</summary>
    private static bool IsPair(RulerNumber left, RulerNumber right, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var (between, behind) = (right.From - left.To, tokens.Length - 1 - right.To);
        var next = scratch.Letters(tokens[right.To]);
        return left.From == 1
            && between is 1 or 2
            && behind is 1 or 2
            && left.Standing == Standing.Answer
            && right.Standing == Standing.Answer
            && !words.Next.Contains(tokens[left.To].Word)
            && !words.Next.Contains(tokens[right.To].Word)
            && !words.Counted.Contains(tokens[right.To].Word)
            && !next.EndsWith("s")
            && !HasPause(tokens[left.To..(right.To + 1)])
            && RulerNumbers.Between(left, right, scratch, words) == Link.None;
    }

    private static bool HasPause(ReadOnlySpan<Token> tokens)
    {
        foreach (ref readonly var token in tokens)
        {
            if (token.AfterBreak || token.AfterComma)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A number on the scale, not one that a word before it makes an hour or a count.</summary>
    private static bool IsPlain(RulerNumber number, Scratch scratch, RulerWords words) =>
        number.Value <= 10
        && number.Standing
            is Standing.Answer
                or Standing.Elsewhere
                or Standing.Doubtful
                or Standing.Sometimes
                or Standing.Negated
        && !(
            words.After.Contains(scratch.Tokens[number.From - 1].Word)
            && !scratch.Tokens[number.From].AfterBreak
            && !scratch.Tokens[number.From].AfterComma
        );

    private static bool IsWhen(Scratch scratch, RulerWords words, int at)
    {
        if (RulerNumbers.Letters(scratch, at) is "with" or "without" or "when" or "con" or "sin" or "cuando")
        {
            return true;
        }

        at = Past(scratch, at, words.SwingLeads.Contains(scratch.Tokens[at].Word));
        var word = RulerNumbers.Letters(scratch, at);
        at = Past(scratch, at, word is "the" or "my" or "a" or "la" or "el" or "mi" or "i");
        word = RulerNumbers.Letters(scratch, at);
        at = Past(scratch, at, word is "am" or "on" or "at" or "good" or "bad" or "estoy");
        return words.Swings.Contains(scratch.Tokens[at].Word);
    }

    private static int Past(Scratch scratch, int at, bool isPast) =>
        isPast && at + 1 < scratch.Tokens.Length ? at + 1 : at;
}
