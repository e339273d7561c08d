using System.Runtime.Intrinsics;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// What the talk model sees of a reply, as hashed features in three groups: its words, its letters, and what kind of
/// reply it is to what kind of prompt. Words for habits and for wished-for acts are seen as such, so that what was
/// learned from one behaviour carries over to another.
/// </summary>
internal sealed class TalkFeatures
{
    private const int Most = 6000;

    /// <summary>Words beyond these, from the head and from the tail of a long text, say nothing new.</summary>
    private const int MostWords = 120;
    private const int ShortReply = 4;

    /// <summary>Words without a class between two that still stand in a row.</summary>
    private const int KinGap = 2;
    private const int NegationReach = 4;
    private const uint HabitWord = 0x51ED270B;
    private const uint GoodWord = 0x2F7A1C35;

    [ThreadStatic]
    private static TalkFeatures? _mine;

    private readonly uint[] _all = new uint[Most];
    private int _count;

    public static TalkFeatures Mine => _mine ??= new TalkFeatures();

    public ReadOnlySpan<uint> Words => _all.AsSpan(0, WordEnd);
    public ReadOnlySpan<uint> Letters => _all.AsSpan(WordEnd, LetterEnd - WordEnd);
    public ReadOnlySpan<uint> Kin => _all.AsSpan(LetterEnd, KinEnd - LetterEnd);
    public ReadOnlySpan<uint> Shape => _all.AsSpan(KinEnd, _count - KinEnd);

    /// <summary>Whether a short reply says 1 yes, 2 no, 3 maybe; 0 for none of them, 9 for a longer one.</summary>
    public uint BareReply { get; private set; }
    private int WordEnd { get; set; }
    private int LetterEnd { get; set; }
    private int KinEnd { get; set; }

    public void Take(Scratch scratch, Meaning[] meanings, PromptView prompt, Language language)
    {
        _count = 0;
        TakeWords(scratch.Tokens, language.Talk);
        WordEnd = _count;
        TakeLetters(scratch, language.Marks);
        LetterEnd = _count;
        TakeKin(scratch.Tokens, prompt, language.Talk.Classes);
        KinEnd = _count;
        TakeShape(scratch, meanings, prompt);
        Mix(_all.AsSpan(0, _count));
    }

    /// <summary>Adds a feature, to be mixed when all are there.</summary>
    private void Add(uint kind, uint value)
    {
        var (all, at) = (_all, _count);

        if ((uint)at < (uint)all.Length)
        {
            all[at] = (kind * 0x9E3779B1u) ^ value;
            _count = at + 1;
        }
    }

    private static void Mix(Span<uint> features)
    {
        var at = 0;

        for (; at <= features.Length - Vector256<uint>.Count; at += Vector256<uint>.Count)
        {
            var some = features[at..];
            var hash = Vector256.Create<uint>(some);
            hash ^= hash >> 16;
            hash *= 0x7FEB352Du;
            hash ^= hash >> 15;
            hash *= 0x846CA68Bu;
            (hash ^ (hash >> 16)).CopyTo(some);
        }

        foreach (ref var feature in features[at..])
        {
            feature = Mix(feature);
        }
    }

    public static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB352Du;
        hash ^= hash >> 15;
        hash *= 0x846CA68Bu;
        return hash ^ (hash >> 16);
    }

    private static uint Pair(uint a, uint b) => (a * 0x85EBCA6Bu) ^ ((b << 13) | (b >> 19));

    private void TakeWords(ReadOnlySpan<Token> tokens, TalkWords words)
    {
        var (one, two) = (0u, 0u);

        for (var i = 0; i < tokens.Length; i++)
        {
            if (i == MostWords && tokens.Length > MostWords * 2)
            {
                i = tokens.Length - MostWords;
            }

            var token = tokens[i];
            var raw = token.Kind is TokenKind.Number or TokenKind.Clock ? (uint)Lexicon.Digits : token.Hash;
            var word =
                words.Habit.Contains(token.Word) ? HabitWord
                : words.Good.Contains(token.Word) ? GoodWord
                : raw;
            Add(1, raw);

            if (word != raw)
            {
                Add(1, word);
            }

            if (i > 0)
            {
                Add(2, Pair(two, word));
            }

            if (i > 1)
            {
                Add(3, Pair(Pair(one, two), word));
                Add(4, Pair(one, word));
            }

            (one, two) = (two, word);
        }
    }

    /// <summary>The classes of kindred words: alone, in rows, and against what was asked.</summary>
    private void TakeKin(ReadOnlySpan<Token> tokens, PromptView prompt, WordClasses classes)
    {
        var (one, two, gap, negated) = (0u, 0u, 0, 0);

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (i == MostWords && tokens.Length > MostWords * 2)
            {
                i = tokens.Length - MostWords;
            }

            var token = tokens[i];
            negated = token.AfterBreak || token.AfterComma ? 0 : negated;
            (one, two) = token.AfterBreak || gap > KinGap ? (0, 0) : (one, two);
            var its = classes.Of(token.Word);

            if (its == 0)
            {
                gap++;
                negated--;
                continue;
            }

            var unit = its | (negated > 0 && its != WordClasses.Negation ? 64u : 0u);
            Add(50, unit);
            Add(51, Pair(two, unit));
            Add(52, Pair(Pair(one, two), unit));
            TakeMarks(prompt, 54, unit);
            negated = its == WordClasses.Negation ? NegationReach : negated - 1;
            (one, two, gap) = (two, unit, 0);
        }
    }

    /// <summary>The head, the tail and the consonants of each word: what bad spelling leaves of it.</summary>
    private void TakeLetters(Scratch scratch, LetterMarks marks)
    {
        var tokens = scratch.Tokens;

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (i == MostWords && tokens.Length > MostWords * 2)
            {
                i = tokens.Length - MostWords;
            }

            if (tokens[i].Kind == TokenKind.Word)
            {
                var mark = marks.Of(tokens[i], scratch);
                Add(10, mark.Head);
                Add(12, mark.Bones);

                if (mark.HasTail)
                {
                    Add(11, mark.Tail);
                }
            }
        }
    }

    private void TakeShape(Scratch scratch, Meaning[] meanings, PromptView prompt)
    {
        var (cues, acts) = (0u, 0u);

        foreach (var hit in scratch.Hits)
        {
            var meaning = meanings[hit.Rule];
            cues |= meaning.Family == Family.Cue ? 1u << meaning.Code : 0;
            acts |= meaning.Family == Family.Act ? 1u << meaning.Code : 0;
        }

        var count = scratch.Tokens.Length - 2;
        var length = (uint)(
            count <= 3 ? count
            : count <= 6 ? 4
            : count <= 12 ? 5
            : count <= 25 ? 6
            : 7
        );
        var bare = Bare(cues, length);
        BareReply = bare;
        Add(20, length);
        Add(21, Pair(length, prompt.Target));
        Add(22, bare);
        TakePoints(scratch.Folded, length);

        foreach (var emoji in scratch.Emojis)
        {
            Add(24, (uint)emoji.CodePoint);
        }

        TakeCues(cues, length, prompt);
        TakeActs(acts, prompt);
        TakeMarks(prompt, 41, length);
        TakeMarks(prompt, 42, bare);
        TakeMarks(prompt, 44, Pair(bare, length));

        TakeBare(prompt, bare, length);
        TakeNumbers(scratch.Tokens, prompt);
        TakeShort(scratch.Tokens, prompt);
    }

    private void TakeCues(uint cues, uint length, PromptView prompt)
    {
        for (var rest = cues; rest != 0; rest &= rest - 1)
        {
            var cue = (uint)System.Numerics.BitOperations.TrailingZeroCount(rest);
            Add(25, cue);
            Add(26, Pair(cue, length));
            TakeMarks(prompt, 40, cue);
        }
    }

    /// <summary>What is told as done or left, unless a wish or a habit takes it back.</summary>
    private void TakeActs(uint acts, PromptView prompt)
    {
        var taken = acts & (1u << (int)Act.No);

        for (var rest = acts ^ taken; rest != 0; rest &= rest - 1)
        {
            var act = (uint)System.Numerics.BitOperations.TrailingZeroCount(rest) | taken;
            Add(27, act);
            TakeMarks(prompt, 45, act);
        }
    }

    /// <summary>A short answer takes its side from what was said and asked.</summary>
    private void TakeBare(PromptView prompt, uint bare, uint length)
    {
        if (length > ShortReply)
        {
            return;
        }

        for (var rest = prompt.Asks; rest != 0; rest &= rest - 1)
        {
            Add(55, Pair((uint)System.Numerics.BitOperations.TrailingZeroCount(rest), bare));
        }

        for (var rest = prompt.Says; rest != 0; rest &= rest - 1)
        {
            Add(56, Pair((uint)System.Numerics.BitOperations.TrailingZeroCount(rest), bare));
        }
    }

    /// <summary>A high and a low number mean something where a ruler was asked.</summary>
    private void TakeNumbers(ReadOnlySpan<Token> tokens, PromptView prompt)
    {
        foreach (var token in tokens)
        {
            if (
                !decimal.IsNegative(token.Value)
                && token.Value <= 100
                && token.Kind is TokenKind.Number or TokenKind.Word
            )
            {
                var size =
                    token.Value <= 3 ? 1u
                    : token.Value <= 6 ? 2u
                    : token.Value <= 10 ? 3u
                    : 4u;
                Add(30, Pair(size, prompt.Has(PromptMark.Scale) ? 1u : 0u));
            }
        }
    }

    /// <summary>In a short reply each word means what the prompt makes of it.</summary>
    private void TakeShort(ReadOnlySpan<Token> tokens, PromptView prompt)
    {
        if (tokens.Length <= ShortReply + 2)
        {
            for (var i = 1; i < tokens.Length - 1; i++)
            {
                TakeMarks(prompt, 43, tokens[i].Hash);
            }
        }
    }

    /// <summary>Yes, no, maybe or none of them, at the start of a reply.</summary>
    private static uint Bare(uint cues, uint length) =>
        length >= 5 ? 9u
        : (cues & (1u << (int)Cue.Maybe)) != 0 ? 3u
        : (cues & (1u << (int)Cue.No)) != 0 ? 2u
        : (cues & (1u << (int)Cue.Yes)) != 0 ? 1u
        : 0u;

    private void TakeMarks(PromptView prompt, uint kind, uint value)
    {
        Add(kind + 100, Pair(prompt.Target, value));

        for (var rest = prompt.Marks; rest != 0; rest &= rest - 1)
        {
            Add(kind, Pair((uint)System.Numerics.BitOperations.TrailingZeroCount(rest) + 1, value));
        }
    }

    private void TakePoints(ReadOnlySpan<char> text, uint length)
    {
        if (text.Contains('?'))
        {
            Add(23, 1);
            Add(23, Pair(1, length));
        }

        if (text.Contains('!'))
        {
            Add(23, 2);
        }

        if (text.IndexOf("...") >= 0)
        {
            Add(23, 3);
        }

        if (text.Contains('"'))
        {
            Add(23, 4);
        }
    }
}
