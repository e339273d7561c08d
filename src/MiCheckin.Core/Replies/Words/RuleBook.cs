using System.Globalization;
using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// The rules as written in Rules/*.txt: named word lists, phrases under headings, spellings, numbers. See
/// docs/reading.md for how they are written.
/// </summary>
internal sealed class RuleBook
{
    public Dictionary<string, string> Lists { get; } = new(StringComparer.Ordinal);
    public List<RuleLine> Phrases { get; } = [];
    public Dictionary<string, string[]> Spellings { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, decimal> Numbers { get; } = new(StringComparer.Ordinal);
    public List<string> Units { get; } = [];

    /// <summary>Words that must not be missed, however they are typed.</summary>
    public List<string> GuessWords { get; } = [];

    /// <summary>Words that a plain slip of the finger is mended to, the most frequent first.</summary>
    public List<string> SlipWords { get; } = [];

    /// <summary>Words that no rule names, to be numbered all the same.</summary>
    public List<string> CommonWords { get; } = [];

    /// <summary>Words near those that are meant as they stand.</summary>
    public List<string> KnownWords { get; } = [];

    /// <summary>Reads one file: a line starting with @ names a list, with = a heading, with # is a comment.</summary>
    public void AddPhrases(string file)
    {
        var heading = "";

        foreach (var line in Lines(file))
        {
            if (line[0] == '@')
            {
                var (name, words) = Halves(line[1..]);
                Lists[name] = Lists.TryGetValue(name, out var before) ? $"{before}|{words}" : words;
            }
            else if (line[0] == '=')
            {
                heading = line[1..].Trim();
            }
            else
            {
                Phrases.Add(new RuleLine(heading, line));
            }
        }
    }

    /// <summary>Reads "typed = what is meant" lines, one or several spellings a line.</summary>
    public void AddSpellings(string file)
    {
        foreach (var line in Lines(file))
        {
            var (typed, meant) = Halves(line);

            foreach (var spelling in Split(typed))
            {
                Spellings[spelling] = Split(meant);
            }
        }
    }

    /// <summary>Reads "7 = seven siete" lines, and the units, guesses and known words that stand with them.</summary>
    public void AddWords(string file)
    {
        foreach (var line in Lines(file))
        {
            var (name, words) = Halves(line);

            if (ListOf(name) is { } list)
            {
                list.AddRange(Split(words));
                continue;
            }

            foreach (var word in Split(words))
            {
                Numbers[word] = decimal.Parse(name, CultureInfo.InvariantCulture);
            }
        }
    }

    private List<string>? ListOf(string name) =>
        name switch
        {
            "unit" => Units,
            "guess" => GuessWords,
            "slip" => SlipWords,
            "common" => CommonWords,
            "known" => KnownWords,
            _ => null,
        };

    /// <summary>The lines of a file that are neither empty nor a comment.</summary>
    public static IEnumerable<string> Lines(string file) =>
        file.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#');

    private static (string Left, string Right) Halves(string line)
    {
        var at = line.IndexOf('=', StringComparison.Ordinal);
        return at < 0
            ? throw new FormatException($"A rule line has no '=': {line}")
            : (line[..at].Trim(), line[(at + 1)..].Trim());
    }

    public static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A phrase and the heading it stands under.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RuleLine(string Heading, string Phrase);
