using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>The word lists that the ruler reader asks about, by number.</summary>
internal sealed class RulerWords(RuleBook book, Lexicon words)
{
    public WordSet Units { get; } = WordSet.Of(book, words, "ruler-unit");

    /// <summary>Things that are counted without an s: "2 roti".</summary>
    public WordSet Counted { get; } = WordSet.Of(book, words, "ruler-counted");
    public WordSet After { get; } = WordSet.Of(book, words, "ruler-after");
    public WordSet Reset { get; } = WordSet.Of(book, words, "ruler-reset");
    public WordSet Next { get; } = WordSet.Of(book, words, "ruler-next");
    public WordSet Was { get; } = WordSet.Of(book, words, "ruler-was");
    public WordSet Over { get; } = WordSet.Of(book, words, "ruler-over");
    public WordSet Leads { get; } = WordSet.Of(book, words, "ruler-lead");
    public WordSet Corrects { get; } = WordSet.Of(book, words, "ruler-corrects");
    public WordSet Links { get; } = WordSet.Of(book, words, "ruler-links");
    public WordSet Questions { get; } = WordSet.Of(book, words, "ruler-questions");
    public WordSet NoneAtAll { get; } = WordSet.Of(book, words, "ruler-none");
    public WordSet Months { get; } = WordSet.Of(book, words, "ruler-months");
    public WordSet Standing { get; } = WordSet.Of(book, words, "ruler-standing");
    public WordSet Confidence { get; } = WordSet.Of(book, words, "ruler-asked");

    /// <summary>Words that a number may follow as an answer.</summary>
    public WordSet Led { get; } = WordSet.Of(book, words, "ruler-led");
    public WordSet Other { get; } = WordSet.Of(book, words, "ruler-other");
    public WordSet TheirVerbs { get; } = WordSet.Of(book, words, "ruler-theirverb");
    public WordSet Self { get; } = WordSet.Of(book, words, "ruler-self");
    public WordSet Saying { get; } = WordSet.Of(book, words, "ruler-saying");
    public WordSet Moved { get; } = WordSet.Of(book, words, "ruler-moved");

    /// <summary>Words that close an answer: "one lol".</summary>
    public WordSet Tail { get; } = WordSet.Of(book, words, "ruler-tail");

    /// <summary>What a spoken number may have been heard as: "ate", "won", "tras".</summary>
    public WordSet Near { get; } = WordSet.Of(book, words, "ruler-near");

    /// <summary>What may stand around a number that was misheard, or around a "nothing".</summary>
    public WordSet Beside { get; } = WordSet.Of(book, words, "ruler-beside");

    /// <summary>What an answer that swings swings with: "at work", "en casa".</summary>
    public WordSet Swings { get; } = WordSet.Of(book, words, "ruler-swing");
    public WordSet SwingLeads { get; } = WordSet.Of(book, words, "ruler-swing-lead");

    /// <summary>What says a number and is nobody else: "my gut says 7".</summary>
    public WordSet Nobody { get; } = WordSet.Of(book, words, "ruler-nobody");
    public WordSet Unsure { get; } = WordSet.Of(book, words, "ruler-unsure");

    /// <summary>Places on a ruler without a number: "halfway".</summary>
    public WordSet Half { get; } = WordSet.Of(book, words, "ruler-half");
}

/// <summary>A set of words by number: one bit each.</summary>
internal sealed class WordSet
{
    private readonly ulong[] _bits;

    public WordSet(IEnumerable<int> words)
    {
        var all = words.ToList();
        _bits = new ulong[(all.Max() >> 6) + 1];

        foreach (var word in all)
        {
            _bits[word >> 6] |= 1UL << word;
        }
    }

    /// <summary>The words of some lists of the rules.</summary>
    public static WordSet Of(RuleBook book, Lexicon words, params IEnumerable<string> lists) =>
        new(lists.SelectMany(list => book.Lists[list].Split('|')).Select(w => words.Intern(w.Trim())));

    /// <summary>Whether one of them is a word of a text.</summary>
    public bool IsAmong(ReadOnlySpan<Token> tokens)
    {
        foreach (ref readonly var token in tokens)
        {
            if (Contains(token.Word))
            {
                return true;
            }
        }

        return false;
    }

    public bool Contains(int word) => word >> 6 < _bits.Length && (_bits[word >> 6] & (1UL << word)) != 0;
}
