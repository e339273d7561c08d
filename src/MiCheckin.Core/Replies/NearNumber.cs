using System.Buffers;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Spots what may be a mistyped or misheard number in a very short answer: "tem", "1o", "ate out of 10".</summary>
internal static class NearNumber
{
    /// <summary>The English numbers of a ruler, each at its place.</summary>
    public static readonly string[] English =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ];

    private static readonly SearchValues<char> LikeDigits = SearchValues.Create("0123456789olis");

    private static readonly string[] Palabras =
    [
        "cero",
        "uno",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
    ];

    /// <summary>Three words and the text's ends.</summary>
    private const int ShortText = 5;

    /// <summary>Six words and the text's ends.</summary>
    private const int HeardText = 8;

    public static bool IsIn(Scratch scratch, RulerWords words, Asked asked) =>
        scratch.Tokens.Length <= ShortText && IsMistyped(scratch, asked)
        || scratch.Tokens.Length <= HeardText && IsMisheard(scratch, words);

    /// <summary>"ate", "too i think", "fore out of tan": one word that sounds like a number, and nothing else said.</summary>
    private static bool IsMisheard(Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;
        var isHeard = false;

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            var isNear = words.Near.Contains(tokens[i].Word);
            isHeard |= isNear;

            if (!isNear && !words.Beside.Contains(tokens[i].Word))
            {
                return false;
            }
        }

        return isHeard;
    }

    private static bool IsMistyped(Scratch scratch, Asked asked)
    {
        foreach (var token in scratch.Tokens)
        {
            var letters = scratch.Letters(token);

            if (
                token.Kind == TokenKind.Word
                && (token.Word == Lexicon.Unknown || token.Guessed)
                && (
                    letters.Length <= 4 && (IsMixed(letters) || IsNearAny(letters, asked)) || IsRunOn(letters)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"7outta10".</summary>
    private static bool IsRunOn(ReadOnlySpan<char> letters) =>
        char.IsAsciiDigit(letters[0]) && letters.Contains("out", StringComparison.Ordinal);

    /// <summary>A digit with a letter that looks like one.</summary>
    private static bool IsMixed(ReadOnlySpan<char> letters) =>
        letters.ContainsAnyInRange('0', '9') && !letters.ContainsAnyExcept(LikeDigits);

    private static bool IsNearAny(ReadOnlySpan<char> letters, Asked asked)
    {
        foreach (var word in asked.IsSpanish ? Palabras : English)
        {
            if (letters.Length >= 2 && Slips.IsOneSlip(word, letters))
            {
                return true;
            }
        }

        return false;
    }
}
