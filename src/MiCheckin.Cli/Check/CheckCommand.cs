using System.CommandLine;
using MiCheckin.Core.Programs.Checking;

namespace MiCheckin.Cli.Check;

/// <summary><c>check FILE…</c>: tells an author everything that is wrong with a program, and how to mend it.</summary>
internal static class CheckCommand
{
    public const int Fine = 0;
    public const int HasErrors = 1;
    public const int Unreadable = 2;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Program files, such as programs/move-more.json.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json")
        {
            Description = "One JSON object per file, for other programs.",
        };
        var countries = new Option<string[]>("--country")
        {
            Description = "A country that people will be enrolled in (may be repeated); US if none is named.",
        };
        var command = new Command(
            "check",
            "Check program files: 0 no errors, 1 errors, 2 a file cannot be read."
        )
        {
            files,
            json,
            countries,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(files) ?? [],
                    parsed.GetValue(countries) ?? [],
                    parsed.GetValue(json) ? CheckReport.Json : CheckReport.Text,
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error,
                    cancellationToken
                )
        );
        return command;
    }

    internal static async Task<int> RunAsync(
        IReadOnlyList<string> files,
        IReadOnlyList<string> countries,
        Func<string, CheckOutcome, string> report,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var worst = Fine;

        foreach (var file in files)
        {
            var read = await FileText.ReadAsync(file, cancellationToken);

            if (read.Text is not { } text)
            {
                await error.WriteLineAsync(read.Problem.AsMemory(), cancellationToken);
                worst = Unreadable;
                continue;
            }

            var outcome = countries.Count == 0 ? ProgramChecker.Check(text) : Check(text, countries);
            await output.WriteLineAsync(report(file, outcome).AsMemory(), cancellationToken);
            worst = Math.Max(worst, outcome.Errors.Any() ? HasErrors : Fine);
        }

        return worst;
    }

    private static CheckOutcome Check(string text, IReadOnlyList<string> countries) =>
        ProgramChecker.Check(text) is { Program: { } program }
            ? new CheckOutcome(program, ProgramChecker.Check(program, countries))
            : ProgramChecker.Check(text);
}
