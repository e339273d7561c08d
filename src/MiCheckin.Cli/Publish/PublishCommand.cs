using System.CommandLine;
using MiCheckin.Cli.Check;
using MiCheckin.Cli.Service;
using MiCheckin.Cli.Storage;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Cli.Publish;

/// <summary><c>publish FILE</c>: checks a program whole and takes it into use, here or at a running service.</summary>
internal static class PublishCommand
{
    private static readonly Uri Api = new("/console/api/programs", UriKind.Relative);

    private static readonly Argument<string> TheFile = new("FILE")
    {
        Description = "A program file, such as programs/move-more.json.",
    };

    public static Command Create()
    {
        var storage = new StorageOptions();
        var service = new RunningService();
        var command = new Command(
            "publish",
            "Publish a program for cohorts to use: 0 done, 1 to mend first, 2 cannot run."
        )
        {
            TheFile,
        };
        service.AddTo(command);
        storage.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var file = parsed.GetValue(TheFile) ?? "";
                return service.IsNamed(parsed)
                    ? service.SendAsync<Answer>(
                        parsed,
                        new SentFile(file, "application/json", Api),
                        (told, output) => ShowAsync(file, told, output),
                        cancellationToken
                    )
                    : storage.RunAsync(
                        parsed,
                        opened =>
                            HereAsync(file, opened, parsed.InvocationConfiguration.Output, cancellationToken),
                        cancellationToken
                    );
            }
        );
        return command;
    }

    private static async Task<int> HereAsync(
        string file,
        OpenedStorage opened,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var publisher = new ProgramPublisher(opened.Shelf, opened.Trail);
        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        var done = await publisher.PublishAsync(bytes, "cli", cancellationToken);

        if (done.Check.Findings.Count > 0)
        {
            await output.WriteLineAsync(CheckReport.Text(file, done.Check));
        }

        await output.WriteLineAsync(done.Sentence);
        return done.Stands ? StorageOptions.Fine : StorageOptions.Found;
    }

    private static async Task<int> ShowAsync(string file, Answer told, TextWriter output)
    {
        foreach (var f in told.Findings)
        {
            await output.WriteLineAsync(
                $"{file}: {f.Severity} ({f.Rule}) at {f.Path}\n    {f.Problem}\n    fix:  {f.Fix}"
            );
        }

        await output.WriteLineAsync(told.Sentence);
        return told.Published ? StorageOptions.Fine : StorageOptions.Found;
    }

    private sealed record Answer
    {
        public bool Published { get; init; }
        public string Sentence { get; init; } = "";
        public IReadOnlyList<ToldFinding> Findings { get; init; } = [];
    }

    private sealed record ToldFinding(string Severity, string Rule, string Path, string Problem, string Fix);
}
