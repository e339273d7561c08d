using System.CommandLine;
using MiCheckin.Cli.Storage;
using MiCheckin.Functions.Enrolment;
using Spectre.Console;

namespace MiCheckin.Cli.Enrol;

/// <summary><c>enrol FILE</c>: checks the whole file, shows every mistake, and enrols people unless there is one.</summary>
internal static class EnrolCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A CSV file with name, phone and zone." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only check; enrol nobody." };
        var skipBad = new Option<bool>("--skip-bad")
        {
            Description = "Enrol the good rows and leave the others out.",
        };
        var cohort = new Option<string?>("--cohort") { Description = "The cohort of rows that name none." };
        var server = new Option<string?>("--server") { Description = "The address of a running service." };
        var token = new Option<string?>("--token") { Description = "Its API token." };
        var storage = new StorageOptions();
        var command = new Command("enrol", "Enrol people: 0 done, 1 rows to mend, 2 cannot run.")
        {
            file,
            dryRun,
            skipBad,
            cohort,
            server,
            token,
        };
        storage.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var order = new EnrolOrder(
                    parsed.GetValue(file) ?? "",
                    parsed.GetValue(dryRun),
                    new EnrolmentRequest("cli", parsed.GetValue(cohort) ?? "", parsed.GetValue(skipBad))
                );
                var output = parsed.InvocationConfiguration.Output;
                return parsed.GetValue(server) is { } address
                    ? RemoteEnrolment.RunAsync(
                        order,
                        address,
                        parsed.GetValue(token) ?? "",
                        parsed,
                        cancellationToken
                    )
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
