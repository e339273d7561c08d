using System.CommandLine;
using MiCheckin.Cli.Service;
using MiCheckin.Cli.Storage;
using MiCheckin.Functions.Enrolment;
using Spectre.Console;

namespace MiCheckin.Cli.Enrol;

/// <summary><c>enrol FILE</c>: checks the whole TheFile, shows every mistake, and enrols people unless there is one.</summary>
internal static class EnrolCommand
{
    private static readonly Argument<string> TheFile = new("FILE")
    {
        Description = "A CSV file with name, phone and zone.",
    };
    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Only check; enrol nobody.",
    };
    private static readonly Option<bool> SkipBad = new("--skip-bad")
    {
        Description = "Enrol the good rows and leave the others out.",
    };
    private static readonly Option<string?> Cohort = new("--cohort")
    {
        Description = "The cohort of rows that name none.",
    };

    public static Command Create()
    {
        var storage = new StorageOptions();
        var service = new RunningService();
        var command = new Command("enrol", "Enrol people: 0 done, 1 rows to mend, 2 cannot run.")
        {
            TheFile,
            DryRun,
            SkipBad,
            Cohort,
        };
        service.AddTo(command);
        storage.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var order = new EnrolOrder(
                    parsed.GetValue(TheFile) ?? "",
                    parsed.GetValue(DryRun),
                    new EnrolmentRequest("cli", parsed.GetValue(Cohort) ?? "", parsed.GetValue(SkipBad))
                );
                var output = parsed.InvocationConfiguration.Output;
                return service.IsNamed(parsed)
                    ? RemoteEnrolment.RunAsync(order, service, parsed, cancellationToken)
                    : storage.RunAsync(
                        parsed,
                        opened => RunAsync(order, opened.Enrolment, output, cancellationToken),
                        cancellationToken
                    );
            }
        );
        return command;
    }

    internal static async Task<int> RunAsync(
        EnrolOrder order,
        EnrolmentFlow flow,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        await using var stream = File.OpenRead(order.File);

        if (order.DryRun)
        {
            var check = await flow.CheckAsync(stream, order.Request, cancellationToken);
            Show(output, check.Problems);
            await output.WriteLineAsync(check.Sentence);
            return check.IsGood ? StorageOptions.Fine : StorageOptions.Found;
        }

        var result = await flow.EnrolAsync(stream, order.Request, cancellationToken);
        Show(output, result.Problems);
        await output.WriteLineAsync(result.Sentence);
        return result.Problems.Count == 0 ? StorageOptions.Fine : StorageOptions.Found;
    }

    internal static void Show(TextWriter output, IReadOnlyList<EnrolmentProblem> problems)
    {
        if (problems.Count == 0)
        {
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var table = new Table().AddColumns("Row", "Column", "Value", "What is wrong", "How to mend it");

        foreach (var p in problems)
        {
            table.AddRow(
                new Text(p.Row.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                new Text(p.Column),
                new Text(p.Value),
                new Text(p.Reason),
                new Text(p.Fix)
            );
        }

        console.Write(table);
    }
}

/// <summary>What the command line asks for.</summary>
internal sealed record EnrolOrder(string File, bool DryRun, EnrolmentRequest Request);
