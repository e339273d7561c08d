using System.Text.Json;
using NodaTime.Text;

namespace MiCheckin.Core.Fidelity;

/// <summary>What came of reading transcripts: those that could be read, and every line that could not.</summary>
public sealed record TranscriptReadOutcome(
    IReadOnlyList<Transcript> Transcripts,
    IReadOnlyList<string> Mistakes
);

/// <summary>
/// Reads transcripts from JSON lines, one text each: <c>{"participant":"p1","at":"2026-03-02T17:30:00Z","from":"service",
/// "words":"…","parts":["reflect.reason/2"],"program":"move-more","language":"en"}</c>. From is service, person or coach; the
/// last three may be left out.
/// </summary>
public static class TranscriptLines
{
    public static TranscriptReadOutcome Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mistakes = new List<string>();
        var rows = new List<Row>();

        foreach (
            var (line, number) in text.Split('\n')
                .Select((l, i) => (l.Trim(), i + 1))
                .Where(l => l.Item1.Length > 0)
        )
        {
            if (Parse(line, out var problem) is { } row)
            {
                rows.Add(row);
            }
            else
            {
                mistakes.Add($"line {number}: {problem}");
            }
        }

        var transcripts = rows.GroupBy(r => r.Participant, StringComparer.Ordinal).Select(Assemble);
        return new TranscriptReadOutcome([.. transcripts], mistakes);
    }

    private static Transcript Assemble(IGrouping<string, Row> rows) =>
        new(
            rows.Key,
            rows.Select(r => r.Program).FirstOrDefault(p => p.Length > 0) ?? "",
            rows.Select(r => r.Language).FirstOrDefault(l => l.Length > 0) ?? "en",
            [.. rows.Select(r => r.Line)]
        );

    private static Row? Parse(string line, out string problem)
    {
        problem = "it is not a JSON object.";

        try
        {
            using var json = JsonDocument.Parse(line);

            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            return Take(json.RootElement, out problem);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            problem = "a text holds half of a character (a lone surrogate).";
            return null;
        }
    }

    private static Row? Take(JsonElement json, out string problem)
    {
        var at = InstantPattern.ExtendedIso.Parse(Text(json, "at"));
        var from =
            Enum.TryParse<Speaker>(Text(json, "from"), ignoreCase: true, out var speaker)
            && Enum.IsDefined(speaker);
        var participant = Text(json, "participant");
        problem =
            participant.Length == 0 ? "\"participant\" is missing."
            : !at.Success ? "\"at\" is no instant such as 2026-03-02T17:30:00Z."
            : !from ? "\"from\" is not service, person or coach."
            : "";
        return problem.Length > 0
            ? null
            : new Row(
                participant,
                Text(json, "program"),
                Text(json, "language"),
                new TranscriptLine(at.Value, speaker, Text(json, "words"), Parts(json))
            );
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() ?? ""
            : "";

    private static List<string> Parts(JsonElement json) =>
        json.TryGetProperty("parts", out var parts) && parts.ValueKind == JsonValueKind.Array
            ?
            [
                .. parts
                    .EnumerateArray()
                    .Where(p => p.ValueKind == JsonValueKind.String)
                    .Select(p => p.GetString() ?? ""),
            ]
            : [];

    private sealed record Row(string Participant, string Program, string Language, TranscriptLine Line);
}
