using System.Text;

namespace MiCheckin.Core.Replies.Words;

/// <summary>The rules of this assembly, read once: the words, the spellings and the phrases.</summary>
internal sealed class Language
{
    private static readonly string[] PhraseFiles =
    [
        "lists",
        "classes",
        "signs",
        "control",
        "control-stop",
        "control-wishes",
        "control-spanish",
        "control-others",
        "control-people",
        "control-pace",
        "risk",
        "risk-suicide",
        "risk-harm",
        "risk-home",
        "risk-body",
        "talk",
        "behaviour",
    ];

    private static readonly string[] WordFiles = ["words", "slips", "common", "known"];

    private readonly Spelling _spelling;

    private Language()
    {
        // First, so that they get the lowest numbers.
        _ = RuleBook.Lines(Text("frequent.txt")).SelectMany(RuleBook.Split).Select(Words.Intern).Count();
        var book = Written();
        Replies = new PhraseCompiler(book, Words).Compile();
        var asked = new RuleBook();
        asked.AddPhrases(Text("prompts.txt"));
        Prompts = new PhraseCompiler(asked, Words).Compile();

        foreach (var (typed, meant) in book.Spellings)
        {
            Words.Spell(typed, meant);
        }

        foreach (
            var word in book
                .Numbers.Keys.Concat(book.Units)
                .Concat(book.GuessWords)
                .Concat(book.SlipWords)
                .Append("ill")
        )
        {
            Words.Intern(word);
        }

        Talk = new TalkWords(book, Words);
        Ruler = new RulerWords(book, Words);
        Wish = new WishWords(book, Words);
        _ = book.Lists["ill-after"].Split('|').Select(Words.Intern).Count();
        _ = book.CommonWords.Select(Words.Intern).Count();
        Words.Seal();
        var guesses = new Guesses(Words, book);
        _spelling = new Spelling(Words, guesses, book);
    }

    private static RuleBook Written()
    {
        var book = new RuleBook();

        foreach (var name in PhraseFiles)
        {
            book.AddPhrases(Text($"{name}.txt"));
        }

        book.AddSpellings(Text("spelling.txt"));

        foreach (var name in WordFiles)
        {
            book.AddWords(Text($"{name}.txt"));
        }

        return book;
    }

    public static Language Known { get; } = new();

    public Lexicon Words { get; } = new();

    /// <summary>What is looked for in replies.</summary>
    public Phrases Replies { get; }

    /// <summary>What is looked for in prompts, in a small net of its own: a new prompt costs little, and no reply is searched for it.</summary>
    public Phrases Prompts { get; }

    public RulerWords Ruler { get; }

    public WishWords Wish { get; }

    public TalkWords Talk { get; }

    /// <summary>
    /// Folds, cuts and matches <paramref name="text"/>; everything found is in <paramref name="scratch"/>. How many
    /// steps the phrases took: what else is done with a text is a look or two at each letter.
    /// </summary>
    public int Take(ReadOnlySpan<char> text, Phrases phrases, Scratch scratch)
    {
        Folding.Fold(text, scratch);
        Tokenizer.Cut(scratch, _spelling);
        return phrases.Match(scratch);
    }

    /// <summary>A file of this assembly as bytes.</summary>
    public static byte[] Bytes(string name)
    {
        // Reading what was compiled into this assembly is not I/O: same build, same bytes.
#pragma warning disable RS0030, MA0045
        using var stream =
            typeof(Language).Assembly.GetManifestResourceStream($"MiCheckin.Core.Replies.Rules.{name}")
            ?? throw new InvalidOperationException($"The assembly holds no {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
#pragma warning restore RS0030, MA0045
        return bytes;
    }

    private static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));
}
