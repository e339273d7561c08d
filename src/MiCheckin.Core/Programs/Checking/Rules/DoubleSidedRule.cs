namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>Both sides are joined by "and", not by "but", which takes back what came before it.</summary>
internal static class DoubleSidedRule
{
    public static Rule Rule { get; } = new("double-sided", p => p.Texts.SelectMany(Find));

    private static IEnumerable<Finding> Find(CheckedText text)
    {
        if (text.Lexicon is null || text.Tone != Tone.Talk)
        {
            yield break;
        }

        if (text.Role == CellRole.Reflection && text.Lexicon.But.Match(text.Text) is { Success: true } but)
        {
            yield return Found(
                text,
                $"\"{but.Value}\" takes back what came before it.",
                "Join both sides by \"and\"."
            );
        }

        if (
            string.Equals(text.Cell, Cells.Reflect("mixed"), StringComparison.Ordinal)
            && !text.Lexicon.And.IsMatch(text.Text)
        )
        {
            yield return Found(text, "It holds one side only.", "Name both sides, the side of change last.");
        }
    }

    private static Finding Found(CheckedText text, string problem, string fix) =>
        new(Severity.Error, "double-sided", text.Path, problem, text.Text, fix);
}
