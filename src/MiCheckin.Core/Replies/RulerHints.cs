using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells that somebody is not sure which number is meant, or did not understand the question.</summary>
internal static class RulerHints
{
    /// <summary>"which one is better, 1 or 10?", "cuantas cervezas cuentan como 1?".</summary>
    public static bool AsksOfTheScale(Span<RulerNumber> numbers, Scratch scratch, RulerWords words)
    {
        var first = RulerNumbers.Letters(scratch, 1)
            is "wait"
                or "so"
                or "sorry"
                or "but"
                or "ok"
                or "pero"
                or "y"
            ? 2
            : 1;

        if (!words.Questions.Contains(scratch.Tokens[first].Word) || !scratch.Folded.TrimEnd().EndsWith("?"))
        {
            return false;
        }

        foreach (var number in numbers)
        {
            if (number.Value is not (0 or 1 or 10))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A text that opens as a question does; "isn't a 5" is none.</summary>
    public static bool OpensAsQuestion(Scratch scratch, RulerWords words) =>
        words.Questions.Contains(scratch.Tokens[1].Word) && RulerNumbers.Letters(scratch, 2) is not "not";

    /// <summary>"is it 7?", "should I say 8?", "you tell me, 5?".</summary>
    private static bool IsAskedBack(Scratch scratch, int at)
    {
        var two = RulerNumbers.Letters(scratch, at + 1);
        return RulerNumbers.Letters(scratch, at) switch
        {
            "is" or "was" or "should" or "did" or "do" or "can" or "shall" => at == 1
                && two is "it" or "that" or "i" or "you" or "we"
                && scratch.Folded.TrimEnd().EndsWith("?"),
            "es" or "seria" or "pongo" or "digo" or "era" => at == 1
                && scratch.Tokens.Length <= 5
                && scratch.Folded.TrimEnd().EndsWith("?"),
            "you" => two is "tell" or "choose" or "pick" or "decide",
            "tu" or "usted" => two is "dime" or "digame" or "elige" or "decide",
            _ => false,
        };
    }

    /// <summary>"I'm mixed up", "which one do you want": whatever number stands there may not be meant.</summary>
    public static bool IsUnsure(Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (
                words.Unsure.Contains(tokens[i].Word)
                || IsPuzzled(scratch, i)
                || IsAtALoss(scratch, i)
                || scratch.Letters(tokens[i]) is "which"
                    && RulerNumbers.Letters(scratch, i + 1) is "one" or "number" or "way"
                || IsEither(scratch, i)
                || IsAskedBack(scratch, i)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"one of them", "pick one", "flip a coin", "cualquiera de los dos".</summary>
    private static bool IsEither(Scratch scratch, int at)
    {
        var two = RulerNumbers.Letters(scratch, at + 1);
        var three = RulerNumbers.Letters(scratch, at + 2);
        return RulerNumbers.Letters(scratch, at) switch
        {
            "one" or "either" or "any" => two is "of"
                && three is "them" or "those" or "these"
                && scratch.Tokens[at + 3] is { Kind: TokenKind.Edge } or { AfterBreak: true },
            "part" or "parte" => two is "of" or "de" && three is "me" or "mi",
            "uno" or "una" or "cualquiera" => two is "de" && three is "los" or "esos" or "las" or "esas",
            "pick" or "choose" or "elige" or "escoja" or "escoge" => two
                is "one"
                    or "either"
                    or "uno"
                    or "whichever",
            "flip" or "toss" or "tira" or "echa" => two is "a" or "una" && three is "coin" or "moneda",
            "take" => two is "your" && three is "pick",
            _ => false,
        };
    }

    /// <summary>"7 no 4 no idk": taken back at the end, with nothing in its place.</summary>
    private static bool IsAtALoss(Scratch scratch, int at)
    {
        var last = scratch.Tokens.Length - 2;
        return RulerNumbers.Letters(scratch, at) is "no" or "nah" or "or" or "o"
            && (
                at == last - 1 && RulerNumbers.Letters(scratch, last) is "idk"
                || at >= last - 4
                    && RulerNumbers.Letters(scratch, last) is "know"
                    && RulerNumbers.Letters(scratch, at + 1) is "i"
                || at == last - 2
                    && RulerNumbers.Letters(scratch, at + 1) is "no"
                    && RulerNumbers.Letters(scratch, last) is "se"
            );
    }

    /// <summary>"is 10 good or bad?", "or do you mean": the question was not understood.</summary>
    private static bool IsPuzzled(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "who" or "quien"
            && RulerNumbers.Letters(scratch, at + 1) is "knows" or "sabe"
            && scratch.Tokens[at + 2].Kind == TokenKind.Number
        || RulerNumbers.Letters(scratch, at) is "you"
            && RulerNumbers.Letters(scratch, at + 1) is "mean"
            && RulerNumbers.Letters(scratch, at - 1) is "do" or "or"
        || RulerNumbers.Letters(scratch, at) is "is" or "es"
            && scratch.Tokens[at + 1].Kind == TokenKind.Number
            && RulerNumbers.Letters(scratch, at + 2)
                is "good"
                    or "bad"
                    or "high"
                    or "low"
                    or "best"
                    or "bueno"
                    or "malo"
            && (at == 1 || scratch.Tokens[at].AfterBreak);
}
