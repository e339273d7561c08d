using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MiCheckin.Core.Programs.Checking.Languages;

/// <summary>
/// The perspicuity of Spanish by Szigriszt-Pazos, 206.835 - 62.3 syllables per word - words per sentence, on the INFLESZ
/// scale (Barrio-Cantalejo 2008): from 65 "quite easy" (primary school), 55 to 65 "normal", below "hard".
/// </summary>
internal static partial class Inflesz
{
    public static Readability Of(string text)
    {
        var words = Words().Matches(Placeholders.Fill(text, Neutral.Fillings)).Select(m => m.Value).ToList();

        if (words.Count < Neutral.FewestWords)
        {
            return new Readability(null, 100, "too short to grade");
        }

        var sentences = Math.Max(1, Neutral.Sentences(text));
        var perWord = (decimal)words.Sum(Syllables) / words.Count;
        var score = 206.835m - 62.3m * perWord - (decimal)words.Count / sentences;
        var shown = string.Create(
            CultureInfo.InvariantCulture,
            $"INFLESZ {score:0} (65 and above reads easily)"
        );
        return new Readability(
            score switch
            {
                < 55 => Severity.Error,
                < 65 => Severity.Warning,
                _ => null,
            },
            score,
            shown
        );
    }

    /// <summary>One for each strong or accented vowel, one for weak vowels alone; the u of que, gue and gui is silent.</summary>
    internal static int Syllables(string word)
    {
        var plain = SilentU().Replace(word.ToLowerInvariant(), "${before}${after}");
        var count = VowelGroups()
            .Matches(plain)
            .Sum(group => Math.Max(1, group.Value.Count(Strong.Contains)));
        return Math.Max(1, count);
    }

    private static readonly SearchValues<char> Strong = SearchValues.Create("aeoáéóíú");

    [GeneratedRegex("\\p{L}+|\\p{Nd}+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(
        "(?<before>[gq])u(?<after>[eiéí])",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SilentU();

    [GeneratedRegex("[aeiouáéíóúü]+|[^aeiouáéíóúü]y$", RegexOptions.NonBacktracking)]
    private static partial Regex VowelGroups();
}
