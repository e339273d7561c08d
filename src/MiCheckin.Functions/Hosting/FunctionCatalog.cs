using System.Text.Json;

namespace MiCheckin.Functions.Hosting;

/// <summary>Every function as the host sees it: the folders with a <c>function.json</c> beside <c>host.json</c>.</summary>
internal sealed record FunctionCatalog(IReadOnlyList<FunctionDefinition> Functions, int MaxDequeueCount)
{
    public IEnumerable<FunctionDefinition.Timer> Timers => Functions.OfType<FunctionDefinition.Timer>();

    public IEnumerable<FunctionDefinition.Queue> Queues => Functions.OfType<FunctionDefinition.Queue>();

    /// <summary>Reads the folder that the program was built or published to.</summary>
    public static async Task<FunctionCatalog> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var hostJson = await File.ReadAllTextAsync(Path.Combine(folder, "host.json"), cancellationToken);
        using var host = JsonDocument.Parse(hostJson);
        List<FunctionDefinition> functions = [];
        foreach (var path in Directory.EnumerateFiles(folder, "function.json", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(path))!;
            functions.Add(
                FunctionDefinition.Read(name, await File.ReadAllTextAsync(path, cancellationToken))
            );
        }

        var queues = host.RootElement.GetProperty("extensions").GetProperty("queues");
        return new FunctionCatalog(
            [.. functions.OrderBy(f => f.Name, StringComparer.Ordinal)],
            queues.GetProperty("maxDequeueCount").GetInt32()
        );
    }
}
