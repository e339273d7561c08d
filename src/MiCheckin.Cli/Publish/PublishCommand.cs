using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MiCheckin.Cli.Check;
using MiCheckin.Cli.Storage;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Cli.Publish;

/// <summary><c>publish FILE</c>: checks a program whole and takes it into use, here or at a running service.</summary>
internal static class PublishCommand
{
    private static readonly Argument<string> TheFile = new("FILE")
    {
        Description = "A program file, such as programs/move-more.json.",
    };
    private static readonly Option<string?> Server = new("--server")
    {
        Description = "The address of a running service.",
    };
    private static readonly Option<string?> Token = new("--token") { Description = "Its API token." };

    public static Command Create()
    {
        var storage = new StorageOptions();
        var command = new Command(
            "publish",
            "Publish a program for cohorts to use: 0 done, 1 to mend first, 2 cannot run."
        )
        {
            TheFile,
            Server,
            Token,
        };
        storage.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var file = parsed.GetValue(TheFile) ?? "";
                return parsed.GetValue(Server) is { } address
                    ? AtServiceAsync(
                        file,
                        address,
                        parsed.GetValue(Token) ?? "",
                        parsed.InvocationConfiguration,
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
        var done = await publisher.PublishAsync(
            await File.ReadAllBytesAsync(file, cancellationToken),
            "cli",
            cancellationToken
        );

        if (done.Check.Findings.Count > 0)
        {
            await output.WriteLineAsync(CheckReport.Text(file, done.Check));
        }

        await output.WriteLineAsync(done.Sentence);
        return done.Stands ? StorageOptions.Fine : StorageOptions.Found;
    }

    private static async Task<int> AtServiceAsync(
        string file,
        string server,
        string token,
        InvocationConfiguration streams,
        CancellationToken cancellationToken
    )
    {
        if (!Uri.TryCreate(server, UriKind.Absolute, out var root) || token.Length == 0)
        {
            await streams.Error.WriteLineAsync(
                "--server needs an address such as https://checkin.clinic.example, and --token the service's API token."
            );
            return StorageOptions.CannotRun;
        }

        using var client = new HttpClient { BaseAddress = root };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var content = new ByteArrayContent(await File.ReadAllBytesAsync(file, cancellationToken));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await client.PostAsync("/console/api/programs", content, cancellationToken);

            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity))
            {
                await streams.Error.WriteLineAsync(
                    $"The service answered {(int)answer.StatusCode}: {(answer.StatusCode is HttpStatusCode.Unauthorized ? "the token is wrong." : "see its log.")}"
                );
                return StorageOptions.CannotRun;
            }

            var told =
                await answer.Content.ReadFromJsonAsync<Told>(cancellationToken) ?? new Told("", false, []);
            foreach (var finding in told.Findings)
            {
                await streams.Output.WriteLineAsync(
                    $"{file}: {finding.Severity} ({finding.Rule}) at {finding.Path}\n    {finding.Problem}\n    fix:  {finding.Fix}"
                );
            }

            await streams.Output.WriteLineAsync(told.Sentence);
            return told.Published ? StorageOptions.Fine : StorageOptions.Found;
        }
        catch (Exception mendable)
            when (mendable
                    is HttpRequestException
                        or IOException
                        or JsonException
                        or UnauthorizedAccessException
            )
        {
            await streams.Error.WriteLineAsync(mendable.Message);
            return StorageOptions.CannotRun;
        }
    }

    private sealed record Told(string Sentence, bool Published, IReadOnlyList<ToldFinding> Findings);

    private sealed record ToldFinding(
        string Severity,
        string Rule,
        string Path,
        string Problem,
        string Text,
        string Fix
    );
}
