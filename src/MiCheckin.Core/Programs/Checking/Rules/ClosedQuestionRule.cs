using MiCheckin.Core.Programs.Checking.Languages;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>A question leaves room for more than yes, no or a number, except where the answer is meant to be one.</summary>
internal static class ClosedQuestionRule
{
    public static Rule Rule { get; } = new("closed-question", p => p.Texts.SelectMany(Find));

    /// <summary>Whether yes, no or a number would answer the question that the text ends in.</summary>
    public static bool IsClosed(string text, Lexicon lexicon) =>
        Question(text) is { Length: > 0 } question
        && (
            lexicon.ClosedStart.IsMatch(LastClause(question))
            || lexicon.Counting.IsMatch(question)
            || !lexicon.OpenWord.IsMatch(question)
        );

    private static IEnumerable<Finding> Find(CheckedText text)
    {
        if (!text.MayBeClosed && text.Lexicon is { } lexicon && IsClosed(text.Text, lexicon))
        {
            const string Fix = "Ask what, how or which: a question that a story can answer.";
            yield return new Finding(
                Severity.Error,
                "closed-question",
                text.Path,
                $"Yes, no or a number answers it: \"{Question(text.Text)}\"",
                text.Text,
                Fix
            );
        }
    }

    /// <summary>The sentence that ends in a question mark; empty without one.</summary>
    internal static string Question(string text)
    {
        var end = text.IndexOf('?', StringComparison.Ordinal);

        if (end < 0)
        {
            return "";
        }

        var start = text.AsSpan(0, end).LastIndexOfAny(".!¿:");
        return text[(start + 1)..(end + 1)].Trim();
    }

    /// <summary>"If you could, would you?" is asked by its last clause; "What, if anything, would…" by its first.</summary>
    private static string LastClause(string question)
    {
        var first = question.Split(' ')[0].TrimEnd(',');
        var conditional = first.ToLowerInvariant() is "if" or "when" or "si" or "cuando" or "with" or "con";
        return conditional && question.Contains(',', StringComparison.Ordinal)
            ? question[(question.LastIndexOf(',') + 1)..].Trim()
            : question;
    }
}
