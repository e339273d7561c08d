using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells which of several numbers that do not hang together is the answer: one that stands alone, or one that sums up.</summary>
internal static class RulerLast
{
    /// <summary>The one number that is a sentence of its own, or the last one after "so", "overall", "="; null for none.</summary>
    public static decimal? Of(Span<RulerNumber> answers, Scratch scratch)
    {
        var last = answers[^1];

        if (Closes(scratch, last) && SumsUp(scratch, last))
        {
            return last.Value;
        }

        decimal? alone = null;
        var others = 0;

        foreach (var number in answers)
        {
            var begins = scratch.Tokens[number.From].AfterBreak || number.From == 1;
            var ends =
                scratch.Tokens[number.To].Kind == TokenKind.Edge || scratch.Tokens[number.To].AfterBreak;

            if (begins && ends)
            {
                if (alone is { } before && before != number.Value)
                {
                    return null;
                }

                alone = number.Value;
            }
            else
            {
                others += Weighs(scratch, number) || number.IsLed && Closes(scratch, number) ? 1 : 0;
            }
        }

        return others == 0 ? alone : null;
    }

    private static bool Closes(Scratch scratch, RulerNumber number) =>
        scratch.Tokens[number.To] is { Kind: TokenKind.Edge } or { AfterBreak: true } or { AfterComma: true };

    private static bool SumsUp(Scratch scratch, RulerNumber number)
    {
        var gap = scratch
            .Folded[scratch.Tokens[number.From - 1].End..scratch.Tokens[number.From].Start]
            .Trim();

        if (gap.EndsWith("="))
        {
            return true;
        }

        var at = number.From - 1;
        at = RulerNumbers.IsArticle(scratch, at) ? at - 1 : at;
        return RulerNumbers.Letters(scratch, at)
                is "overall"
                    or "total"
                    or "average"
                    or "averages"
                    or "promedio"
                    or "so"
                    or "osea"
                    or "entonces"
                    or "thus"
            || RulerNumbers.Letters(scratch, at) is "out" && RulerNumbers.Letters(scratch, at - 1) is "it"
            || RulerNumbers.Letters(scratch, at) is "it" && RulerNumbers.Letters(scratch, at - 1) is "call";
    }

    /// <summary>A number that could be an answer of its own: "I'm a 6", "tomorrow 4".</summary>
    private static bool Weighs(Scratch scratch, RulerNumber number) =>
        RulerNumbers.IsArticle(scratch, number.From - 1)
        || RulerNumbers.Letters(scratch, number.From - 1)
            is "it"
                or "am"
                or "like"
                or "say"
                or "call"
                or "make"
        || RulerNumbers.Letters(scratch, number.From - 1) is "is"
            && RulerNumbers.Letters(scratch, number.From - 2) is "it" or "that" or "answer";
}
