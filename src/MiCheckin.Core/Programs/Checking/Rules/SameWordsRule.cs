using System.Text.RegularExpressions;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>No two prompts, and no two wordings of a cell, say the same thing in nearly the same words.</summary>
internal static partial class SameWordsRule
{
    public static Rule Rule { get; } = new("repeat", Find);

    private static IEnumerable<Finding> Find(CheckedProgram program) =>
        from cell in program
            .Texts.Where(t => t.Tone is not (Tone.Safety or Tone.Fact))
            .GroupBy(t => (t.Language, t.Cell))
        let texts = cell.Select(t => (Text: t, Words: WordsOf(t.Text))).ToList()
        from pair in texts.SelectMany((t, i) => texts.Skip(i + 1), (a, b) => (A: a, B: b))
        let alike = Alike(pair.A.Words, pair.B.Words)
        where alike >= 0.85 && pair.A.Text.Expects == pair.B.Text.Expects
        select new Finding(
            alike >= 1 ? Severity.Error : Severity.Warning,
            "repeat",
            pair.B.Text.Path,
            $"It says nearly what another one says: \"{pair.A.Text.Text}\"",
            pair.B.Text.Text,
            "Say something else, or say it in another way."
        );

    private static HashSet<string> WordsOf(string text) =>
        [.. Words().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    private static double Alike(HashSet<string> a, HashSet<string> b) =>
        a.Count + b.Count == 0 ? 1 : (double)a.Count(b.Contains) / a.Union(b, StringComparer.Ordinal).Count();

    [GeneratedRegex("[\\p{L}\\p{Nd}{}']+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
