using MiCheckin.Tests.Tools;
using Newtonsoft.Json.Linq;

#pragma warning disable MA0045 // Small files, read once, before the tests that need them.

namespace MiCheckin.Tests.Hosting;

/// <summary>
/// The folder that the Functions host is given: the published one where <c>MICHECKIN_PACKAGE</c> names it, as
/// eng/check.sh does; else what the build put out, which has the same form.
/// </summary>
internal static class FunctionsPackage
{
    public static string Folder { get; } = Find();

    public static JObject HostJson => JObject.Parse(File.ReadAllText(Path.Combine(Folder, "host.json")));

    public static IReadOnlyList<HostedFunction> Functions { get; } =
    [
        .. Directory
            .EnumerateDirectories(Folder)
            .Where(folder => File.Exists(Path.Combine(folder, "function.json")))
            .Select(HostedFunction.Read)
            .OrderBy(function => function.Name, StringComparer.Ordinal),
    ];

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("MICHECKIN_PACKAGE") is { Length: > 0 } published)
        {
            return Path.GetFullPath(published, Checkout.Root);
        }

        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Checkout.At("artifacts", "bin", "MiCheckin.Functions", configuration);
    }
}

/// <summary>A function as the host reads it, by the host's own parser of JSON.</summary>
internal sealed record HostedFunction(string Name, IReadOnlyList<JObject> Bindings)
{
    public JObject Trigger =>
        Bindings.Single(b => Text(b, "type").EndsWith("Trigger", StringComparison.Ordinal));

    public string Kind => Text(Trigger, "type");

    public string Binding => Text(Trigger, "name");

    public string? Queue => Kind is "queueTrigger" ? Text(Trigger, "queueName") : null;

    public string Route => Text(Trigger, "route");

    public IReadOnlyList<string> Methods =>
        [.. ((JArray)Trigger["methods"]!).Select(m => m.ToString().ToUpperInvariant())];

    /// <summary>The host proxies a request as it is only to a function with one HTTP trigger and one HTTP output; all others get an envelope.</summary>
    public bool IsProxied =>
        Bindings.Count(b => Text(b, "type") is "httpTrigger") == 1
        && Bindings.Count(b => Text(b, "type") is "http" && Text(b, "direction") is "out") == 1;

    public static HostedFunction Read(string folder)
    {
        var file = JObject.Parse(File.ReadAllText(Path.Combine(folder, "function.json")));
        return new HostedFunction(Path.GetFileName(folder), [.. ((JArray)file["bindings"]!).Cast<JObject>()]);
    }

    private static string Text(JObject binding, string name) => (string?)binding[name] ?? "";
}
