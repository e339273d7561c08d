using System.Text.Json;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Texts;

/// <summary>Published vectors that lie beside the repository. A clone alone has none; tests then use their own few.</summary>
internal static class SharedData
{
    public static string? FindFile(string name)
    {
        var file = Checkout.At("..", "shared", "data", name);
        return File.Exists(file) ? file : null;
    }

    /// <summary>The array in the file, or nothing and a line in the test's output.</summary>
    public static async Task<IReadOnlyList<JsonElement>> VectorsAsync(
        string name,
        CancellationToken cancellationToken
    )
    {
        if (FindFile(name) is { } file)
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file, cancellationToken));
            return [.. document.RootElement.Clone().EnumerateArray()];
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"No {name} beside the repository: own vectors only."
        );
        return [];
    }
}
