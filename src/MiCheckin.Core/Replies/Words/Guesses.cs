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
    private const int LongestGuess = 20;

    private readonly Lexicon _lexicon;
    private readonly HashSet<uint> _known;
    private readonly Dictionary<uint, int> _bySound = [];
    private readonly Slips _slips;
    private readonly HashSet<int> _units;
    private readonly decimal[] _numbers;

    public Guesses(Lexicon lexicon, RuleBook rules)
    {
        _lexicon = lexicon;
        _known = [.. rules.KnownWords.Select(w => Lexicon.HashOf(w))];
        _units = [.. rules.Units.Select(lexicon.Intern)];
        // Those that must not be missed and then the most frequent first: of several the first is what was meant.
        var meant = rules.GuessWords.Concat(rules.SlipWords).Select(lexicon.Intern).Distinct().ToList();
        _slips = new Slips(lexicon, meant, [.. rules.GuessWords.Select(lexicon.Intern)]);
        _numbers = new decimal[lexicon.Count];
        Array.Fill(_numbers, -1);

        foreach (var (word, value) in rules.Numbers)
        {
            _numbers[lexicon.Intern(word)] = value;
        }

        foreach (var word in meant)
        {
            _bySound.TryAdd(SoundOf(lexicon.Word(word)), word);
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

        if (letters.Length is < ShortestGuess or > LongestGuess || _known.Contains(Lexicon.HashOf(letters)))
        {
            return Lexicon.Unknown;
        }

        var meant = _bySound.TryGetValue(SoundOf(letters), out var word) ? word : _slips.Find(letters);
        return meant == Lexicon.Unknown ? meant : meant | Guessed;
    }

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
}
