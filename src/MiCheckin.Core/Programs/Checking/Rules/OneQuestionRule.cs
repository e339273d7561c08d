namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>A text asks one thing at most; a prompt asks one; a safety text asks none.</summary>
internal static class OneQuestionRule
{
    public static Rule Rule { get; } = new("one-question", p => p.Texts.SelectMany(Find));

    private static IEnumerable<Finding> Find(CheckedText text)
    {
        var questions = text.Text.Count(c => c == '?');

        if (questions > 1)
        {
            yield return Found(text, $"It asks {questions} questions.", "Keep the one that matters most.");
        }

        if (questions > 0 && text.Tone is Tone.Safety or Tone.Fact)
        {
            yield return Found(text, "A fixed text asks nothing.", "Say it without a question.");
        }

        if (questions > 0 && text.Role == CellRole.Reflection)
        {
            yield return Found(
                text,
                "A reflection is not a question.",
                "End it with a full stop: its question follows it."
            );
        }

        if (questions == 0 && text.Cell is "prompts")
        {
            yield return Found(text, "It asks nothing.", "Ask one open question.");
        }
    }

    private static Finding Found(CheckedText text, string problem, string fix) =>
        new(Severity.Error, "one-question", text.Path, problem, text.Text, fix);
}
