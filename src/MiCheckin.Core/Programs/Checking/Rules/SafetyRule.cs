namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>Safety texts name the numbers of their country, and the one for violence at home gives nothing away.</summary>
internal static class SafetyRule
{
    /// <summary>Emergency and crisis numbers that public authorities publish. Other countries: for their reviewers to know.</summary>
    private static readonly Dictionary<string, (string Emergency, string Crisis)> Numbers = new(
        StringComparer.Ordinal
    )
    {
        ["US"] = ("911", "988"),
        ["CA"] = ("911", "988"),
        ["GB"] = ("999", "116 123"),
        ["AU"] = ("000", "13 11 14"),
        ["ES"] = ("112", "024"),
        ["MX"] = ("911", "800 911 2000"),
    };

    public static Rule Rule { get; } =
        new("safety", p => p.Texts.Where(t => t.Tone == Tone.Safety).SelectMany(Find));

    private static IEnumerable<Finding> Find(CheckedText text)
    {
        var parts = text.Path.Split('.');
        var known = Numbers.GetValueOrDefault(parts[^2]);
        var missing = new[] { known.Emergency, known.Crisis }.Where(n =>
            n is not null && !text.Text.Contains(n, StringComparison.Ordinal)
        );

        foreach (var number in missing)
        {
            yield return Found(
                text,
                $"It does not name {number}, a number of {parts[^2]}.",
                $"Add {number}."
            );
        }

        if (parts[^1] is "medical" && known.Emergency is { } emergency && !IsFirst(text.Text, emergency))
        {
            yield return Found(
                text,
                "The emergency number does not come first.",
                $"Name {emergency} before any other."
            );
        }

        if (parts[^1] is "violence" && text.Lexicon?.Violence.Match(text.Text) is { Success: true } word)
        {
            yield return Found(
                text,
                $"\"{word.Value}\" would tell another reader of the phone.",
                "Keep it neutral."
            );
        }
    }

    private static bool IsFirst(string text, string number) =>
        text.AsSpan().IndexOfAnyInRange('0', '9') == text.IndexOf(number, StringComparison.Ordinal);

    private static Finding Found(CheckedText text, string problem, string fix) =>
        new(Severity.Error, "safety", text.Path, problem, text.Text, fix);
}
