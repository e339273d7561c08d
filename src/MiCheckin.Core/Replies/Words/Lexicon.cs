using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>The words that any rule knows, each with a small number; a spelling may stand for several words.</summary>
internal sealed class Lexicon
{
    /// <summary>No rule knows the word.</summary>
    public const int Unknown = 0;

    /// <summary>The token before the first and after the last word.</summary>
    public const int Begin = 1;
    public const int End = 2;

    /// <summary>Any number in digits.</summary>
    public const int Digits = 3;

    private readonly List<string> _words = ["", "^", "$", "#"];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _spellings = new(StringComparer.Ordinal);
    private readonly List<int[]?> _expansions = [null, null, null, null];
    private Slot[] _slots = [];
    private uint[] _hashes = [];

    /// <summary>The letters of all words in a row, and where each word's begin; behind the last, the end.</summary>
    private char[] _letters = [];
    private int[] _starts = [];

    public int Count => _words.Count;

    /// <summary>The number of a word that a rule names.</summary>
    public int Intern(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _words.Count;
            _words.Add(word);
            _expansions.Add(null);
            _ids.Add(word, id);
        }

        return id;
    }

    /// <summary>Says which words a spelling stands for.</summary>
    public void Spell(string spelling, string[] words) => _spellings[spelling] = words;

    public string Word(int id) => _words[id];

    /// <summary>Of a word its hash; of the ends of a text and of a number just its own number.</summary>
    public uint Hash(int id) => _hashes[id];

    public int[]? Expansion(int id) => _expansions[id];

    /// <summary>Makes the table that <see cref="Find"/> looks in; nothing is added after this.</summary>
    public void Seal()
    {
        foreach (var (spelling, words) in _spellings)
        {
            var expansion = words.Select(Intern).ToArray();
            _expansions[Intern(spelling)] = expansion;
        }

        if (_words.Count > ushort.MaxValue)
        {
            throw new FormatException("The rules name more words than can be numbered.");
        }

        var size = 1;
        while (size < _words.Count * 2)
        {
            size *= 2;
        }

        _slots = new Slot[size];
        _hashes = [.. _words.Select((w, id) => id <= Digits ? (uint)id : HashOf(w))];
        _letters = [.. _words.SelectMany(w => w)];
        _starts = new int[_words.Count + 1];

        for (var id = 0; id < _words.Count; id++)
        {
            _starts[id + 1] = _starts[id] + _words[id].Length;
        }

        for (var id = 4; id < _words.Count; id++)
        {
            var at = _hashes[id] & (uint)(size - 1);
            while (_slots[at].Id != 0)
            {
                at = (at + 1) & (uint)(size - 1);
            }

            _slots[at] = new Slot(_hashes[id], EndsOf(_words[id]), (ushort)id);
        }
    }

    /// <summary>The word's number, or <see cref="Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        var slots = _slots;
        var mask = (uint)(slots.Length - 1);

        for (var at = hash & mask; slots[at].Id != Unknown; at = (at + 1) & mask)
        {
            if (slots[at].Hash == hash && slots[at].Ends == EndsOf(word))
            {
                return slots[at].Id;
            }
        }

        return Unknown;
    }

    /// <summary>The letters of a word, once the table is made.</summary>
    public ReadOnlySpan<char> LettersOf(int id) => _letters.AsSpan(_starts[id].._starts[id + 1]);

    /// <summary>FNV-1a over the letters, finished so that near words lie apart.</summary>
    public static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = HashStart;

        foreach (var c in word)
        {
            hash = HashOn(hash, c);
        }

        return HashEnd(hash);
    }

    /// <summary>The hash letter by letter, for a caller who looks at each letter anyway.</summary>
    public const uint HashStart = 2166136261u;

    public static uint HashOn(uint hash, char c) => (hash ^ c) * 16777619u;

    public static uint HashEnd(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        return hash ^ (hash >> 12);
    }

    /// <summary>
    /// The length, the first and the last letter. A word that shares these and all 32 bits of the hash with one of the
    /// rules is met once in a billion words that no rule knows: looking at every letter costs more than that is worth.
    /// </summary>
    private static ushort EndsOf(ReadOnlySpan<char> word) =>
        word.IsEmpty ? (ushort)0 : (ushort)((word.Length << 10) | ((word[0] & 31) << 5) | (word[^1] & 31));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(uint Hash, ushort Ends, ushort Id);
}
