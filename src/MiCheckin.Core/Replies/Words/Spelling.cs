namespace MiCheckin.Core.Replies.Words;

/// <summary>Turns the letters that were typed into the words that were meant.</summary>
internal sealed class Spelling(Lexicon lexicon, Guesses guesses, RuleBook book)
{
    /// <summary>Words after which "ill" is an illness and not "I'll".</summary>
    private readonly HashSet<int> _illAfter = [.. book.Lists["ill-after"].Split('|').Select(lexicon.Intern)];
    private readonly int _ill = lexicon.Intern("ill");
    private readonly int[] _iWill = [lexicon.Intern("i"), lexicon.Intern("will")];

    /// <summary>True for letters that may follow digits without a space ("7ish", "20min").</summary>
    public bool IsUnit(ReadOnlySpan<char> letters) => guesses.IsUnit(letters);

    /// <summary>The number of digits that a rule names, such as a year.</summary>
    public int Literal(ReadOnlySpan<char> digits) => lexicon.Find(digits, Lexicon.HashOf(digits));

    /// <summary>Adds the word or words that <paramref name="typed"/> stands for.</summary>
    public void Add(scoped ReadOnlySpan<char> typed, Place place, Scratch scratch)
    {
        Span<char> buffer = stackalloc char[64];
        var letters = typed.Length <= buffer.Length ? typed : typed[..buffer.Length];
        var id = lexicon.Find(letters, Lexicon.HashOf(letters));
        var apostrophe = letters.IndexOf('\'');

        if (id == Lexicon.Unknown && apostrophe > 0)
        {
            if (AddContraction(letters, apostrophe, place, scratch))
            {
                return;
            }

            AddPlain(WithoutApostrophes(letters, buffer), place, scratch);
            return;
        }

        AddPlain(letters, place, scratch);
    }

    private void AddPlain(ReadOnlySpan<char> letters, Place place, Scratch scratch)
    {
        var id = lexicon.Find(letters, Lexicon.HashOf(letters));

        if (id == Lexicon.Unknown)
        {
            id = guesses.Find(letters);
        }

        AddKnown(id, letters, place, scratch);
    }

    private void AddKnown(int id, ReadOnlySpan<char> letters, Place place, Scratch scratch)
    {
        if (id == _ill && !_illAfter.Contains(scratch.Tokens[^1].Word))
        {
            AddAll(_iWill, place, scratch);
        }
        else if (id > 0 && lexicon.Expansion(id & Guesses.IdMask) is { } words)
        {
            AddAll(words, place, scratch);
        }
        else
        {
            AddOne(id, letters, place, scratch);
        }
    }

    private bool AddContraction(ReadOnlySpan<char> letters, int apostrophe, Place place, Scratch scratch)
    {
        var stem = letters[..apostrophe];
        var tail = letters[(apostrophe + 1)..];
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
        AddOne(lexicon.Find(stem, Lexicon.HashOf(stem)), stem, place, scratch);

        if (word.Length > 0)
        {
            AddOne(lexicon.Find(word, Lexicon.HashOf(word)), word, place with { Pause = default }, scratch);
        }

        return true;
    }

    private void AddAll(int[] words, Place place, Scratch scratch)
    {
        for (var i = 0; i < words.Length; i++)
        {
            AddOne(
                words[i],
                lexicon.Word(words[i]),
                i == 0 ? place : place with { Pause = default },
                scratch
            );
        }
    }

    private void AddOne(int id, ReadOnlySpan<char> letters, Place place, Scratch scratch)
    {
        var word = id & Guesses.IdMask;
        scratch.Add(
            new Token
            {
                Start = place.Start,
                End = place.End,
                Letters = scratch.Keep(letters),
                LettersLength = letters.Length,
                Word = word,
                Hash = word > 0 ? lexicon.Hash(word) : Lexicon.HashOf(letters),
                Guessed = id != word,
                Value = guesses.NumberOf(word),
                Kind = TokenKind.Word,
                AfterBreak = place.Pause.Break,
                AfterComma = place.Pause.Comma,
            }
        );
    }

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
}
