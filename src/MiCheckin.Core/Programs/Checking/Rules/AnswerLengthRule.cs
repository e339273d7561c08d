using MiCheckin.Core.Programs.Json;
using MiCheckin.Core.Texts;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>An answer is a reflection and a question in one text: even the longest two go in one segment.</summary>
internal static class AnswerLengthRule
{
    public static Rule Rule { get; } = new("answer-length", Find);

    private static IEnumerable<Finding> Find(CheckedProgram program) =>
        from texts in program.Script.Texts
        from pair in Pairs()
        let worst = Worst(program.Script, texts.Key, pair.Reflection, pair.Question)
        where worst.Count.Segments > 1
        select new Finding(
            worst.Count.Segments > 2 ? Severity.Error : Severity.Warning,
            "answer-length",
            Paths.Cell(texts.Key, pair.Reflection),
            $"With a wording of {pair.Question} it takes {worst.Count.Segments} segments ({worst.Count.Units} units).",
            worst.Answer,
            "Keep reflections within 75 characters and questions within 84, all of the GSM 7-bit alphabet."
        );

    /// <summary>The dearest text that the two cells can make together.</summary>
    private static (string Answer, SegmentCount Count) Worst(
        ProgramScript program,
        string language,
        string reflections,
        string questions
    ) =>
        (
            from reflection in Wordings(program, language, reflections)
            from question in Wordings(program, language, questions)
            let answer = $"{reflection} {question}"
            let count = Segments.Count(Gsm7.Normalise(answer))
            orderby count.Segments descending, count.Units descending
            select (answer, count)
        ).FirstOrDefault(("", new SegmentCount(TextEncoding.Gsm7, 0, 1)));

    private static List<string> Wordings(ProgramScript program, string language, string cell) =>
        [
            .. program
                .In(language)
                .Cells.GetValueOrDefault(cell, [])
                .Select(v => SegmentsRule.Longest(v.Text, language, program)),
        ];

    private static IEnumerable<(string Reflection, string Question)> Pairs() =>
        Cells
            .All.Where(c => c.Name.StartsWith("reflect.", StringComparison.Ordinal))
            .Select(c => (c.Name, Cells.AskAfter(c.Name["reflect.".Length..])))
            .Append((Cells.RulerThanks, Cells.RulerWhyNotLower))
            .Append((Cells.RulerThanks, Cells.RulerZero));
}
