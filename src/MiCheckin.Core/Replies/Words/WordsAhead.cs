using System.Runtime.Intrinsics;

namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// Which words stand ahead of each place in a text, as bits. A way whose phrase needs a word that does not stand there is
/// not gone. The commonest words have a bit each, the others share bits, so that a bit only says "perhaps".
/// </summary>
internal static class WordsAhead
{
    /// <summary>A row a token: nothing, then the words within 1 to <see cref="Furthest"/>.</summary>
    public const int Row = 8;
    public const int Furthest = Row - 1;

    /// <summary>Words numbered below this have a bit of their own: the most frequent are numbered first.</summary>
    private const int OwnBits = 44;
    private const int SharedBits = 63 - OwnBits;

    /// <summary>The bit of any word at all: what needs no word of its own has it.</summary>
    public const ulong Always = 1UL << 63;

    /// <summary>The bit of a word; none for an unknown word.</summary>
    public static ulong BitOf(int word) =>
        word == Lexicon.Unknown ? 0
        : word < OwnBits ? 1UL << word
        : 1UL << (OwnBits + (word % SharedBits));

    /// <summary>Looks ahead from each token of a text; behind the last there is nothing.</summary>
    public static ReadOnlySpan<ulong> Look(Scratch scratch)
    {
        var tokens = scratch.Tokens;
        var all = scratch.Ahead(((tokens.Length + 1) * Row) + 1);
        all[(tokens.Length * Row)..].Clear();

        for (var at = tokens.Length - 1; at >= 0; at--)
        {
            // What stands within two words is the next word and what stands within one of it, and so on: the row of the
            // next token, one place further on.
            var own = Vector256.Create(BitOf(tokens[at].Word) | BitOf(tokens[at].Literal) | Always);
            var next = all.Slice((at + 1) * Row, Row);
            var near = Vector256.Create<ulong>(next) | own;
            var far = Vector256.Create<ulong>(next[Vector256<ulong>.Count..]) | own;
            var row = all.Slice(at * Row, Row + 1);
            row[0] = 0;
            near.CopyTo(row[1..]);
            far.CopyTo(row[(1 + Vector256<ulong>.Count)..]);
        }

        return all;
    }
}
