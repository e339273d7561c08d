using System.Globalization;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Fidelity;
using MiCheckin.Core.Stages;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Tests.Conversations;

/// <summary>
/// What an MI coder would count, over many simulated people and twelve weeks, their words read by the real reader.
/// SIMULATED=1000 runs as many as the figures in docs/conversation.md are from; a build runs fewer.
/// </summary>
public sealed class FidelityBars(ITestOutputHelper output)
{
    private static readonly Duration EightWeeks = Duration.FromDays(56);

    public static TheoryData<string> Programs => [.. EmbeddedPrograms.All.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Reflections_questions_and_segments_keep_to_the_bars(string id)
    {
        var program = EmbeddedPrograms.All.First(p => string.Equals(p.Id, id, StringComparison.Ordinal));
        var people = Enumerable.Range(1, Count()).Select(n => new Simulated(program, n).Run()).ToList();
        var report = FidelityReport.Of(people.Select(p => p.Transcript), [program]);
        var texts = people.SelectMany(p => p.Sent).Where(t => t.Kind is not TextKind.Welcome).ToList();
        var one = texts.Count(t => Segments.Count(t.Body).Segments is 1);
        var weeks = report.Weeks.Where(w => w is { Replies: > 0, Answers.Questions: > 0 }).ToList();
        var below = weeks.Where(w => w.Answers.ReflectionsPerQuestion < 1).ToList();
        Print(id, people, report, texts.Count, one, weeks.Count, below.Count);
        Assert.Empty(report.Inconsistent);

        // Between quotation marks stands the person's own goal or step. Safety texts are fixed and speak of danger.
        Assert.Empty(
            people.SelectMany(p =>
                p.Sent.Where(t => t.Kind is not TextKind.Safety)
                    .Select(t => t.Body)
                    .Where(b => Inconsistent(b, p.Transcript.Language).Count > 0)
            )
        );
        Assert.Empty(below);
        Assert.True(report.Answers.ReflectionsPerQuestion >= 1.2m, $"{report.Answers}");
        Assert.True(report.Answers.ShareComplex >= 0.4m, $"{report.Answers}");
        Assert.True(report.Answers.ShareOpen >= 0.7m, $"{report.Answers}");
        Assert.True(report.All.ShareOpen >= 0.7m, $"{report.All}");
        Assert.Empty(people.SelectMany(AskedAgain));
        Assert.All(texts, t => Assert.InRange(Segments.Count(t.Body).Segments, 1, 2));
        Assert.True(one >= 0.9 * texts.Count, $"{one} of {texts.Count} in one segment");
        Assert.All(people.SelectMany(p => p.Moves), m => Assert.NotEmpty(m.Move.Evidence));
    }

    private static IReadOnlyList<string> Inconsistent(string body, string language) =>
        TextCoder.Inconsistent(string.Concat(body.Split('"').Where((_, i) => i % 2 is 0)), language);

    private static int Count() =>
        int.TryParse(Environment.GetEnvironmentVariable("SIMULATED"), CultureInfo.InvariantCulture, out var n)
            ? n
            : 40;

    /// <summary>Prompts of the program that came again within eight weeks.</summary>
    private static IEnumerable<string> AskedAgain(Simulated person) =>
        person
            .Sent.SelectMany(t => t.Parts.Select(p => (Part: p, At: t.NotBefore)))
            .Where(p => p.Part.StartsWith("prompt/", StringComparison.Ordinal))
            .GroupBy(p => p.Part, StringComparer.Ordinal)
            .Where(g => g.Zip(g.Skip(1)).Any(two => two.Second.At - two.First.At < EightWeeks))
            .Select(g => g.Key);

    private void Print(
        string id,
        List<Simulated> people,
        FidelityReport report,
        int texts,
        int one,
        int weeks,
        int below
    )
    {
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{id}: {people.Count} people, {texts} texts, one segment {100.0 * one / texts:0.0} %; answers: {Words(report.Answers)}; all texts: {Words(report.All)}; inconsistent {report.All.Inconsistent}; participant-weeks with a reply and a question {weeks}, below 1: {below}; asked again within 8 weeks {people.Sum(p => AskedAgain(p).Count())}; stage moves {people.Sum(p => p.Moves.Count)}"
            )
        );

        foreach (var move in Sample(people))
        {
            var sure = string.Join(' ', move.Evidence.Select(e => $"{e.Confidence:0.00}"));
            output.WriteLine($"{StageMoves.Explain(move)} [{sure}]");
        }
    }

    /// <summary>Moves by what people said, at random but the same each time, to be judged by somebody.</summary>
    private static IEnumerable<StageMove> Sample(List<Simulated> people)
    {
        var moves = people
            .SelectMany(p => p.Moves)
            .Select(m => m.Move)
            .Where(m => m.Rule is not "5.0")
            .DistinctBy(m => m.Rule + string.Join('|', m.Evidence.Select(e => e.Words)))
            .ToArray();
#pragma warning disable CA5394 // Nothing is secret here: the same sample each time is what is wanted.
        new Random(20260302).Shuffle(moves);
#pragma warning restore CA5394
        return moves.Take(25);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_bank_of_replies_is_wide(string id) => Assert.True(new ReplyBank(id, "en").Count >= 200);

    private static string Words(Codes codes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{codes.Reflections} reflections to {codes.Questions} questions = {codes.ReflectionsPerQuestion:0.00}, complex {100 * codes.ShareComplex:0} %, open {100 * codes.ShareOpen:0} %"
        );
}
