using System.Globalization;
using System.Text.RegularExpressions;

namespace MiCheckin.Core.Programs.Checking.Languages;

/// <summary>The Flesch-Kincaid grade of US English: 0.39 words per sentence + 11.8 syllables per word - 15.59.</summary>
internal static partial class FleschKincaid
{
    /// <summary>Syllables that the rule of vowel groups gets wrong, for words our texts like to use.</summary>
    private static readonly Dictionary<string, int> Known = new[]
    {
        (
            1,
            "moved real heres weve youve fire hours hour our ours comes makes takes gives lives moves times likes sees"
        ),
        (
            2,
            "being doing going something someone somewhere sometimes every business people really quiet science"
        ),
        (2, "trying having reaching evening different msg lifeline favorite"),
        (3, "idea ideas everyone everything area carefully somebody anyone cigarettes"),
        (4, "diabetes"),
    }
        .SelectMany(row => row.Item2.Split(' ').Select(word => (Word: word, Count: row.Item1)))
        .ToDictionary(known => known.Word, known => known.Count, StringComparer.Ordinal);

    public static Readability Of(string text)
    {
        var words = Words().Matches(Placeholders.Fill(text, Neutral.Fillings)).Select(m => m.Value).ToList();

        if (words.Count < Neutral.FewestWords)
        {
            return new Readability(null, 0, "too short to grade");
        }

        var syllables = words.Sum(Syllables);
        var sentences = Math.Max(1, Neutral.Sentences(text));
        var grade = 0.39m * words.Count / sentences + 11.8m * syllables / words.Count - 15.59m;
        var shown = string.Create(CultureInfo.InvariantCulture, $"grade {grade:0.0} (Flesch-Kincaid)");
        return new Readability(
            grade switch
            {
                > 8 => Severity.Error,
                > 6 => Severity.Warning,
                _ => null,
            },
            grade,
            shown
        );
    }

    internal static int Syllables(string word)
    {
        var plain = word.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal);

        if (Known.TryGetValue(plain, out var known))
        {
            return known;
        }

        if (plain.All(char.IsAsciiDigit))
        {
            return 1;
        }

        var groups = Vowels().Count(plain);
        var silent = SilentEnding().IsMatch(plain) && !SpokenLe().IsMatch(plain);
        return Math.Max(1, silent ? groups - 1 : groups);
    }

    [GeneratedRegex(
        "[\\p{L}\\p{Nd}]+(['-][\\p{L}\\p{Nd}]+)*",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Words();

    [GeneratedRegex("[aeiouy]+", RegexOptions.NonBacktracking)]
    private static partial Regex Vowels();

    /// <summary>A last e, ed or es that is not spoken: make, moved, makes; but wanted, faces, be.</summary>
    [GeneratedRegex("[^aeiouy]e$|[^aeiouytd]ed$|[^aeiouysxzcgh]es$", RegexOptions.NonBacktracking)]
    private static partial Regex SilentEnding();

    [GeneratedRegex("[^aeiouy]le$", RegexOptions.NonBacktracking)]
    private static partial Regex SpokenLe();
}
