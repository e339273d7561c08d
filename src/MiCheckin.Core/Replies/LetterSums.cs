using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MiCheckin.Core.Replies.Features;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// What the letters of a reply add to each column of a model. Those of the words that a rule knows are added up once,
/// when the model is loaded: the same sums as of <see cref="LetterFeatures"/>, with one look a word.
/// </summary>
internal sealed class LetterSums(WeightRows rows, Lexicon known)
{
    /// <summary>As many words as a short can hold the sum of, so many small weights each.</summary>
    private const int MostInShort = short.MaxValue / (LetterFeatures.Most * sbyte.MaxValue);

    /// <summary>For each word a row as wide as the model.</summary>
    private readonly short[] _sums =
    [
        .. Enumerable.Range(0, known.Count).SelectMany(word => Row(rows, known.LettersOf(word))),
    ];

    /// <summary>Adds up; how many features it would have been.</summary>
    public int Sum(Scratch scratch, out Vector256<int> head, out Vector256<int> tail)
    {
        var tokens = scratch.Tokens;
        var sum = Vector256<short>.Zero;
        var (count, words) = (0, 0);
        (head, tail) = (Vector256<int>.Zero, Vector256<int>.Zero);

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            i = FeatureList.Next(i, tokens.Length);
            ref readonly var token = ref tokens[i];

            if (token.Kind != TokenKind.Word)
            {
                continue;
            }

            sum += token.IsWhole ? OfWord(token.Word) : OfLetters(scratch.Letters(token));
            count += LetterFeatures.CountOf(token.LettersLength);

            if (++words % MostInShort == 0)
            {
                Widen(ref sum, ref head, ref tail);
            }
        }

        Widen(ref sum, ref head, ref tail);
        return count;
    }

    private static void Widen(ref Vector256<short> sum, ref Vector256<int> head, ref Vector256<int> tail)
    {
        var (low, high) = Vector256.Widen(sum);
        head += low;
        tail += high;
        sum = Vector256<short>.Zero;
    }

    private Vector256<short> OfWord(int word) =>
        Vector256.LoadUnsafe(
            ref MemoryMarshal.GetArrayDataReference(_sums),
            (nuint)(word * WeightRows.Width)
        );

    private Vector256<short> OfLetters(ReadOnlySpan<char> letters)
    {
        Span<uint> features = stackalloc uint[LetterFeatures.Most];
        return rows.SumShort(features[..LetterFeatures.Of(letters, features)]);
    }

    private static short[] Row(WeightRows rows, ReadOnlySpan<char> letters)
    {
        Span<uint> features = stackalloc uint[LetterFeatures.Most];
        var row = new short[WeightRows.Width];
        rows.SumShort(features[..LetterFeatures.Of(letters, features)]).CopyTo(row);
        return row;
    }
}
