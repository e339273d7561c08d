using System.Text.RegularExpressions;

namespace MiCheckin.Core.Programs;

/// <summary>The names in braces that are filled in when a text is sent, and how long what fills them may be.</summary>
public static partial class Placeholders
{
    /// <summary>
    /// The longest filling, in characters, by name. Texts are measured with it, so whoever fills a placeholder keeps to it
    /// (a longer goal or quote: another wording is chosen).
    /// </summary>
    public static IReadOnlyDictionary<string, int> Longest { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["name"] = 24,
            ["program"] = 24,
            ["contact"] = 40,
            ["numbers"] = 32,
            ["days"] = 8,
            ["time"] = 8,
            ["score"] = 3,
            ["lower"] = 3,
            ["next"] = 3,
            ["goal"] = 60,
            ["step"] = 60,
            ["success"] = 60,
            ["theirs"] = 60,
            ["first"] = 48,
            ["second"] = 48,
        };

    /// <summary>The names of the placeholders in a text, in order.</summary>
    public static IEnumerable<string> In(string text) =>
        Pattern().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>The text with every placeholder filled; one that has no filling stays as it is.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> fillings)
    {
        ArgumentNullException.ThrowIfNull(fillings);
        return Pattern().Replace(text, m => fillings.GetValueOrDefault(m.Groups["name"].Value) ?? m.Value);
    }

    /// <summary>The text as long as it can become: every placeholder filled with letters up to its limit.</summary>
    public static string AtLongest(string text) =>
        Pattern().Replace(text, m => new string('x', Longest.GetValueOrDefault(m.Groups["name"].Value, 24)));

    /// <summary>Whether a brace stands there that is no part of a placeholder.</summary>
    internal static bool HasLooseBrace(string text) =>
        Pattern().Replace(text, "").AsSpan().ContainsAny('{', '}');

    [GeneratedRegex(
        "\\{(?<name>[a-z]+)\\}",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}
