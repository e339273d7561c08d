using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Digests;
using MiCheckin.Functions.Storage;
using NodaTime.Text;

namespace MiCheckin.Cli.Export;

/// <summary>The columns of an export, each with what it means: one line for each event of the ledger.</summary>
internal static class ExportColumns
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static IReadOnlyList<(string Name, string Meaning)> Dictionary { get; } =
    [
        ("participant", "The pseudonym: random, the same in every export."),
        ("cohort", "The cohort the person belongs to now."),
        ("program", "The program and the version the person was enrolled in."),
        ("arm", "The arm of a trial; empty outside one."),
        ("number", "The event's place in the person's ledger, from 1."),
        ("at", "When it happened, UTC, ISO 8601."),
        ("event", "What happened: enrolled, replied, slot due, and so on."),
        ("facts", "What was worth remembering of it, by kind, separated by semicolons."),
        ("talk", "For a reply: change, sustain, mixed, discord, neutral or unsure."),
        ("talk_kind", "For a reply: desire, ability, reason, need, commitment, activation, steps or none."),
        ("confidence", "How sure the reader was of the talk, 0 to 1."),
        ("ruler", "A ruler answer read in it: which ruler, scale and score."),
        ("stage", "The stage a move led to, with its rule."),
        ("reader", "The version of the rules that read it."),
        ("words", "What the person wrote; empty unless asked for, or once expired."),
    ];

    public static IReadOnlyList<string> Of(StoredParticipant person, LedgerEntry entry, bool withWords)
    {
        var reply = entry.Happened as ConversationEvent.Replied;
        var moves = entry
            .Facts.OfType<Fact.StageMoved>()
            .Select(f => $"{StageWords.Name(f.Move.To)} ({f.Move.Rule})");
        var rulers = entry
            .Facts.OfType<Fact.RulerRead>()
            .Select(f => $"{f.Answer.Kind.ToString().ToLowerInvariant()} {RulerTrend.Words(f.Answer.Score)}");
        return
        [
            person.Id.Value,
            person.Profile.Cohort,
            $"{person.Profile.ProgramId} {person.Profile.ProgramVersion}",
            person.State.Arm ?? "",
            $"{entry.Number}",
            InstantPattern.ExtendedIso.Format(entry.Happened.At),
            ConversationJson.KindOf(entry.Happened),
            string.Join("; ", entry.Facts.Select(ConversationJson.KindOf)),
            reply?.Reading.Talk.ToString().ToLowerInvariant() ?? "",
            reply?.Reading.Kind.ToString().ToLowerInvariant() ?? "",
            reply is null ? "" : FormattableString.Invariant($"{reply.Reading.Confidence:0.###}"),
            string.Join("; ", rulers),
            string.Join("; ", moves),
            reply?.Reading.Version ?? "",
            withWords && reply is not null ? reply.Words.Reveal() : "",
        ];
    }

    public static string Json(IReadOnlyList<string> line) =>
        JsonSerializer.Serialize(
            Dictionary
                .Zip(line)
                .ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal),
            Readable
        );

    public static string Csv(IReadOnlyList<string> line) => string.Join(',', line.Select(Quoted));

    /// <summary>RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    public static string Quoted(string cell)
    {
        var safe = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
