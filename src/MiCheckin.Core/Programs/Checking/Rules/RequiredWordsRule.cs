namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>The words that carriers and fairness ask for: how to leave, whom to ask, what it costs, what it is not.</summary>
internal static class RequiredWordsRule
{
    public static Rule Rule { get; } = new("required-words", p => p.Texts.SelectMany(Find));

    private static IEnumerable<Finding> Find(CheckedText text) =>
        (text.Lexicon?.Required ?? [])
            .Where(r =>
                string.Equals(r.Cell, text.Cell, StringComparison.Ordinal) && !r.Pattern.IsMatch(text.Text)
            )
            .Select(r => new Finding(
                Severity.Error,
                "required-words",
                text.Path,
                $"It does not say \"{r.Shown}\". {r.Why}",
                text.Text,
                $"Add words such as \"{r.Shown}\"."
            ));
}
