using System.Globalization;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Stages;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Tests.Conversations;

/// <summary>
/// What an MI coder would count, over many simulated people and twelve weeks. SIMULATED=1000 runs as many as the figures in
/// docs/conversation.md are from; a build runs fewer.
/// </summary>
public sealed class FidelityBars(ITestOutputHelper output)
{
    public static TheoryData<string> Programs => [.. EmbeddedPrograms.All.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Reflections_questions_and_segments_keep_to_the_bars(string id)
    {
        var program = EmbeddedPrograms.All.First(p => string.Equals(p.Id, id, StringComparison.Ordinal));
        var count = int.TryParse(
            Environment.GetEnvironmentVariable("SIMULATED"),
            CultureInfo.InvariantCulture,
            out var n
        )
            ? n
            : 40;
        var people = Enumerable.Range(1, count).Select(seed => new Simulated(program, seed).Run()).ToList();
        var texts = people
            .SelectMany(p => p.Sent)
            .Select(s => s.Text)
            .Where(t => t.Kind is not TextKind.Welcome)
            .ToList();
        var answers = texts.Where(t => t.Kind is TextKind.Answer).ToList();
        var parts = answers.SelectMany(t => t.Parts).ToList();
        var reflections = parts.Count(p => Role(p) is CellRole.Reflection or CellRole.Whole);
        var complex = parts.Count(p => Role(p) is CellRole.Reflection && IsComplex(program, p));
        var simple = parts.Count(p => Role(p) is CellRole.Reflection && !IsComplex(program, p));
        var questions = answers.Sum(Questions);
        var one = texts.Count(t => Segments.Count(t.Body).Segments is 1);
        var weeks = people
            .SelectMany(p => p.WeeksWithReply.Select(w => Ratio(p, w)))
            .Where(r => r is not null)
            .ToList();
        var below = weeks.Count(r => r < 1);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{id}: {count} people, {texts.Count} texts, {answers.Count} answers; reflections per question {(double)reflections / questions:0.00}; "
                    + $"complex {100.0 * complex / (complex + simple):0} %; one segment {100.0 * one / texts.Count:0.0} %; "
                    + $"participant-weeks with a reply {weeks.Count}, below 1: {below}; stage moves {people.Sum(p => p.Moves.Count)}"
            )
        );

        foreach (var move in people.SelectMany(p => p.Moves).Where((_, i) => i % 7 is 0).Take(50))
        {
            output.WriteLine(StageMoves.Explain(move.Move));
        }

        Assert.True(reflections >= 1.2 * questions, $"{reflections} reflections, {questions} questions");
        Assert.True(complex >= 0.4 * (complex + simple), $"{complex} complex, {simple} simple");
        Assert.All(texts, t => Assert.InRange(Segments.Count(t.Body).Segments, 1, 2));
        Assert.True(one >= 0.9 * texts.Count, $"{one} of {texts.Count} in one segment");
        Assert.Equal(0, below);
        Assert.All(people.SelectMany(p => p.Moves), m => Assert.NotEmpty(m.Move.Evidence));
    }

    /// <summary>
    /// Questions as MITI 4.2 counts them: asking permission, and asking what the person makes of a fact, are Seeking Collaboration
    /// there and no questions.
    /// </summary>
    private static int Questions(PlannedText text) =>
        text.Parts.Any(p => p.StartsWith("info.", StringComparison.Ordinal))
            ? 0
            : text.Body.Count(c => c is '?');

    /// <summary>Reflections to questions in the answers of one person's week; null where nothing was asked in an answer.</summary>
    private static double? Ratio(Simulated person, int week)
    {
        var answers = person
            .Sent.Where(s => s.Week == week && s.Text.Kind is TextKind.Answer)
            .Select(s => s.Text)
            .ToList();
        var questions = answers.Sum(Questions);
        var reflections = answers
            .SelectMany(t => t.Parts)
            .Count(p => Role(p) is CellRole.Reflection or CellRole.Whole);
        return questions is 0 ? null : (double)reflections / questions;
    }

    private static CellRole? Role(string part) =>
        Cells
            .All.FirstOrDefault(c =>
                string.Equals(c.Name, part[..part.LastIndexOf('/')], StringComparison.Ordinal)
            )
            ?.Role;

    private static bool IsComplex(ProgramScript program, string part)
    {
        var (cell, id) = (part[..part.LastIndexOf('/')], part[(part.LastIndexOf('/') + 1)..]);
        return program
            .In("en")
            .Cells[cell]
            .First(v => string.Equals(v.Id, id, StringComparison.Ordinal))
            .Complex;
    }
}
