using System.Globalization;
using MiCheckin.Functions.Storage;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MiCheckin.Tests.Hosting;

/// <summary>What the Functions host makes of a call, with its own JSON library and so with its own habits.</summary>
internal static class FunctionsHostEnvelope
{
    public static string ForQueue(HostedFunction function, QueueMessage message, bool countsAreText)
    {
        var metadata = Metadata(function);
        metadata["Id"] = Value(message.Id);
        metadata["DequeueCount"] = Value(
            countsAreText
                ? message.DequeueCount.ToString(CultureInfo.InvariantCulture)
                : (long)message.DequeueCount
        );
        metadata["PopReceipt"] = Value(message.PopReceipt);

        // The properties of a message that is a JSON object can be bound by their names, so the host lists them too.
        foreach (var property in Properties(message.Text))
        {
            metadata.TryAdd(property.Name, Value(property.Value.ToString()));
        }

        return Body(function, Value(message.Text), metadata);
    }

    public static string ForTimer(HostedFunction function, bool isPastDue)
    {
        var timer = new
        {
            Schedule = new { AdjustForDST = true },
            ScheduleStatus = isPastDue
                ? new
                {
                    Last = "2026-03-02T11:00:00+00:00",
                    Next = "2026-03-02T11:01:00+00:00",
                    LastUpdated = "2026-03-02T11:00:00+00:00",
                }
                : null,
            IsPastDue = isPastDue,
        };
        return Body(function, Value(timer), Metadata(function));
    }

    /// <summary>How the host takes the answer: see docs/decisions/0003-custom-handler.md.</summary>
    public static async Task<CallEnding> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return new CallEnding(CallOutcome.Failed, $"{(int)response.StatusCode} {text}");
        }

        if (text.Length == 0)
        {
            return new CallEnding(CallOutcome.Hangs, "The body is empty.");
        }

        if (response.Content.Headers.ContentType?.MediaType is not ("application/json" or "text/json"))
        {
            return new CallEnding(CallOutcome.Failed, $"The host cannot read {response.Content.Headers}");
        }

        try
        {
            return JsonConvert.DeserializeObject<CallAnswer>(text) is { } answer
                ? new CallEnding(CallOutcome.Succeeded, text, answer)
                : new CallEnding(CallOutcome.Hangs, "The body is null.");
        }
        catch (JsonException e)
        {
            return new CallEnding(CallOutcome.Failed, e.Message);
        }
    }

    private static IEnumerable<JProperty> Properties(string text)
    {
        try
        {
            return JObject.Parse(text).Properties();
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>What is an object stays one; all else, a string above all, is written as JSON once more.</summary>
    private static JToken Value(object value)
    {
        try
        {
            return JObject.FromObject(value);
        }
        catch (ArgumentException)
        {
            return JsonConvert.SerializeObject(value);
        }
    }

    private static Dictionary<string, JToken> Metadata(HostedFunction function) =>
        new(StringComparer.Ordinal)
        {
            ["sys"] = Value(
                new
                {
                    MethodName = function.Name,
                    UtcNow = "2026-03-02T12:00:00Z",
                    RandGuid = Guid.NewGuid(),
                }
            ),
        };

    private static string Body(HostedFunction function, JToken data, Dictionary<string, JToken> metadata) =>
        JsonConvert.SerializeObject(
            new
            {
                Data = new Dictionary<string, JToken>(StringComparer.Ordinal) { [function.Binding] = data },
                Metadata = metadata,
            }
        );
}

/// <summary>How a call ended for the host.</summary>
internal enum CallOutcome
{
    Succeeded,
    Failed,

    /// <summary>The host waits for its time-out: nothing is worse.</summary>
    Hangs,
}

internal sealed record CallEnding(CallOutcome Outcome, string Said, CallAnswer? Answer = null);

/// <summary>The three members that the host reads.</summary>
internal sealed record CallAnswer(
    IReadOnlyDictionary<string, object>? Outputs,
    IReadOnlyList<string>? Logs,
    object? ReturnValue
);
