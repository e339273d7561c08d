using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>The working memory of one reading, kept per thread so that reading allocates only its result.</summary>
internal sealed class Scratch
{
    private const int MaxHits = 512;

    [ThreadStatic]
    private static Scratch? _mine;

    private char[] _folded = new char[512];
    private int[] _origin = new int[512];
    private char[] _letters = new char[512];
    private Token[] _tokens = new Token[256];
    private readonly Hit[] _hits = new Hit[MaxHits];
    private readonly Span[] _found = new Span[Findings.Most];
    private Emoji[] _emoji = new Emoji[32];
    private ulong[] _ahead = new ulong[256];
    private int _folds;

    /// <summary>So many units at the start stand where they stood in the text as it came.</summary>
    private int _unmoved;
    private int _lettersUsed;
    private int _count;
    private int _emojiCount;
    private int _hitCount;

    /// <summary>This thread's own.</summary>
    public static Scratch Mine => _mine ??= new Scratch();

    public ReadOnlySpan<char> Folded => _folded.AsSpan(0, _folds);
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _count);
    public ReadOnlySpan<Emoji> Emojis => _emoji.AsSpan(0, _emojiCount);
    public ReadOnlySpan<Hit> Hits => _hits.AsSpan(0, _hitCount);

    /// <summary>Room for the findings while they are gathered.</summary>
    public Span<Span> Found => _found;
    public char Last => _folds == 0 ? ' ' : _folded[_folds - 1];
    public int TextLength { get; private set; }

    public void Start(int textLength)
    {
        TextLength = textLength;
        (_folds, _unmoved, _lettersUsed, _count, _emojiCount, _hitCount) = (0, 0, 0, 0, 0, 0);
    }

    /// <summary>Room for the plain start of a text, to be filled by the caller.</summary>
    public Span<char> AppendUnmoved(int length)
    {
        if (length > _folded.Length)
        {
            _folded = new char[length * 2];
            _origin = new int[length * 2];
        }

        (_folds, _unmoved) = (length, length);
        return _folded.AsSpan(0, length);
    }

    public void Append(char folded, int origin)
    {
        if (_folds == _folded.Length)
        {
            Array.Resize(ref _folded, _folds * 2);
            Array.Resize(ref _origin, _folds * 2);
        }

        _folded[_folds] = folded;
        _origin[_folds++] = origin;
    }

    /// <summary>Where a folded unit stands in the text as it came; the text's end for the end.</summary>
    public int Origin(int folded) =>
        folded < _unmoved ? folded
        : folded < _folds ? _origin[folded]
        : TextLength;

    public ReadOnlySpan<char> Letters(in Token token) =>
        token.Letters >= 0
            ? _folded.AsSpan(token.Letters, token.LettersLength)
            : _letters.AsSpan(~token.Letters, token.LettersLength);

    /// <summary>Keeps letters that do not stand in the text; below zero, to tell them from those that do.</summary>
    public int Keep(ReadOnlySpan<char> letters)
    {
        if (_lettersUsed + letters.Length > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(_letters.Length * 2, _lettersUsed + letters.Length));
        }

        letters.CopyTo(_letters.AsSpan(_lettersUsed));
        _lettersUsed += letters.Length;
        return ~(_lettersUsed - letters.Length);
    }

    public void Add(in Token token)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _count * 2);
        }

        _tokens[_count++] = token;
    }

    public void Add(Emoji emoji)
    {
        if (_emojiCount == _emoji.Length)
        {
            Array.Resize(ref _emoji, _emojiCount * 2);
        }

        _emoji[_emojiCount++] = emoji;
    }

    /// <summary>Room for what stands ahead of each token; what was in it is not cleared.</summary>
    public Span<ulong> Ahead(int length)
    {
        if (length > _ahead.Length)
        {
            _ahead = new ulong[length * 2];
        }

        return _ahead.AsSpan(0, length);
    }

    /// <summary>Keeps a hit; a text with more than a few hundred has said enough.</summary>
    public void Add(Hit hit)
    {
        if (_hitCount < MaxHits)
        {
            _hits[_hitCount++] = hit;
        }
    }

    /// <summary>The characters of the text, as it came, that tokens from..to (exclusive) rest on.</summary>
    public (int Start, int Length) Characters(int from, int to)
    {
        var (first, last) = (Math.Max(from, 1), Math.Min(to, _count - 1) - 1);

        if (last < first)
        {
            return (0, TextLength);
        }

        var start = Origin(_tokens[first].Start);
        return (start, Math.Max(Origin(_tokens[last].End - 1) + 1 - start, 1));
    }
}

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Clock,
    Edge,
}

/// <summary>A word or number; several may share the same characters ("don't" is "do" and "not").</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Token
{
    public int Start { get; init; }
    public int End { get; init; }

    /// <summary>Where its letters stand: in the folded text, or below zero among the kept ones.</summary>
    public int Letters { get; init; }
    public int LettersLength { get; init; }
    public int Word { get; init; }

    /// <summary>A number that a rule names digit by digit; <see cref="Lexicon.Unknown"/> for any other.</summary>
    public int Literal { get; init; }
    public uint Hash { get; init; }

    public decimal Value { get; init; }
    public TokenKind Kind { get; init; }

    /// <summary>Not typed so: one slip of the finger away.</summary>
    public bool Guessed { get; init; }

    /// <summary>Its letters are those of its <see cref="Word"/>.</summary>
    public bool IsWhole { get; init; }

    /// <summary>A full stop, a question mark, a line's end stands before it.</summary>
    public bool AfterBreak { get; init; }

    /// <summary>Any mark of punctuation stands before it.</summary>
    public bool AfterComma { get; init; }
}

/// <summary>A picture sign, and the token it stands before.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Emoji(int CodePoint, int At, int Start);

/// <summary>A rule that matched tokens From..To (exclusive).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hit(int Rule, int From, int To);
