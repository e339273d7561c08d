using System.Text.Json;
using MiCheckin.Core.Participants;
using NodaTime.Text;

namespace MiCheckin.Functions.Storage;

/// <summary>The message of queue <c>outbox</c>: which text to send. It is put before the text is stored, so it may be about none.</summary>
internal sealed record OutboxMessage(ParticipantId Participant, string TextKey, Instant PlannedAt)
{
    /// <summary>A turn that is not used within this is over: a crowd of old turns would be faster than the sender may be.</summary>
    private static readonly Duration TurnLasts = Duration.FromMinutes(1);

    /// <summary>The turn that was booked for it within the sender's rate; null before it asked for one.</summary>
    public Instant? Turn { get; init; }

    public bool HasTurn(Instant now) => Turn is { } turn && turn <= now && now - turn < TurnLasts;

    public string ToJson() =>
        JsonSerializer.Serialize(
            new Stored(
                1,
                Participant.Value,
                TextKey,
                Keys.Time(PlannedAt),
                Turn is { } turn ? Keys.Time(turn) : null
            )
        );

    /// <summary>Throws <see cref="FormatException"/>: a message that we did not write ends in the poison queue.</summary>
    public static OutboxMessage Parse(string json)
    {
        if (
            QueueJson.Read<Stored>(json)
                is { V: 1, Participant.Length: > 0, Text.Length: > 0, Planned: { } planned } m
            && InstantPattern.ExtendedIso.Parse(planned) is { Success: true, Value: var at }
        )
        {
            return new OutboxMessage(new ParticipantId(m.Participant), m.Text, at)
            {
                Turn =
                    m.Turn is { } turn && InstantPattern.ExtendedIso.Parse(turn) is { Success: true } t
                        ? t.Value
                        : null,
            };
        }

        throw new FormatException(
            "Not a message of the queue outbox: participant, text and planned are needed."
        );
    }

    private sealed record Stored(int V, string Participant, string Text, string Planned, string? Turn = null);
}

/// <summary>The message of queue <c>checkins</c>: one slot that is due.</summary>
internal sealed record CheckInMessage(ParticipantId Participant, string SlotKey, Instant At)
{
    public string ToJson() =>
        JsonSerializer.Serialize(new Stored(1, Participant.Value, SlotKey, Keys.Time(At)));

    /// <summary>Throws <see cref="FormatException"/>: a message that we did not write ends in the poison queue.</summary>
    public static CheckInMessage Parse(string json)
    {
        if (
            QueueJson.Read<Stored>(json)
                is { V: 1, Participant.Length: > 0, Slot.Length: > 0, At: { } text } m
            && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at }
        )
        {
            return new CheckInMessage(new ParticipantId(m.Participant), m.Slot, at);
        }

        throw new FormatException(
            "Not a message of the queue checkins: participant, slot and at are needed."
        );
    }

    private sealed record Stored(int V, string Participant, string Slot, string At);
}

/// <summary>Reads a queue message that anybody may have put.</summary>
internal static class QueueJson
{
    /// <summary>Null where it is no such JSON. The parser's own words are dropped: they repeat the message, and would be logged.</summary>
    public static T? Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
