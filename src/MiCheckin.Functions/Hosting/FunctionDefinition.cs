using System.Text.Json;

namespace MiCheckin.Functions.Hosting;

/// <summary>What a <c>function.json</c> says: the function's name (its folder) and what triggers it.</summary>
internal abstract record FunctionDefinition(string Name)
{
    public sealed record Timer(string Name, string Schedule) : FunctionDefinition(Name);

    public sealed record Queue(string Name, string QueueName) : FunctionDefinition(Name);

    public sealed record Http(string Name, string Route, IReadOnlyList<string> Methods)
        : FunctionDefinition(Name);

    /// <summary>Reads one file; anything the host would not understand either is an <see cref="InvalidDataException"/> that names it.</summary>
    public static FunctionDefinition Read(string name, string json)
    {
        try
        {
            using var file = JsonDocument.Parse(json);
            var triggers = file
                .RootElement.GetProperty("bindings")
                .EnumerateArray()
                .Where(b => Text(b, "type").EndsWith("Trigger", StringComparison.Ordinal))
                .ToList();
            return triggers is [var only]
                ? Trigger(name, only)
                : throw new InvalidDataException($"{name}/function.json needs exactly one trigger.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{name}/function.json cannot be read: {e.Message}", e);
        }
    }

    private static FunctionDefinition Trigger(string name, JsonElement binding) =>
        Text(binding, "type") switch
        {
            "timerTrigger" => new Timer(name, Text(binding, "schedule")),
            "queueTrigger" => new Queue(name, Text(binding, "queueName")),
            "httpTrigger" => new Http(
                name,
                Text(binding, "route"),
                [.. binding.GetProperty("methods").EnumerateArray().Select(m => m.GetString() ?? "")]
            ),
            var other => throw new InvalidDataException(
                $"{name}/function.json has a {other}; this program has none."
            ),
        };

    private static string Text(JsonElement binding, string property) =>
        binding.GetProperty(property).GetString() ?? "";
}
