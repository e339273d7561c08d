namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// What an unknown word may have been meant as: fewer repeated letters, digits for letters, or one slip of the finger
/// from one of the few words that must not be missed. A word that people really write is never guessed away.
/// </summary>
internal sealed class Guesses
{
    /// <summary>Set in a number that was guessed by a slip of the finger.</summary>
    public const int Guessed = 1 << 20;
    public const int IdMask = Guessed - 1;
    private const int ShortestGuess = 4;
    private const int LongestGuess = 20;
    private const int NearBits = 16;

    private readonly Lexicon _lexicon;
    private readonly HashSet<uint> _known;
    private readonly Dictionary<uint, int[]> _deletes = [];

    /// <summary>A bit for each key of the deletes, by its low end: most words are near none, and end here.</summary>
    private readonly ulong[] _mayBeNear = new ulong[1 << (NearBits - 6)];
    private readonly HashSet<int> _units;
    private readonly decimal[] _numbers;

    public Guesses(Lexicon lexicon, RuleBook rules)
    {
        _lexicon = lexicon;
        _known = [.. rules.KnownWords.Select(w => Lexicon.HashOf(w))];
        _units = [.. rules.Units.Select(lexicon.Intern)];
        var targets = rules.GuessWords.Select(lexicon.Intern).ToList();
        _numbers = new decimal[lexicon.Count];
        Array.Fill(_numbers, -1);

        foreach (var (word, value) in rules.Numbers)
        {
            _numbers[lexicon.Intern(word)] = value;
        }

        foreach (
            var (key, id) in targets.SelectMany(id => DeletesOf(lexicon.Word(id)).Select(key => (key, id)))
        )
        {
            _deletes[key] = _deletes.TryGetValue(key, out var before) ? [.. before, id] : [id];
            _mayBeNear[(ushort)key >> 6] |= 1UL << (int)key;
        }
    }

    public bool IsUnit(ReadOnlySpan<char> letters)
    {
        var id = _lexicon.Find(letters, Lexicon.HashOf(letters));
        return id > 0 && _units.Contains(id);
    }

    /// <summary>What a number word counts; -1 for any other word.</summary>
    public decimal NumberOf(int word) => _numbers[word];

    /// <summary>The word that was meant, marked where it is a guess, or <see cref="Lexicon.Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> letters)
    {
        if (TypedOnPurpose.HasRun(letters) && FindSqueezed(letters) is var squeezed and > 0)
        {
            return squeezed;
        }

        if (letters.ContainsAnyInRange('0', '9') && FindPlain(letters) is var plain and > 0)
        {
            return plain;
        }

        return letters.Length is < ShortestGuess or > LongestGuess || _known.Contains(Lexicon.HashOf(letters))
            ? Lexicon.Unknown
            : Near(letters);
    }

    private int FindSqueezed(ReadOnlySpan<char> letters)
    {
        Span<char> buffer = stackalloc char[letters.Length];
        var twice = TypedOnPurpose.Squeeze(letters, buffer, 2);
        var id = _lexicon.Find(twice, Lexicon.HashOf(twice));

        if (id != Lexicon.Unknown)
        {
            return id;
        }

        var once = TypedOnPurpose.Squeeze(letters, buffer, 1);
        return _lexicon.Find(once, Lexicon.HashOf(once));
    }

    private int FindPlain(ReadOnlySpan<char> letters)
    {
        Span<char> buffer = stackalloc char[letters.Length];
        return TypedOnPurpose.PlainLetters(letters, buffer)
            ? _lexicon.Find(buffer, Lexicon.HashOf(buffer))
            : Lexicon.Unknown;
    }

    private int Near(ReadOnlySpan<char> letters)
    {
        var best = OneOf(Lexicon.HashOf(letters), letters);
        var head = Lexicon.HashStart;

        for (var skip = 0; skip < letters.Length && best == Lexicon.Unknown; skip++)
        {
            best = OneOf(HashWithout(letters, skip, head), letters);
            head = Lexicon.HashOn(head, letters[skip]);
        }

        return best == Lexicon.Unknown ? best : best | Guessed;
    }

    /// <summary>The hash of a word without one letter; that of the letters before it is known.</summary>
    private static uint HashWithout(ReadOnlySpan<char> letters, int skip, uint head)
    {
        for (var i = skip + 1; i < letters.Length; i++)
        {
            head = Lexicon.HashOn(head, letters[i]);
        }

        return Lexicon.HashEnd(head);
    }

    private int OneOf(uint key, ReadOnlySpan<char> letters)
    {
        if ((_mayBeNear[(ushort)key >> 6] & (1UL << (int)key)) == 0)
        {
            return Lexicon.Unknown;
        }

        if (_deletes.TryGetValue(key, out var candidates))
        {
            foreach (var id in candidates)
            {
                if (IsOneSlip(_lexicon.Word(id), letters))
                {
                    return id;
                }
            }
        }

        return Lexicon.Unknown;
    }

    /// <summary>One letter left out, put in, changed, or two swapped; the first letter is rarely the wrong one.</summary>
    public static bool IsOneSlip(ReadOnlySpan<char> meant, ReadOnlySpan<char> typed)
    {
        var head = meant.CommonPrefixLength(typed);
        var a = meant[head..];
        var b = typed[head..];

        if (head == 0)
        {
            return false;
        }

        return (a.Length - b.Length) switch
        {
            1 => a[1..].SequenceEqual(b),
            -1 => b[1..].SequenceEqual(a),
            0 when a.Length == 0 => true,
            0 => a[1..].SequenceEqual(b[1..])
                || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..])),
            _ => false,
        };
    }

    private static IEnumerable<uint> DeletesOf(string word)
    {
        yield return Lexicon.HashOf(word);

        for (var i = 0; i < word.Length; i++)
        {
            yield return Lexicon.HashOf(word.Remove(i, 1));
        }
    }
}
