using System.Globalization;

namespace MiCheckin.Core.Stages;

/// <summary>Says in words why a stage moved, for people who ask.</summary>
public static class StageMoves
{
    public static Evidence EvidenceOf(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return new(
            signal.ReplyId,
            signal.At,
            signal.Words,
            ReadAs(signal),
            signal.Confidence,
            signal.Version
        );
    }

    /// <summary>One sentence: from where to where, by which rule, and the person's words that it rests on.</summary>
    public static string Explain(StageMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        var path = move.From is { } from
            ? $"From {Name(from)} to {Name(move.To)}"
            : $"Placed in {Name(move.To)}";
        var evidence = string.Join(
            "; ",
            move.Evidence.Select(e =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{e.Words}\" read as {e.ReadAs} on {e.At.InUtc().Date:yyyy-MM-dd}"
                )
            )
        );
        return evidence.Length is 0 ? $"{path}: {Why(move.Rule)}." : $"{path}: {Why(move.Rule)}. {evidence}.";
    }

    public static string Name(Stage stage) =>
        stage switch
        {
            Stage.Precontemplation => "precontemplation",
            Stage.Contemplation => "contemplation",
            Stage.Preparation => "preparation",
            Stage.Action => "action",
            Stage.Maintenance => "maintenance",
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };

    /// <summary>The rule in words; the number is that of docs/stages.md.</summary>
    public static string Why(string rule) =>
        rule switch
        {
            "5.0" => "answers to the stage questions (rule 5.0)",
            "5.2" => "what the person reports to have done (rule 5.2)",
            "5.2-clock" => "six months in action (rule 5.2)",
            "5.3" => "readiness or change talk (rule 5.3)",
            "5.4" => "a plan within 30 days, or readiness with confidence (rule 5.4)",
            "5.5" => "two replies that point the same way (rule 5.5)",
            "5.6" => "a relapse: daily again in two check-ins, or given up (rule 5.6)",
            "coach" => "set by the coach (rule 5.8)",
            "undo" => "the last move was taken back (rule 5.8)",
            _ => $"rule {rule}",
        };

    private static string ReadAs(Signal signal)
    {
        var name = signal.Class switch
        {
            SignalClass.Did when signal.StreakDays > 0 =>
                $"a streak of {signal.StreakDays.ToString(CultureInfo.InvariantCulture)} days",
            SignalClass.Did => "done",
            SignalClass.Slip when signal.Daily => "a slip, daily again",
            SignalClass.Slip => "a slip",
            SignalClass.GaveUp => "given up",
            SignalClass.NowYes => "living the change now: yes",
            SignalClass.NowNo => "living the change now: no",
            SignalClass.SoonYes => "within six months: yes",
            SignalClass.SoonNo => "within six months: no",
            SignalClass.MonthYes => "within 30 days: yes",
            SignalClass.MonthNo => "within 30 days: no",
            SignalClass.AttemptYes => "tried in the past year: yes",
            SignalClass.AttemptNo => "tried in the past year: no",
            SignalClass.Change => "change talk",
            SignalClass.Sustain => "sustain talk",
            SignalClass.Mixed => "both sides",
            _ => signal.Class.ToString().ToLowerInvariant(),
        };
        var score = signal.Score is { } s ? " " + s.ToString("0.##", CultureInfo.InvariantCulture) : "";
        var kind =
            signal.Class is SignalClass.Change or SignalClass.Sustain
            && signal.Kind is not Replies.TalkKind.None
                ? $" ({signal.Kind.ToString().ToLowerInvariant()}{(signal.Soon ? ", with a time" : "")})"
                : "";
        return name + score + kind;
    }
}
