using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Features;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>What bad spelling leaves of each word that a rule knows, worked out once.</summary>
internal sealed class LetterMarks(Lexicon words)
{
    private readonly LetterMark[] _marks =
    [
        .. Enumerable.Range(0, words.Count).Select(word => LetterMark.Of(words.LettersOf(word))),
    ];

    /// <summary>By the number of the word.</summary>
    public IReadOnlyList<LetterMark> Known => _marks;

    public LetterMark Of(in Token token, Scratch scratch) =>
        token.IsWhole ? _marks[token.Word] : LetterMark.Of(scratch.Letters(token));
}

/// <summary>The head, the consonants and the tail of a word; a short word has no tail beside its head.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LetterMark(uint Head, uint Bones, uint Tail, bool HasTail)
{
    public const int MostFeatures = 3;
    private const int HeadLetters = 4;
    private const uint HeadFeature = 10;
    private const uint TailFeature = 11;
    private const uint BonesFeature = 12;

    /// <summary>a, e, i, o, u, y and h: what bad spelling loses first.</summary>
    private const uint SoftLetters = 0x1104191;

    /// <summary>How many features a word of so many letters has.</summary>
    public static int CountOf(int letters) => letters > HeadLetters ? MostFeatures : MostFeatures - 1;

    /// <summary>Writes the features that the models see; how many.</summary>
    public int Features(Span<uint> features)
    {
        features[0] = FeatureList.Mix(FeatureList.Of(HeadFeature, Head));
        features[1] = FeatureList.Mix(FeatureList.Of(BonesFeature, Bones));

        if (HasTail)
        {
            features[2] = FeatureList.Mix(FeatureList.Of(TailFeature, Tail));
        }

        return HasTail ? MostFeatures : MostFeatures - 1;
    }

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
