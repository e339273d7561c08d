using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MiCheckin.Core.Conversations.Stored;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// The stored form of states, events, effects and facts: a version, own kind names, and the fields. What is read back
/// equals what was written. A version written by newer code is refused, never guessed at.
/// </summary>
public static class ConversationJson
{
    /// <summary>Rises when an old reader could misread what is written now.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { StoredKinds.Describe } },
    };

    static ConversationJson()
    {
        foreach (var form in StoredForms.All)
        {
            Options.Converters.Add(form);
        }

        Options.MakeReadOnly();
    }

    public static string Write(ConversationState state) => Enclose(state);

    public static string Write(ConversationEvent happened) => Enclose(happened);

    public static string Write(Effect effect) => Enclose(effect);

    public static string Write(Fact fact) => Enclose(fact);

    /// <summary>Effects and facts of one decision, for a ledger entry.</summary>
    public static string Write(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return Enclose(new Outcome(decision.Effects, decision.Facts));
    }

    public static ConversationState ReadState(string json) => Open<ConversationState>(json);

    public static ConversationEvent ReadEvent(string json) => Open<ConversationEvent>(json);

    public static Effect ReadEffect(string json) => Open<Effect>(json);

    public static Fact ReadFact(string json) => Open<Fact>(json);

    /// <summary>Reads what <see cref="Write(Decision)"/> wrote, beside the state that it led to.</summary>
    public static Decision ReadDecision(string json, ConversationState state)
    {
        var outcome = Open<Outcome>(json);
        return new Decision(state, outcome.Effects, outcome.Facts);
    }

    /// <summary>The stored kind name of a fact: what the digest and the ledger page filter by.</summary>
    public static string KindOf(Fact fact) => StoredKinds.Of(fact);

    public static string KindOf(ConversationEvent happened) => StoredKinds.Of(happened);

    private static string Enclose<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonSerializer.Serialize(new Envelope<T>(Version, value), Options);
    }

    private static T Open<T>(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;

        if (
            root.ValueKind is not JsonValueKind.Object
            || !root.TryGetProperty("v", out var v)
            || !v.TryGetInt32(out var version)
        )
        {
            throw new JsonException("A stored conversation starts with its version, \"v\".");
        }

        return version is > 0 and <= Version
            ? root.Deserialize<Envelope<T>>(Options) is { Is: { } value }
                ? value
                : throw new JsonException("The stored row is empty.")
            : throw new JsonException(
                $"Version {version} of a stored conversation was written by a newer program than this one, which reads up to {Version}."
            );
    }

    private sealed record Envelope<T>(int V, T Is);

    private sealed record Outcome(IReadOnlyList<Effect> Effects, IReadOnlyList<Fact> Facts);
}
