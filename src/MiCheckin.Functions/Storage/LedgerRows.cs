using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Storage;

/// <summary>The rows in|MessageSid, log|instant|number and alert|key of a participant.</summary>
internal static class LedgerRows
{
    private const int MostWords = 10_000;

    public static Columns Write(StoredReply reply)
    {
        var columns = new Columns
        {
            ["sid"] = reply.MessageSid,
            ["at"] = reply.At.ToDateTimeOffset(),
            ["words"] = ParticipantRows.Cut(reply.Words.Reveal(), MostWords),
            ["media"] = reply.Media,
            ["prompt"] = ParticipantRows.Cut(reply.Prompt, MostWords),
        };
        LongText.Put(columns, "reading", StoredJson.Write(reply));
        return columns;
    }

    public static StoredReply ReadReply(TableRow row) =>
        new()
        {
            MessageSid = row.Columns.Text("sid") ?? "",
            At = row.Columns.Instant("at") ?? Instant.MinValue,
            Words = new MessageText(row.Columns.Text("words") ?? ""),
            Media = row.Columns.Number("media"),
            Prompt = row.Columns.Text("prompt") ?? "",
            Reading = StoredJson.ReadReading(LongText.Get(row.Columns, "reading") ?? ""),
        };

    public static Columns Write(LedgerEntry entry)
    {
        var columns = new Columns { ["number"] = entry.Number };
        LongText.Put(columns, "event", StoredJson.Write(entry.Happened));
        LongText.Put(columns, "facts", StoredJson.Write(entry.Facts));

        if (entry.Before is { } before)
        {
            LongText.Put(columns, "before", StoredJson.Write(before));
        }

        return columns;
    }

    public static LedgerEntry ReadEntry(TableRow row) =>
        new(
            row.Columns.Number("number"),
            StoredJson.ReadEvent(LongText.Get(row.Columns, "event") ?? ""),
            StoredJson.ReadFacts(LongText.Get(row.Columns, "facts") ?? "[]"),
            LongText.Get(row.Columns, "before") is { } before ? StoredJson.ReadState(before) : null
        );

    public static Columns Write(Alert alert) =>
        new()
        {
            ["reason"] = alert.Reason.ToString(),
            ["risk"] = alert.Risk.ToString(),
            ["urgency"] = alert.Urgency.ToString(),
            ["reply"] = alert.ReplyId,
            ["at"] = alert.At.ToDateTimeOffset(),
        };
}
