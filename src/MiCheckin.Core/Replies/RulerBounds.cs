using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that are said to be an end of where the answer lies.</summary>
internal static class RulerBounds
{
    /// <summary>"more than 5", "mas de 5", "5 or less".</summary>
    public static bool Has(RulerNumber number, bool isClose, Scratch scratch, RulerWords words)
    {
        var article = RulerNumbers.IsArticle(scratch, number.From - 1) ? 1 : 0;
        var isOver = words.Over.Contains(scratch.Tokens[Math.Max(number.From - 1 - article, 0)].Word);
        var isMoreThan =
            IsThan(scratch, number.From - 1)
            || IsThan(scratch, number.From - 1 - article)
            || RulerNumbers.Letters(scratch, number.From - 1 - article) is "menos"
                && RulerNumbers.Letters(scratch, number.From - 2 - article) is "al" or "lo";
        var isSigned = IsSigned(scratch, number);
        return isSigned
            || isClose && (isOver || isMoreThan)
            || RulerNumbers.Letters(scratch, number.To) is "or" or "o"
                && RulerNumbers.Letters(scratch, number.To + 1)
                    is "higher"
                        or "more"
                        or "above"
                        or "better"
                        or "lower"
                        or "less"
                        or "below"
                        or "mas"
                        or "menos";
    }

    /// <summary>"7 plus", ">5", "&lt;5"; "&lt;3" is a heart.</summary>
    private static bool IsSigned(Scratch scratch, RulerNumber number)
    {
        var start = scratch.Tokens[number.From].Start;
        var sign = start > 0 ? scratch.Folded[start - 1] : ' ';
        return sign == '>' && (start < 2 || scratch.Folded[start - 2] is not ('-' or '='))
            || sign == '<' && number.Value != 3
            || RulerNumbers.Letters(scratch, number.To) is "plus" or "minus"
                && scratch.Tokens[number.To + 1].Kind == TokenKind.Edge;
    }

    /// <summary>"mas de 5", "por debajo del 5", "mayor a 6", "less then 5".</summary>
    private static bool IsThan(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) switch
        {
            "de" or "del" or "a" or "al" or "q" or "que" => RulerNumbers.Letters(scratch, at - 1)
                is "menos"
                    or "mas"
                    or "debajo"
                    or "abajo"
                    or "encima"
                    or "arriba"
                    or "mayor"
                    or "menor"
                    or "superior"
                    or "inferior"
                    or "arribita"
                    or "abajito"
                    or "debajito"
                    or "pasadito"
                    or "pasadita",
            "then" => RulerNumbers.Letters(scratch, at - 1)
                is "less"
                    or "more"
                    or "lower"
                    or "higher"
                    or "better"
                    or "greater"
                    or "fewer"
                    or "bigger",
            _ => false,
        };
}
