using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Safety;

/// <summary>The stored form of an alert.</summary>
internal static class AlertRows
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Read back by this class alone, never put into a page: letters may stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Columns Write(StoredAlert alert) =>
        new()
        {
            ["participant"] = alert.Person.Value,
            ["coach"] = alert.Coach.Value,
            ["cohort"] = alert.Cohort,
            ["key"] = alert.Alert.Key,
            ["reason"] = alert.Alert.Reason.ToString(),
            ["risk"] = alert.Alert.Risk.ToString(),
            ["urgency"] = alert.Alert.Urgency.ToString(),
            ["reply"] = alert.Alert.ReplyId,
            ["at"] = alert.Alert.At.ToDateTimeOffset(),
            ["raisedAt"] = alert.RaisedAt.ToDateTimeOffset(),
            ["state"] = alert.State.ToString(),
            ["pages"] = alert.Pages,
            ["unreached"] = string.Join(' ', alert.Unreached),
            ["textedSteps"] = alert.TextedSteps,
            ["nextPageAt"] = alert.NextPageAt?.ToDateTimeOffset(),
            ["leaseUntil"] = alert.LeaseUntil?.ToDateTimeOffset(),
            ["noticedAt"] = alert.NoticedAt?.ToDateTimeOffset(),
            ["acknowledgedBy"] = alert.AcknowledgedBy,
            ["acknowledgedAt"] = alert.AcknowledgedAt?.ToDateTimeOffset(),
            ["resolvedBy"] = alert.ResolvedBy,
            ["resolvedAt"] = alert.ResolvedAt?.ToDateTimeOffset(),
            ["notes"] = alert.Notes.Count == 0 ? null : Write(alert.Notes),
        };

    public static StoredAlert Read(TableRow row) =>
        new()
        {
            Person = new ParticipantId(Required(row, "participant")),
            Coach = new CoachId(row.Columns.Text("coach") ?? ""),
            Cohort = row.Columns.Text("cohort") ?? "",
            Alert = new Alert
            {
                Key = Required(row, "key"),
                Reason = Enum.Parse<AlertReason>(Required(row, "reason")),
                Risk = Enum.Parse<RiskKind>(row.Columns.Text("risk") ?? nameof(RiskKind.None)),
                Urgency = Enum.Parse<Urgency>(row.Columns.Text("urgency") ?? nameof(Urgency.None)),
                ReplyId = row.Columns.Text("reply") ?? "",
                At = row.Columns.Instant("at") ?? Instant.MinValue,
            },
            RaisedAt = row.Columns.Instant("raisedAt") ?? Instant.MinValue,
            State = Enum.Parse<AlertState>(Required(row, "state")),
            Pages = row.Columns.Number("pages"),
            Unreached = Steps(row.Columns.Text("unreached")),
            TextedSteps = row.Columns.Number("textedSteps"),
            NextPageAt = row.Columns.Instant("nextPageAt"),
            LeaseUntil = row.Columns.Instant("leaseUntil"),
            NoticedAt = row.Columns.Instant("noticedAt"),
            AcknowledgedBy = row.Columns.Text("acknowledgedBy"),
            AcknowledgedAt = row.Columns.Instant("acknowledgedAt"),
            ResolvedBy = row.Columns.Text("resolvedBy"),
            ResolvedAt = row.Columns.Instant("resolvedAt"),
            Notes = Notes(row.Columns.Text("notes")),
            Tag = row.Tag,
        };

    private static string Write(IReadOnlyList<AlertNote> notes) =>
        JsonSerializer.Serialize(
            notes.Select(n => new WrittenNote(n.At.ToDateTimeOffset(), n.By, n.Words)),
            Json
        );

    private static IReadOnlyList<AlertNote> Notes(string? json) =>
        json is null
            ? []
            :
            [
                .. (JsonSerializer.Deserialize<WrittenNote[]>(json, Json) ?? []).Select(n => new AlertNote(
                    Instant.FromDateTimeOffset(n.At),
                    n.By,
                    n.Words
                )),
            ];

    private static IReadOnlyList<int> Steps(string? text) =>
        [
            .. (text ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(step => int.Parse(step, CultureInfo.InvariantCulture)),
        ];

    private static string Required(TableRow row, string column) =>
        row.Columns.Text(column)
        ?? throw new FormatException($"The alert row {row.Key.Row} holds no {column}.");

    private sealed record WrittenNote(DateTimeOffset At, string By, string Words);
}
