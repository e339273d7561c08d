using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using NodaTime.Text;

namespace MiCheckin.Functions.Storage;

/// <summary>Every key of the tables about participants, their texts and what is due. No key holds a phone number.</summary>
internal static class Keys
{
    public const string Participants = "Participants";
    public const string Phones = "Phones";
    public const string DueTable = "Due";
    public const string Programs = "Programs";
    public const string Strangers = "Strangers";
    public const string SimPhones = "SimPhones";
    public const string Pace = "Pace";
    public const string StateRow = "state";
    public const string UnknownTexts = "unknown";

    /// <summary>The due index is read whole each minute, so the number of its partitions is a cost and never changes.</summary>
    public const int DueShards = 16;

    private static readonly InstantPattern Fixed = InstantPattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff'Z'"
    );

    /// <summary>The tables these keys are for, to be made at the start.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [Participants, Phones, DueTable, Programs, Strangers, SimPhones, Pace];

    public static RowKey State(ParticipantId id) => new(id.Value, StateRow);

    public static RowKey Erased(ParticipantId id) => new(id.Value, "erased");

    public static RowKey Reply(ParticipantId id, string messageSid) =>
        new(id.Value, $"in|{Safe(messageSid)}");

    public static RowRange Replies(ParticipantId id) => RowRange.Prefix(id.Value, "in|");

    public static RowKey Text(ParticipantId id, string textKey) => new(id.Value, $"out|{Safe(textKey)}");

    public static RowRange Texts(ParticipantId id) => RowRange.Prefix(id.Value, "out|");

    public static RowKey AlertMark(ParticipantId id, string alertKey) =>
        new(id.Value, $"alert|{Safe(alertKey)}");

    public static RowKey Log(ParticipantId id, Instant at, int number) =>
        new(id.Value, string.Create(CultureInfo.InvariantCulture, $"log|{Ticks(at)}|{number:D6}"));

    public static RowRange Logs(ParticipantId id, Instant from, Instant to) =>
        new(id.Value, $"log|{Ticks(from)}", $"log|{Ticks(to)}");

    public static RowRange AllLogs(ParticipantId id) => RowRange.Prefix(id.Value, "log|");

    public static string DueShard(int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"due-{shard:D2}");

    /// <summary>Stable for ever: moving people between shards would lose what is due.</summary>
    public static string DueShard(ParticipantId id) =>
        DueShard(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value))[0] % DueShards);

    public static RowKey Due(ParticipantId id, Instant at, string slotKey) =>
        new(DueShard(id), $"{Time(at)}|{id.Value}|{Safe(slotKey)}");

    /// <summary>What is due at or before <paramref name="now"/>, the oldest first.</summary>
    public static RowRange DueUntil(string shard, Instant now, int? max) =>
        new(shard, null, Time(now + Duration.Epsilon * 100), max);

    public static RowKey Unknown(ParticipantId id, Instant since, string textKey) =>
        new(UnknownTexts, $"{Time(since)}|{id.Value}|{Safe(textKey)}");

    public static RowKey Program(string id, int version) =>
        new(Safe(id), version.ToString("D8", CultureInfo.InvariantCulture));

    /// <summary>Our name for a text at the provider: participant and text key, so that a callback needs no index.</summary>
    public static MessageId Message(ParticipantId id, string textKey) =>
        MessageId.Parse($"{Escape(id.Value, '_')}.{Escape(textKey, '_')}");

    public static bool TryMessage(
        MessageId message,
        out ParticipantId id,
        [NotNullWhen(true)] out string? textKey
    )
    {
        id = default;
        textKey = null;

        if (
            message.Value.Split('.') is not [var person, var text]
            || Unescape(person) is not { Length: > 0 } whose
            || Unescape(text) is not { Length: > 0 } key
        )
        {
            return false;
        }

        id = new ParticipantId(whose);
        textKey = key;
        return true;
    }

    /// <summary>All instants the same length, so that they sort as text.</summary>
    public static string Time(Instant at) => Fixed.Format(at);

    /// <summary>What a provider or a person made up, made fit for a row key: anything unusual becomes ~ and four hex digits.</summary>
    public static string Safe(string text) =>
        text.All(IsPlain) ? text : string.Concat(text.Select(c => IsPlain(c) ? $"{c}" : $"~{(int)c:x4}"));

    private static bool IsPlain(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '|' or ':';

    private static string Ticks(Instant at) =>
        Math.Max(0, at.ToUnixTimeTicks()).ToString("D19", CultureInfo.InvariantCulture);

    private static string Escape(string text, char mark) =>
        string.Concat(
            text.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? $"{c}" : $"{mark}{(int)c:x4}")
        );

    private static string? Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);

        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '_')
            {
                plain.Append(text[at]);
                continue;
            }

            if (
                at + 4 >= text.Length
                || !ushort.TryParse(
                    text.AsSpan(at + 1, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                return null;
            }

            plain.Append((char)code);
            at += 4;
        }

        return plain.ToString();
    }
}
