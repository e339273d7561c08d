using MiCheckin.Core.Programs;

namespace MiCheckin.Core.Fidelity;

/// <summary>One participant's week, seven days counted from their first text.</summary>
/// <param name="Week">From 1.</param>
/// <param name="Replies">Texts of the person in that week.</param>
/// <param name="Answers">Our texts that followed a text of the person.</param>
/// <param name="All">Every text of ours, scheduled prompts among them: a prompt asks and cannot reflect.</param>
public sealed record FidelityWeek(string Participant, int Week, int Replies, Codes Answers, Codes All);

/// <summary>A text of ours that MI would not say.</summary>
public sealed record InconsistentText(string Participant, Instant At, string Words);

/// <summary>How a set of transcripts keeps to motivational interviewing, counted after MITI 4.2 and 3. Pure.</summary>
public sealed record FidelityReport(
    IReadOnlyList<FidelityWeek> Weeks,
    IReadOnlyList<InconsistentText> Inconsistent
)
{
    /// <summary>A text of ours within this time of a person's text, and before any other of ours, answers it.</summary>
    private static readonly Duration AnswerTime = Duration.FromHours(14);

    public Codes Answers => Weeks.Aggregate(Codes.None, (sum, w) => sum + w.Answers);
    public Codes All => Weeks.Aggregate(Codes.None, (sum, w) => sum + w.All);
    public int Participants => Weeks.Select(w => w.Participant).Distinct(StringComparer.Ordinal).Count();

    public static FidelityReport Of(
        IEnumerable<Transcript> transcripts,
        IReadOnlyList<ProgramScript> programs
    )
    {
        ArgumentNullException.ThrowIfNull(transcripts);
        var coder = new PartCoder(programs);
        var coded = transcripts.SelectMany(t => Coded(t, coder)).ToList();
        var weeks = coded
            .GroupBy(c => (c.Participant, c.Week))
            .Select(g => new FidelityWeek(
                g.Key.Participant,
                g.Key.Week,
                g.Count(c => c.Line.From == Speaker.Person),
                g.Where(c => c.Answers).Aggregate(Codes.None, (sum, c) => sum + c.Codes),
                g.Aggregate(Codes.None, (sum, c) => sum + c.Codes)
            ))
            .OrderBy(w => w.Participant, StringComparer.Ordinal)
            .ThenBy(w => w.Week);
        var wrong = coded
            .Where(c => c.Codes.Inconsistent > 0)
            .Select(c => new InconsistentText(c.Participant, c.Line.At, c.Line.Words));
        return new FidelityReport([.. weeks], [.. wrong]);
    }

    private static IEnumerable<CodedLine> Coded(Transcript transcript, PartCoder coder)
    {
        var lines = transcript.Lines.OrderBy(l => l.At).ToList();
        TranscriptLine? heard = null;

        foreach (var line in lines)
        {
            var week = (int)((line.At - lines[0].At).TotalDays / 7) + 1;
            var ours = line.From == Speaker.Service;
            var answers =
                ours && heard is { } person && line.At - person.At <= AnswerTime && !IsScheduled(line);
            yield return new CodedLine(
                transcript.Participant,
                week,
                line,
                answers,
                ours ? coder.Code(transcript, line) : Codes.None
            );
            heard = line.From == Speaker.Person ? line : heard;
        }
    }

    /// <summary>A check-in, though it may come within the time of an answer; what asks behind a thanks is an answer.</summary>
    private static bool IsScheduled(TranscriptLine line) =>
        line.Parts.Any(p =>
            p.StartsWith("prompt", StringComparison.Ordinal)
            || p.StartsWith("reminder/", StringComparison.Ordinal)
        )
        || line.Parts is [var first, ..]
            && (
                first.StartsWith($"{Cells.StageNow}/", StringComparison.Ordinal)
                || first.StartsWith($"{Cells.GoalAsk}/", StringComparison.Ordinal)
            );

    private sealed record CodedLine(
        string Participant,
        int Week,
        TranscriptLine Line,
        bool Answers,
        Codes Codes
    );
}
