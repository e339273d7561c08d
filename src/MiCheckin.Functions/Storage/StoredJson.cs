using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using NodaTime.Text;

namespace MiCheckin.Functions.Storage;

/// <summary>The JSON in rows.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Families } },
        Converters =
        {
            new JsonStringEnumConverter(),
            new AsText<Instant>(
                InstantPattern.ExtendedIso.Format,
                t => InstantPattern.ExtendedIso.Parse(t).Value
            ),
            new AsText<LocalDate>(LocalDatePattern.Iso.Format, t => LocalDatePattern.Iso.Parse(t).Value),
            new AsText<LocalTime>(
                LocalTimePattern.ExtendedIso.Format,
                t => LocalTimePattern.ExtendedIso.Parse(t).Value
            ),
            new AsText<LocalDateTime>(
                LocalDateTimePattern.ExtendedIso.Format,
                t => LocalDateTimePattern.ExtendedIso.Parse(t).Value
            ),
            new AsText<PersonName>(n => n.Reveal(), t => new PersonName(t)),
            new AsText<MessageText>(n => n.Reveal(), t => new MessageText(t)),
            new AsText<ParticipantId>(n => n.Value, t => new ParticipantId(t)),
            new AsText<CoachId>(n => n.Value, t => new CoachId(t)),
        },
    };

    public static string Write(ConversationState state) => JsonSerializer.Serialize(state, Options);

    public static ConversationState ReadState(string json) => Read<ConversationState>(json);

    public static string Write(ConversationEvent happened) => JsonSerializer.Serialize(happened, Options);

    public static ConversationEvent ReadEvent(string json) => Read<ConversationEvent>(json);

    public static string Write(IReadOnlyList<Fact> facts) => JsonSerializer.Serialize(facts, Options);

    public static IReadOnlyList<Fact> ReadFacts(string json) => Read<List<Fact>>(json);

    public static string Write(Reading reading) => JsonSerializer.Serialize(reading, Options);

    public static Reading ReadReading(string json) => Read<Reading>(json);

    private static T Read<T>(string json)
        where T : class =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("Nothing stored.");

    private static void Families(JsonTypeInfo info)
    {
        if (info.Type is { IsAbstract: true, IsInterface: false } family)
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
            foreach (var member in family.GetNestedTypes().Where(t => t.BaseType == family))
            {
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(member, member.Name));
            }
        }
    }

    private sealed class AsText<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => read(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));
    }
}
