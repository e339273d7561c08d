using System.Text.Json;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using NodaTime.Text;

namespace MiCheckin.Functions.Storage;

/// <summary>The rows out|key of texts, and their short form in the state row while they wait.</summary>
internal static class TextRows
{
    public static Columns Write(StoredText text) =>
        new()
        {
            ["key"] = text.Key,
            ["life"] = text.Life.ToString(),
            ["kind"] = text.Plan.Kind.ToString(),
            ["body"] = text.Plan.Body.Reveal(),
            ["parts"] = JsonSerializer.Serialize(text.Plan.Parts),
            ["planned"] = text.Plan.PlannedAt.ToDateTimeOffset(),
            ["notBefore"] = text.Plan.NotBefore.ToDateTimeOffset(),
            ["deadline"] = text.Plan.Deadline.ToDateTimeOffset(),
            ["epoch"] = text.Plan.Epoch,
            ["attempts"] = text.Plan.Attempts,
            ["doubts"] = text.Plan.Doubts,
            ["word"] = text.Word.Word,
            ["sid"] = text.Sid,
            ["code"] = text.Code,
            ["error"] = text.Error,
            ["lease"] = text.LeaseUntil?.ToDateTimeOffset(),
            ["called"] = text.CalledAt?.ToDateTimeOffset(),
            ["accepted"] = text.AcceptedAt?.ToDateTimeOffset(),
            ["settled"] = text.SettledAt?.ToDateTimeOffset(),
        };

    public static StoredText Read(TableRow row)
    {
        var c = row.Columns;
        return new StoredText
        {
            Plan = new PendingText
            {
                Key = c.Text("key") ?? "",
                Kind = Enum.Parse<TextKind>(c.Text("kind") ?? ""),
                Body = new MessageText(c.Text("body") ?? ""),
                Parts = JsonSerializer.Deserialize<string[]>(c.Text("parts") ?? "[]") ?? [],
                PlannedAt = c.Instant("planned") ?? Instant.MinValue,
                NotBefore = c.Instant("notBefore") ?? Instant.MinValue,
                Deadline = c.Instant("deadline") ?? Instant.MaxValue,
                Epoch = c.Number("epoch"),
                Attempts = c.Number("attempts"),
                Doubts = c.Number("doubts"),
            },
            Life = Enum.Parse<TextLife>(c.Text("life") ?? ""),
            Word = DeliveryStatus.Parse(c.Text("word")),
            Sid = c.Text("sid"),
            Code = c.TryGetValue("code", out var code) ? code as int? : null,
            Error = c.Text("error"),
            LeaseUntil = c.Instant("lease"),
            CalledAt = c.Instant("called"),
            AcceptedAt = c.Instant("accepted"),
            SettledAt = c.Instant("settled"),
            Tag = row.Tag,
        };
    }

    public static PendingText Plan(PlannedText text, Instant now, int epoch) =>
        new()
        {
            Key = text.Key,
            Kind = text.Kind,
            Body = new MessageText(text.Body),
            Parts = text.Parts,
            PlannedAt = now,
            NotBefore = text.NotBefore,
            Deadline = text.Deadline,
            Epoch = epoch,
        };

    public static StoredPending ToStored(PendingText t) =>
        new(
            t.Key,
            t.Kind.ToString(),
            t.Body.Reveal(),
            [.. t.Parts],
            Keys.Time(t.PlannedAt),
            Keys.Time(t.NotBefore),
            Keys.Time(t.Deadline),
            t.Epoch,
            t.Attempts,
            t.Doubts
        );

    public static PendingText FromStored(StoredPending s) =>
        new()
        {
            Key = s.Key,
            Kind = Enum.Parse<TextKind>(s.Kind),
            Body = new MessageText(s.Body),
            Parts = s.Parts,
            PlannedAt = At(s.Planned),
            NotBefore = At(s.NotBefore),
            Deadline = At(s.Deadline),
            Epoch = s.Epoch,
            Attempts = s.Attempts,
            Doubts = s.Doubts,
        };

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    /// <summary>The stored form of a waiting text.</summary>
    internal sealed record StoredPending(
        string Key,
        string Kind,
        string Body,
        string[] Parts,
        string Planned,
        string NotBefore,
        string Deadline,
        int Epoch,
        int Attempts,
        int Doubts
    );
}
