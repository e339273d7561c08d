using System.Text.RegularExpressions;

namespace MiCheckin.Core.Programs.Checking.Languages;

/// <summary>What reading formulas of all languages share.</summary>
internal static partial class Neutral
{
    /// <summary>Below this many words one long word decides, and a formula says nothing.</summary>
    public const int FewestWords = 5;

    /// <summary>A short word for each placeholder: a person's own words are not ours to grade.</summary>
    public static IReadOnlyDictionary<string, string> Fillings { get; } =
        Placeholders.Longest.Keys.ToDictionary(k => k, _ => "this", StringComparer.Ordinal);

    public static int Sentences(string text) => Endings().Count(text);

    [GeneratedRegex("[.!?]+(\\s|\"|$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Endings();
}
