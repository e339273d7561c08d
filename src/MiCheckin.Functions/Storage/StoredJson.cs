using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;

namespace MiCheckin.Functions.Storage;

/// <summary>The JSON in rows: what <see cref="ConversationJson"/> writes, and readings in the form of the event they belong to.</summary>
internal static class StoredJson
{
    public static string Write(ConversationState state) => ConversationJson.Write(state);

    public static ConversationState ReadState(string json) => ConversationJson.ReadState(json);

    public static string Write(ConversationEvent happened) => ConversationJson.Write(happened);

    public static ConversationEvent ReadEvent(string json) => ConversationJson.ReadEvent(json);

    /// <summary>The facts alone: the texts of the decision have rows of their own.</summary>
    public static string Write(IReadOnlyList<Fact> facts) =>
        System.Text.Json.JsonSerializer.Serialize(facts.Select(ConversationJson.Write));

    public static IReadOnlyList<Fact> ReadFacts(string json) =>
        [
            .. (System.Text.Json.JsonSerializer.Deserialize<string[]>(json) ?? []).Select(
                ConversationJson.ReadFact
            ),
        ];

    /// <summary>Without the words, which have a column of their own.</summary>
    public static string Write(StoredReply reply) =>
        Write(new ConversationEvent.Replied(reply.At, reply.MessageSid, new MessageText(""), reply.Reading));

    public static Reading ReadReading(string json) =>
        ReadEvent(json) is ConversationEvent.Replied { Reading: var reading } ? reading : Reading.Nothing;
}
