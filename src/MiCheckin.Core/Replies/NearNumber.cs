using System.Buffers;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Spots what may be a mistyped or misheard number in a very short answer: "tem", "1o", "ate out of 10".</summary>
internal static class NearNumber
{
    private static readonly string[] Words =
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

    public static bool IsIn(Scratch scratch, Asked asked)
    {
        foreach (var token in scratch.Tokens)
        {
            var letters = scratch.Letters(token);

            if (
                token.Kind == TokenKind.Word
                && token.Word == Lexicon.Unknown
                && letters.Length <= 4
                && (IsMixed(letters) || IsNearAny(letters))
                && asked.Expects == Expects.Ruler
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A digit with a letter that looks like one.</summary>
    private static bool IsMixed(ReadOnlySpan<char> letters) =>
        letters.ContainsAnyInRange('0', '9') && !letters.ContainsAnyExcept(LikeDigits);

    private static bool IsNearAny(ReadOnlySpan<char> letters)
    {
        foreach (var word in Words)
        {
            if (letters.Length >= 2 && Guesses.IsOneSlip(word, letters))
            {
                return true;
            }
        }

        return false;
    }
}
