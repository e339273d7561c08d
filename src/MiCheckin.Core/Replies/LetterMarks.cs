using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>What bad spelling leaves of each word that a rule knows, worked out once.</summary>
internal sealed class LetterMarks(Lexicon words)
{
    private readonly LetterMark[] _marks =
    [
        .. Enumerable.Range(0, words.Count).Select(word => LetterMark.Of(words.LettersOf(word))),
    ];

    public LetterMark Of(in Token token, Scratch scratch) =>
        token.IsWhole ? _marks[token.Word] : LetterMark.Of(scratch.Letters(token));
}

/// <summary>The head, the consonants and the tail of a word; a short word has no tail beside its head.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LetterMark(uint Head, uint Bones, uint Tail, bool HasTail)
{
    private const int HeadLetters = 4;

    /// <summary>a, e, i, o, u, y and h: what bad spelling loses first.</summary>
    private const uint SoftLetters = 0x1104191;

    public static LetterMark Of(ReadOnlySpan<char> word)
    {
        var (head, bones, last) = (0u, 0u, ' ');

        foreach (var c in word[..Math.Min(word.Length, HeadLetters)])
        {
            head = (head * 31) + c;
        }

        foreach (var c in word)
        {
            var isSoft = (uint)(c - 'a') < 26 && ((SoftLetters >> (c - 'a')) & 1) != 0;
            bones = c != last && !isSoft ? (bones * 31) + c : bones;
            last = c;
        }

        var hasTail = word.Length > HeadLetters;
        var tail = hasTail ? ((uint)word[^3] << 16) ^ ((uint)word[^2] << 8) ^ word[^1] : 0;
        return new LetterMark(head, bones, tail, hasTail);
    }
}
