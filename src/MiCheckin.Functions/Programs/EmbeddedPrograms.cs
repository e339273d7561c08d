using System.Reflection;
using System.Text;
using MiCheckin.Core.Programs;

namespace MiCheckin.Functions.Programs;

/// <summary>The programs that ship with the service, from programs/*.json, so that a first run needs no files.</summary>
public static class EmbeddedPrograms
{
    private const string Prefix = "programs/";

    /// <summary>The programs, read. A shipped program with a mistake is a bug, and a test holds that there is none.</summary>
    public static IReadOnlyList<ProgramScript> All { get; } = [.. Names.Select(n => Read(Json(n)))];

    /// <summary>The names of their files: "move-more.json".</summary>
    public static IReadOnlyList<string> Names =>
        [
            .. typeof(EmbeddedPrograms)
                .Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(n => n[Prefix.Length..])
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>One program file as it was written, for storing or showing.</summary>
    public static string Json(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)
            ?? throw new ArgumentException($"No program named {name} ships with the service.", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static ProgramScript Read(string json) =>
        ProgramJson.Read(json) switch
        {
            { Program: { } program } => program,
            { Mistakes: [var first, ..] } => throw new InvalidOperationException(
                $"{first.Path}: {first.Problem}"
            ),
            var other => throw new InvalidOperationException($"Reading a program cannot end as {other}."),
        };
}
