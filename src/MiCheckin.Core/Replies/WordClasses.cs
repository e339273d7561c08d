using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Which class of kindred words a word belongs to (Rules/classes.txt, Rules/signs.txt); 0 for none.</summary>
internal sealed class WordClasses
{
    public const int Negation = 1;
    public const string Kin = "class-";
    public const string Signs = "sign-";
    public const string NearSigns = "near-";
    private static readonly string[] Endings = ["", "s", "es", "ed", "d", "ing", "er", "y"];
    private readonly byte[] _classes;

    public WordClasses(RuleBook book, Lexicon words, params string[] prefixes)
    {
        var found = new Dictionary<int, byte>();
        byte number = 0;

        foreach (
            var (_, list) in prefixes.SelectMany(p =>
                book.Lists.Where(l => l.Key.StartsWith(p, StringComparison.Ordinal))
            )
        )
        {
            number++;

            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Forms))
            {
                found.TryAdd(words.Intern(word), number);
            }
        }

        _classes = new byte[found.Keys.Max() + 1];

        foreach (var (word, its) in found)
        {
            _classes[word] = its;
        }
    }

    public uint Of(int word) => word < _classes.Length ? _classes[word] : 0u;

    /// <summary>Every class in a row of words, a bit each.</summary>
    public ulong In(ReadOnlySpan<Token> tokens)
    {
        var all = 0UL;

        foreach (var token in tokens)
        {
            all |= 1UL << (int)Of(token.Word);
        }

        return all & ~1UL;
    }

    private static IEnumerable<string> Forms(string word)
    {
        if (word[^1] != '+')
        {
            return [word];
        }

        var stem = word[..^1];
        var shorter = stem[^1] == 'e' ? stem[..^1] : stem;
        return Endings
            .Select(e => e is "ing" or "er" or "y" or "ed" or "es" ? shorter + e : stem + e)
            .Distinct(StringComparer.Ordinal);
    }
}
