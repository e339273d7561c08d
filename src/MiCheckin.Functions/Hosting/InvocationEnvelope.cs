using System.Globalization;
using System.Text.Json;

namespace MiCheckin.Functions.Hosting;

/// <summary>
/// The JSON that the Functions host posts to a custom handler, and the one it must get back. Anything that is no JSON
/// object arrives JSON-encoded once more, so a string that is itself a JSON string is unwrapped once.
/// https://learn.microsoft.com/azure/azure-functions/functions-custom-handlers#request-payload
/// </summary>
internal static class InvocationEnvelope
{
    /// <summary>An empty body, a null or a 204 would leave the invocation waiting for its time-out.</summary>
    public const string Done = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    /// <summary>Null where the body is no envelope at all.</summary>
    public static Invocation? Read(string body, string invocationId)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (
                !json.RootElement.TryGetProperty("Data", out var data)
                || data.ValueKind is not JsonValueKind.Object
            )
            {
                return null;
            }

            var metadata = json.RootElement.TryGetProperty("Metadata", out var m) ? m : default;
            return new Invocation(
                invocationId,
                data.TryGetProperty("message", out var message) ? Unwrap(message) : "",
                Number(metadata, "DequeueCount"),
                data.TryGetProperty("timer", out var timer) && IsPastDue(Unwrap(timer))
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Unwrap(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            return value.GetRawText();
        }

        var text = value.GetString() ?? "";
        if (text is not ['"', .., '"'])
        {
            return text;
        }

        try
        {
            return JsonSerializer.Deserialize<string>(text) ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static int Number(JsonElement metadata, string name) =>
        metadata.ValueKind is JsonValueKind.Object
        && metadata.TryGetProperty(name, out var value)
        && int.TryParse(Unwrap(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static bool IsPastDue(string timer)
    {
        try
        {
            using var json = JsonDocument.Parse(timer);
            return json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("IsPastDue", out var late)
                && late.ValueKind is JsonValueKind.True;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
