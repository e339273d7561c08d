namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// Which words stand ahead of each place in a text, as bits: those within one word, two, and so on. A way whose phrase
/// needs a word that does not stand there is not gone. The commonest words have a bit each, the others share bits, so
/// that a bit only says "perhaps"; most ways end at this look.
/// </summary>
internal static class WordsAhead
{
    /// <summary>A row a token: all bits for what needs no word, then the words within 1 to <see cref="Furthest"/>.</summary>
    public const int Row = 8;
    public const int Furthest = Row - 1;

    /// <summary>Words numbered below this have a bit of their own: those of the list "commonest" are numbered first.</summary>
    private const int OwnBits = 44;
    private const int SharedBits = 64 - OwnBits;

    /// <summary>The bit of a word; none for an unknown word.</summary>
    public static ulong BitOf(int word) =>
        word == Lexicon.Unknown ? 0
        : word < OwnBits ? 1UL << word
        : 1UL << (OwnBits + (word % SharedBits));

    /// <summary>Looks ahead from each token of a text and from its end.</summary>
    public static ReadOnlySpan<ulong> Look(Scratch scratch)
    {
        var tokens = scratch.Tokens;
        var all = scratch.Ahead((tokens.Length + 1) * Row);
        all[^Row..].Clear();
        all[^Row] = ulong.MaxValue;

        for (var at = tokens.Length - 1; at >= 0; at--)
        {
            var row = all.Slice(at * Row, Row * 2);
            var own = BitOf(tokens[at].Word) | BitOf(tokens[at].Literal);
            row[0] = ulong.MaxValue;
            row[1] = own;

            for (var words = 2; words < Row; words++)
            {
                row[words] = own | row[Row + words - 1];
            }
        }

        return all;
    }
}
