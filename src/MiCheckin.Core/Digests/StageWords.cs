using System.Globalization;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Digests;

/// <summary>Stages and moves in plain words, with what they rest on.</summary>
public static class StageWords
{
    private const string NotKnown = "stage not known yet";

    public static string Name(Stage? stage) => stage?.ToString().ToLowerInvariant() ?? NotKnown;

    /// <summary>"Contemplation since 3 March 2026."</summary>
    public static string Standing(StageRecord? record, DigestWeek week)
    {
        ArgumentNullException.ThrowIfNull(week);
        return record is null
            ? "Stage not known yet."
            : $"{Capital(Name(record.Stage))} since {Date(week.DateOf(record.Since))}.";
    }

    /// <summary>"Moved from contemplation to preparation on 5 March 2026 (rule 5.4): “I start Monday” was read as commitment."</summary>
    public static string Moved(StageMove move, DigestWeek week)
    {
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(week);
        var from = move.From is { } stage ? $"Moved from {Name(stage)} to" : "First placed in";
        var by = string.Equals(move.Rule, "coach", StringComparison.Ordinal)
            ? "set by a coach"
            : $"rule {move.Rule}";
        var evidence = string.Join("; ", move.Evidence.Select(Words));
        var because = evidence.Length == 0 ? "" : $": {evidence}";
        return $"{from} {Name(move.To)} on {Date(week.DateOf(move.At))} ({by}){because}.";
    }

    public static string Date(LocalDate date) => date.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);

    private static string Words(Evidence evidence) =>
        evidence.Words.Length == 0
            ? evidence.ReadAs
            : $"“{Quote.Clean(evidence.Words)}” was read as {evidence.ReadAs}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
