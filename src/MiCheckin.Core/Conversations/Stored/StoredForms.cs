using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MiCheckin.Core.Participants;
using NodaTime.Text;

namespace MiCheckin.Core.Conversations.Stored;

/// <summary>How single values are stored: ISO text for times, plain text for what hides itself when printed.</summary>
internal static class StoredForms
{
    public static IReadOnlyList<JsonConverter> All { get; } =
    [
        new TextForm<Instant>(
            InstantPattern.ExtendedIso.Format,
            t => InstantPattern.ExtendedIso.Parse(t).Value
        ),
        new TextForm<LocalDate>(LocalDatePattern.Iso.Format, t => LocalDatePattern.Iso.Parse(t).Value),
        new TextForm<LocalTime>(
            LocalTimePattern.ExtendedIso.Format,
            t => LocalTimePattern.ExtendedIso.Parse(t).Value
        ),
        new TextForm<LocalDateTime>(
            LocalDateTimePattern.ExtendedIso.Format,
            t => LocalDateTimePattern.ExtendedIso.Parse(t).Value
        ),
        new TextForm<ParticipantId>(id => id.Value, t => new ParticipantId(t)),
        new TextForm<CoachId>(id => id.Value, t => new CoachId(t)),
        new TextForm<PersonName>(name => name.Reveal(), t => new PersonName(t)),
        new TextForm<MessageText>(words => words.Reveal(), t => new MessageText(t)),
        new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
    ];

    private sealed class TextForm<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} cannot be null.");

            try
            {
                return read(text);
            }
            catch (UnparsableValueException e)
            {
                throw new JsonException(
                    string.Create(CultureInfo.InvariantCulture, $"'{text}' is no {typeof(T).Name}."),
                    e
                );
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));
    }
}
