using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>Turns the letters that were typed into the words that were meant.</summary>
internal sealed class Spelling
{
    /// <summary>Words after which "ill" is an illness and not "I'll".</summary>
    private readonly HashSet<int> _illAfter;
    private readonly int _ill;
    private readonly int[] _iWill;
    private readonly Lexicon _lexicon;
    private readonly Guesses _guesses;
    private readonly WordFacts[] _facts;

    public Spelling(Lexicon lexicon, Guesses guesses, RuleBook book)
    {
        (_lexicon, _guesses) = (lexicon, guesses);
        _illAfter = [.. book.Lists["ill-after"].Split('|').Select(lexicon.Intern)];
        _ill = lexicon.Intern("ill");
        _iWill = [lexicon.Intern("i"), lexicon.Intern("will")];
        _facts = [.. Enumerable.Range(0, lexicon.Count).Select(FactsOf)];
    }

    /// <summary>True for letters that may follow digits without a space ("7ish", "20min").</summary>
    public bool IsUnit(ReadOnlySpan<char> letters) => _guesses.IsUnit(letters);

    /// <summary>The number of digits that a rule names, such as a year.</summary>
    public int Literal(ReadOnlySpan<char> digits, uint hash) => _lexicon.Find(digits, hash);

    /// <summary>Adds the word or words that <paramref name="typed"/> stands for, which begins where the place does.</summary>
    public void Add(scoped ReadOnlySpan<char> typed, uint hash, Place place, Scratch scratch)
    {
        var id = _lexicon.Find(typed, hash);
        var letters = new TypedLetters(place.Start, typed.Length, hash, IsWhole: id != Lexicon.Unknown);

        if (id != Lexicon.Unknown)
        {
            AddKnown(id, letters, place, scratch);
            return;
        }

        var apostrophe = typed.IndexOf('\'');

        if (apostrophe <= 0)
        {
            AddKnown(_guesses.Find(typed), letters, place, scratch);
        }
        else if (!AddContraction(typed, apostrophe, place, scratch))
        {
            Span<char> buffer = stackalloc char[typed.Length];
            AddPlain(WithoutApostrophes(typed, buffer), place, scratch);
        }
    }

    /// <summary>Adds a word that stands in the text as a sign only.</summary>
    public void AddPlain(scoped ReadOnlySpan<char> letters, Place place, Scratch scratch)
    {
        var hash = Lexicon.HashOf(letters);
        var id = _lexicon.Find(letters, hash);
        var kept = new TypedLetters(
            scratch.Keep(letters),
            letters.Length,
            hash,
            IsWhole: id != Lexicon.Unknown
        );
        AddKnown(id == Lexicon.Unknown ? _guesses.Find(letters) : id, kept, place, scratch);
    }

    private void AddKnown(int id, TypedLetters letters, Place place, Scratch scratch)
    {
        if (!_facts[id & Guesses.IdMask].IsRewritten)
        {
            AddOne(id, letters, place, scratch);
        }
        else if (id == _ill && !_illAfter.Contains(scratch.Tokens[^1].Word))
        {
            AddAll(_iWill, place, scratch);
        }
        else if (_lexicon.Expansion(id & Guesses.IdMask) is { } words)
        {
            AddAll(words, place, scratch);
        }
        else
        {
            AddOne(id, letters, place, scratch);
        }
    }

    private bool AddContraction(scoped ReadOnlySpan<char> typed, int apostrophe, Place place, Scratch scratch)
    {
        var stem = typed[..apostrophe];
        var tail = typed[(apostrophe + 1)..];
        var word = tail switch
        {
            "ll" => "will",
            "re" => "are",
            "ve" => "have",
            "m" => "am",
            "d" => "would",
            "s" => "",
            "t" when stem[^1] == 'n' && stem.Length > 1 => "not",
            _ => null,
        };

        if (word is null)
        {
            return false;
        }

        stem = tail is "t" ? stem[..^1] : stem;
        var hash = Lexicon.HashOf(stem);
        var id = _lexicon.Find(stem, hash);
        var letters = new TypedLetters(place.Start, stem.Length, hash, IsWhole: id != Lexicon.Unknown);
        AddOne(id, letters, place, scratch);

        if (word.Length > 0)
        {
            AddMeant(_lexicon.Find(word, Lexicon.HashOf(word)), word, place.After(), scratch);
        }

        return true;
    }

    private void AddAll(int[] words, Place place, Scratch scratch)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var letters = _lexicon.LettersOf(words[i]);
            AddMeant(words[i], letters, i == 0 ? place : place.After(), scratch);
        }
    }

    private void AddMeant(int id, scoped ReadOnlySpan<char> letters, Place place, Scratch scratch)
    {
        var kept = new TypedLetters(scratch.Keep(letters), letters.Length, _facts[id].Hash, IsWhole: true);
        AddOne(id, kept, place, scratch);
    }

    private void AddOne(int id, TypedLetters letters, Place place, Scratch scratch)
    {
        var word = id & Guesses.IdMask;
        ref readonly var facts = ref _facts[word];
        scratch.Add(
            new Token
            {
                Start = place.Start,
                End = place.End,
                Letters = letters.At,
                LettersLength = letters.Length,
                Word = word,
                Hash = word > 0 ? facts.Hash : letters.Hash,
                Guessed = id != word,
                IsWhole = letters.IsWhole,
                Value = facts.Counts ? _guesses.NumberOf(word) : decimal.MinusOne,
                Kind = TokenKind.Word,
                AfterBreak = place.Pause.Break,
                AfterComma = place.Pause.Comma,
            }
        );
    }

    private WordFacts FactsOf(int id) =>
        new(
            _lexicon.Hash(id),
            Counts: _guesses.NumberOf(id) != decimal.MinusOne,
            IsRewritten: id == _ill || _lexicon.Expansion(id) is not null
        );

    private static ReadOnlySpan<char> WithoutApostrophes(ReadOnlySpan<char> letters, Span<char> buffer)
    {
        var length = 0;

        foreach (var c in letters)
        {
            if (c != '\'')
            {
                buffer[length++] = c;
            }
        }

        return buffer[..length];
    }

    /// <summary>What is known of a word beforehand; rewritten are those that stand for others.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct WordFacts(uint Hash, bool Counts, bool IsRewritten);

    /// <summary>Where letters stand (<see cref="Token.Letters"/>), their hash, and whether they are a word's own.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct TypedLetters(int At, int Length, uint Hash, bool IsWhole);
}
