namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// Which words stand ahead of each place in a text, as bits. A way whose phrase needs a word that does not stand there is
/// not gone. The commonest words have a bit each, the others share bits, so that a bit only says "perhaps".
/// </summary>
internal static class WordsAhead
{
    /// <summary>Nobody looks further than so many words.</summary>
    public const int Furthest = 7;

    /// <summary>Words numbered below this have a bit of their own: the most frequent are numbered first.</summary>
    private const int OwnBits = 44;
    private const int SharedBits = 64 - OwnBits;

    /// <summary>The bit of a word; none for an unknown word.</summary>
    public static ulong BitOf(int word) =>
        word == Lexicon.Unknown ? 0
        : word < OwnBits ? 1UL << word
        : 1UL << (OwnBits + (word % SharedBits));

    /// <summary>The bits of each token of a text.</summary>
    public static ReadOnlySpan<ulong> Of(Scratch scratch)
    {
        var tokens = scratch.Tokens;
        var bits = scratch.Ahead(tokens.Length);

        for (var i = 0; i < tokens.Length; i++)
        {
            bits[i] = BitOf(tokens[i].Word) | BitOf(tokens[i].Literal);
        }

        return bits;
    }

    /// <summary>Whether one of some words may stand within so many of a place; 0 where none is needed.</summary>
    public static bool May(ReadOnlySpan<ulong> bits, ulong words, int from, int reach)
    {
        var to = Math.Min(from + reach, bits.Length);

        for (var i = from; i < to; i++)
        {
            if ((bits[i] & words) != 0)
            {
                return true;
            }
        }

        return reach == 0;
    }
}
