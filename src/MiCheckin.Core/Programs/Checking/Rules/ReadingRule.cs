namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>A text can be read by a child of eleven or twelve.</summary>
internal static class ReadingRule
{
    public static Rule Rule { get; } =
        new("reading", p => p.Texts.Where(t => t.Tone != Tone.Fact).SelectMany(Find));

    private static IEnumerable<Finding> Find(CheckedText text)
    {
        if (text.Lexicon?.Read(text.Text) is { Verdict: { } severity, Shown: var shown })
        {
            const string Fix = "Use shorter words and shorter sentences.";
            yield return new Finding(
                severity,
                "reading",
                text.Path,
                $"Hard to read: {shown}.",
                text.Text,
                Fix
            );
        }
    }
}
