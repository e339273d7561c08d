using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MiCheckin.Core.Replies.Features;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// What each word of a reply by itself, and what its letters, add to each column of a model. Those of the words that a
/// rule knows are added up once, when the model is loaded: the same sums as of <see cref="WordFeatures"/> and
/// <see cref="LetterFeatures"/>, with one look a word.
/// </summary>
internal sealed class WordSums(WeightRows rows, Language language)
{
    /// <summary>As many words as a short can hold the sum of, so many small weights each.</summary>
    private const int MostInShort = short.MaxValue / (LetterFeatures.Most * sbyte.MaxValue);

    /// <summary>A word's sums: of itself, then of its letters.</summary>
    private const int RowWidth = 2 * WeightRows.Width;

    private readonly short[] _sums =
    [
        .. Enumerable.Range(0, language.Words.Count).SelectMany(word => Row(rows, language, word)),
    ];

    /// <summary>Adds up the words and their letters; how many features of letters it would have been.</summary>
    public int Sum(Scratch scratch, out ColumnSums words, out ColumnSums letters)
    {
        var tokens = scratch.Tokens;
        var (ofWords, ofLetters) = (Vector256<short>.Zero, Vector256<short>.Zero);
        var (count, held) = (0, 0);
        (words, letters) = (default, default);

        for (var i = 0; i < tokens.Length; i++)
        {
            i = FeatureList.Next(i, tokens.Length);
            ref readonly var token = ref tokens[i];
            ofWords += token.Word != Lexicon.Unknown ? Known(token.Word, 0) : Unknown(token);

            if (token.Kind == TokenKind.Word)
            {
                ofLetters += token.IsWhole
                    ? Known(token.Word, WeightRows.Width)
                    : OfLetters(scratch.Letters(token));
                count += LetterFeatures.CountOf(token.LettersLength);
            }

            if (++held == MostInShort)
            {
                words.Take(ref ofWords);
                letters.Take(ref ofLetters);
                held = 0;
            }
        }

        words.Take(ref ofWords);
        letters.Take(ref ofLetters);
        return count;
    }

    private Vector256<short> Known(int word, int from) =>
        Vector256.LoadUnsafe(
            ref MemoryMarshal.GetArrayDataReference(_sums),
            (nuint)((word * RowWidth) + from)
        );

    private Vector256<short> Unknown(in Token token) => rows.SumShort([WordFeatures.OfWord(token)]);

    private Vector256<short> OfLetters(ReadOnlySpan<char> letters)
    {
        Span<uint> features = stackalloc uint[LetterFeatures.Most];
        return rows.SumShort(features[..LetterFeatures.Of(letters, features)]);
    }

    private static short[] Row(WeightRows rows, Language language, int word)
    {
        Span<uint> features = stackalloc uint[LetterFeatures.Most];
        var row = new short[RowWidth];
        var own = WordFeatures.Of(language.Words.Hash(word), language.Talk.Of(word), features);
        rows.SumShort(features[..own]).CopyTo(row);

        if (word > Lexicon.Digits)
        {
            var letters = LetterFeatures.Of(language.Words.LettersOf(word), features);
            rows.SumShort(features[..letters]).CopyTo(row, WeightRows.Width);
        }

        return row;
    }
}

/// <summary>A sum for each column of a model, as whole numbers.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct ColumnSums(Vector256<int> Head, Vector256<int> Tail)
{
    /// <summary>Adds what a row of shorts holds, and empties it.</summary>
    public void Take(ref Vector256<short> some)
    {
        var (low, high) = Vector256.Widen(some);
        Head += low;
        Tail += high;
        some = Vector256<short>.Zero;
    }
}
