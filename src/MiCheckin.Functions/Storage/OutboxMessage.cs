using System.Text.Json;
using MiCheckin.Core.Participants;
using NodaTime.Text;

namespace MiCheckin.Functions.Storage;

/// <summary>The message of queue <c>outbox</c>: which text to send. It is put before the text is stored, so it may be about none.</summary>
internal sealed record OutboxMessage(ParticipantId Participant, string TextKey, Instant PlannedAt)
{
    public string ToJson() =>
        JsonSerializer.Serialize(new Stored(1, Participant.Value, TextKey, Keys.Time(PlannedAt)));

    /// <summary>Throws <see cref="FormatException"/>: a message that we did not write ends in the poison queue.</summary>
    public static OutboxMessage Parse(string json)
    {
        try
        {
            if (
                JsonSerializer.Deserialize<Stored>(json)
                    is { V: 1, Participant.Length: > 0, Text.Length: > 0, Planned: { } planned } m
                && InstantPattern.ExtendedIso.Parse(planned) is { Success: true, Value: var at }
            )
            {
                return new OutboxMessage(new ParticipantId(m.Participant), m.Text, at);
            }
        }
        catch (JsonException broken)
        {
            throw new FormatException("Not a message of the queue outbox: it is no JSON.", broken);
        }

        throw new FormatException(
            "Not a message of the queue outbox: participant, text and planned are needed."
        );
    }

    private sealed record Stored(int V, string Participant, string Text, string Planned);
}

/// <summary>The message of queue <c>checkins</c>: one slot that is due.</summary>
internal sealed record CheckInMessage(ParticipantId Participant, string SlotKey, Instant At)
{
    public string ToJson() =>
        JsonSerializer.Serialize(new Stored(1, Participant.Value, SlotKey, Keys.Time(At)));

    /// <summary>Throws <see cref="FormatException"/>: a message that we did not write ends in the poison queue.</summary>
    public static CheckInMessage Parse(string json)
    {
        try
        {
            if (
                JsonSerializer.Deserialize<Stored>(json)
                    is { V: 1, Participant.Length: > 0, Slot.Length: > 0, At: { } text } m
                && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at }
            )
            {
                return new CheckInMessage(new ParticipantId(m.Participant), m.Slot, at);
            }
        }
        catch (JsonException broken)
        {
            throw new FormatException("Not a message of the queue checkins: it is no JSON.", broken);
        }

        throw new FormatException(
            "Not a message of the queue checkins: participant, slot and at are needed."
        );
    }

    private sealed record Stored(int V, string Participant, string Slot, string At);
}
