namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// The words that are one slip of the finger away from others: by what is left of either without one letter, as slips
/// leave it the same. Few looks a word, however many words there are.
/// </summary>
internal sealed class Slips
{
    /// <summary>In shorter words one wrong letter, or one missing, leaves too little to guess from.</summary>
    private const int ShortestWrong = 5;
    private const int ShortestLess = 4;
    private const int NearBits = 18;
    private const uint NearMask = (1 << NearBits) - 1;

    private readonly Lexicon _lexicon;
    private readonly IReadOnlyList<int> _meant;
    private readonly HashSet<int> _notToMiss;

    /// <summary>Which of the words have such letters, but for one.</summary>
    private readonly Dictionary<uint, int[]> _deletes = [];

    /// <summary>A bit for each key of the deletes, by its low end: most words are near none, and end here.</summary>
    private readonly ulong[] _mayBeNear = new ulong[1 << (NearBits - 6)];

    /// <summary>Knows the slips of some words.</summary>
    /// <param name="lexicon">What the numbers of words stand for.</param>
    /// <param name="meant">The words, those first that are meant where two are near.</param>
    /// <param name="notToMiss">Those of them that are worth a bolder guess.</param>
    public Slips(Lexicon lexicon, IReadOnlyList<int> meant, HashSet<int> notToMiss)
    {
        (_lexicon, _meant, _notToMiss) = (lexicon, meant, notToMiss);

        for (var place = 0; place < meant.Count; place++)
        {
            foreach (var key in DeletesOf(lexicon.Word(meant[place])))
            {
                _deletes[key] = _deletes.TryGetValue(key, out var before) ? [.. before, place] : [place];
                _mayBeNear[(key & NearMask) >> 6] |= 1UL << (int)key;
            }
        }
    }

    /// <summary>The first word that the letters are a slip of, or <see cref="Lexicon.Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> letters)
    {
        var best = FirstOf(Lexicon.HashOf(letters), letters, _meant.Count);
        var head = Lexicon.HashStart;

        for (var skip = 0; skip < letters.Length; skip++)
        {
            best = FirstOf(HashWithout(letters, skip, head), letters, best);
            head = Lexicon.HashOn(head, letters[skip]);
        }

        return best == _meant.Count ? Lexicon.Unknown : _meant[best];
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
        _notToMiss.Contains(meant) && typed.Length >= ShortestLess
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
            -1 => IsOneSlip(meant, typed) && (meant.Length >= ShortestLess || typed[head] == typed[head - 1]),
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
