namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// What an unknown word may have been meant as: fewer repeated letters, digits for letters, written by ear, or one
/// slip of the finger from a frequent word or from one that must not be missed. A word that people really write is never guessed away.
/// </summary>
internal sealed class Guesses
{
    /// <summary>Set in a number that was guessed by a slip of the finger.</summary>
    public const int Guessed = 1 << 20;
    public const int IdMask = Guessed - 1;
    private const int ShortestGuess = 3;

    /// <summary>In shorter words one wrong letter, or one missing, leaves too little to guess from.</summary>
    private const int ShortestWrong = 5;
    private const int ShortestLess = 4;
    private const int LongestGuess = 20;
    private const int NearBits = 18;
    private const uint NearMask = (1 << NearBits) - 1;

    private readonly Lexicon _lexicon;
    private readonly HashSet<uint> _known;
    private readonly HashSet<int> _notToMiss;
    private readonly Dictionary<uint, int> _bySound = [];

    /// <summary>The words that are guessed, those that must not be missed and then the most frequent first.</summary>
    private readonly int[] _meant;

    /// <summary>Which of them have such letters, but for one.</summary>
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
        _notToMiss = [.. rules.GuessWords.Select(lexicon.Intern)];
        _meant = [.. rules.GuessWords.Concat(rules.SlipWords).Select(lexicon.Intern).Distinct()];
        _numbers = new decimal[lexicon.Count];
        Array.Fill(_numbers, -1);

        foreach (var (word, value) in rules.Numbers)
        {
            _numbers[lexicon.Intern(word)] = value;
        }

        for (var place = 0; place < _meant.Length; place++)
        {
            var word = lexicon.Word(_meant[place]);
            _bySound.TryAdd(SoundOf(word), _meant[place]);

            foreach (var key in DeletesOf(word))
            {
                _deletes[key] = _deletes.TryGetValue(key, out var before) ? [.. before, place] : [place];
                _mayBeNear[(key & NearMask) >> 6] |= 1UL << (int)key;
            }
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
            : ByEar(letters);
    }

    private int ByEar(ReadOnlySpan<char> letters) =>
        _bySound.TryGetValue(SoundOf(letters), out var word) ? word | Guessed : Near(letters);

    private static uint SoundOf(ReadOnlySpan<char> letters)
    {
        Span<char> sound = stackalloc char[letters.Length];
        return Lexicon.HashOf(sound[..Sounds.Of(letters, sound)]);
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
        var best = FirstOf(Lexicon.HashOf(letters), letters, _meant.Length);
        var head = Lexicon.HashStart;

        for (var skip = 0; skip < letters.Length; skip++)
        {
            best = FirstOf(HashWithout(letters, skip, head), letters, best);
            head = Lexicon.HashOn(head, letters[skip]);
        }

        return best == _meant.Length ? Lexicon.Unknown : _meant[best] | Guessed;
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

    /// <summary>The first word, before <paramref name="best"/>, that the letters are a slip of.</summary>
    private int FirstOf(uint key, ReadOnlySpan<char> letters, int best)
    {
        if (
            (_mayBeNear[(key & NearMask) >> 6] & (1UL << (int)key)) == 0
            || !_deletes.TryGetValue(key, out var candidates)
        )
        {
            return best;
        }

        foreach (var place in candidates)
        {
            if (place < best && IsSlip(_meant[place], letters))
            {
                return place;
            }
        }

        return best;
    }

    private bool IsSlip(int meant, ReadOnlySpan<char> typed) =>
        _notToMiss.Contains(meant) && typed.Length > ShortestGuess
            ? IsOneSlip(_lexicon.Word(meant), typed)
            : IsPlainSlip(_lexicon.Word(meant), typed);

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
            0 => a[1..].SequenceEqual(b[1..]) || IsSwapped(a, b),
            _ => false,
        };
    }

    /// <summary>A slip that leaves little doubt: letters swapped, in short words one typed twice, in longer ones any.</summary>
    private static bool IsPlainSlip(ReadOnlySpan<char> meant, ReadOnlySpan<char> typed)
    {
        var head = meant.CommonPrefixLength(typed);
        return (meant.Length - typed.Length) switch
        {
            0 => IsSwapped(meant[head..], typed[head..])
                || (typed.Length >= ShortestWrong && IsOneSlip(meant, typed)),
            1 => typed.Length >= ShortestLess && IsOneSlip(meant, typed),
            -1 => IsOneSlip(meant, typed)
                && (meant.Length >= ShortestLess || typed[head] == typed[head - 1]),
            _ => false,
        };
    }

    private static bool IsSwapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);

    private static IEnumerable<uint> DeletesOf(string word)
    {
        yield return Lexicon.HashOf(word);

        for (var i = 0; i < word.Length; i++)
        {
            yield return Lexicon.HashOf(word.Remove(i, 1));
        }
    }
}
