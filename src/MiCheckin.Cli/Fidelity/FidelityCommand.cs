using System.CommandLine;
using MiCheckin.Core.Fidelity;
using MiCheckin.Core.Programs;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Cli.Fidelity;

/// <summary><c>fidelity FILE…</c>: how transcripts keep to motivational interviewing.</summary>
internal static class FidelityCommand
{
    public const int Fine = 0;
    public const int MiInconsistent = 1;
    public const int Unreadable = 2;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Transcripts as JSON lines, one text a line (docs/program-scripts.md).",
            Arity = ArgumentArity.OneOrMore,
        };
        var programs = new Option<string[]>("--program")
        {
            Description = "Program files the texts came from; those that ship are known.",
        };
        var json = new Option<bool>("--json") { Description = "The report as JSON." };
        var command = new Command(
            "fidelity",
            "Count reflections and questions after MITI: 0 nothing MI-inconsistent, 1 something, 2 a file cannot be read."
        )
        {
            files,
            programs,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(files) ?? [],
                    parsed.GetValue(programs) ?? [],
                    parsed.GetValue(json) ? FidelityText.Json : FidelityText.Of,
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error,
                    cancellationToken
                )
        );
        return command;
    }

    internal static async Task<int> RunAsync(
        IReadOnlyList<string> files,
        IReadOnlyList<string> programFiles,
        Func<FidelityReport, string> write,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var programs = new List<ProgramScript>(EmbeddedPrograms.All);
        var transcripts = new List<Transcript>();
        var mistakes = new List<string>();

        foreach (var file in programFiles)
        {
            var read = ProgramJson.Read(await TextOfAsync(file, mistakes, cancellationToken));
            programs.AddRange(read.Program is { } program ? [program] : []);
            mistakes.AddRange(read.Mistakes.Select(m => $"{file}: line {m.Line}: {m.Path}: {m.Problem}"));
        }

        foreach (var file in files)
        {
            var read = TranscriptLines.Read(await TextOfAsync(file, mistakes, cancellationToken));
            transcripts.AddRange(read.Transcripts);
            mistakes.AddRange(read.Mistakes.Select(m => $"{file}: {m}"));
        }

        if (mistakes.Count > 0)
        {
            await error.WriteLineAsync(string.Join('\n', mistakes).AsMemory(), cancellationToken);
            return Unreadable;
        }

        var report = FidelityReport.Of(transcripts, programs);
        await output.WriteLineAsync(write(report).AsMemory(), cancellationToken);
        return report.Inconsistent.Count > 0 ? MiInconsistent : Fine;
    }

    /// <summary>Empty where it cannot be read, and the mistake is noted.</summary>
    private static async Task<string> TextOfAsync(
        string file,
        List<string> mistakes,
        CancellationToken cancellationToken
    )
    {
        var read = await FileText.ReadAsync(file, cancellationToken);
        mistakes.AddRange(read.Text is null ? [read.Problem] : []);
        return read.Text ?? "";
    }
}
