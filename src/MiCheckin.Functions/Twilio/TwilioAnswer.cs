using System.Globalization;
using System.Net;
using System.Text.Json;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;

namespace MiCheckin.Functions.Twilio;

/// <summary>
/// Reads Twilio's answers without trusting their shape: nearly every field may be null, numbers may be strings, and
/// the body may be no JSON at all.
/// </summary>
internal static class TwilioAnswer
{
    private const int LongestAnswer = 4 * 1024 * 1024;

    /// <summary>The answer's JSON object, or null when it is something else.</summary>
    public static async Task<JsonElement?> ReadAsync(
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        await answer.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? root.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static SendOutcome ToOutcome(HttpStatusCode status, JsonElement? body, Duration? retryAfter)
    {
        if ((int)status is < 200 or > 299)
        {
            return TwilioErrors.Classify(status, Number(body, "code"), retryAfter);
        }

        return Text(body, "sid") is { Length: > 0 } sid
            ? new SendOutcome.Accepted(sid, DeliveryStatus.Parse(Text(body, "status")))
            : new SendOutcome.Unknown($"HTTP {(int)status} without a sid");
    }

    /// <summary>The texts of one page of the list; null when it is no such page or holds one that cannot be read.</summary>
    public static IReadOnlyList<ProviderText>? ToTexts(JsonElement? page, Instant since)
    {
        if (
            page?.TryGetProperty("messages", out var texts) is not true
            || texts.ValueKind != JsonValueKind.Array
        )
        {
            return null;
        }

        var read = texts.EnumerateArray().Select(text => ToText(text, since)).ToList();
        return read.Contains(null) ? null : read.OfType<ProviderText>().ToList();
    }

    public static string? Text(JsonElement? body, string name) =>
        body?.TryGetProperty(name, out var value) is true && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static ProviderText? ToText(JsonElement text, Instant since) =>
        text.ValueKind == JsonValueKind.Object
        && Text(text, "sid") is { } sid
        && PhoneNumber.TryParse(Text(text, "to"), out var to)
            ? new ProviderText(
                sid,
                to,
                new MessageText(Text(text, "body") ?? ""),
                DeliveryStatus.Parse(Text(text, "status")),
                Number(text, "error_code"),
                Date(Text(text, "date_created")) ?? since
            )
            : null;

    private static int? Number(JsonElement? body, string name)
    {
        if (body?.TryGetProperty(name, out var value) is not true)
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt32(out var number) => number,
            JsonValueKind.String
                when int.TryParse(
                    value.GetString(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => number,
            _ => null,
        };
    }

    /// <summary>RFC 2822, such as <c>Thu, 24 Aug 2023 05:01:45 +0000</c>.</summary>
    private static Instant? Date(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            "ddd, d MMM yyyy HH:mm:ss zzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var at
        )
            ? Instant.FromDateTimeOffset(at)
            : null;
}
