using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MiCheckin.Cli.Storage;

namespace MiCheckin.Cli.Service;

/// <summary>A service that runs elsewhere, which is handed a file and answers as its pages would.</summary>
internal sealed class RunningService
{
    private readonly Option<string?> _server = new("--server")
    {
        Description = "The address of a running service.",
    };
    private readonly Option<string?> _token = new("--token") { Description = "Its API token." };

    public void AddTo(Command command)
    {
        command.Options.Add(_server);
        command.Options.Add(_token);
    }

    public bool IsNamed(ParseResult parsed) => parsed.GetValue(_server) is not null;

    /// <summary>
    /// Sends the file and shows the answer, which is the same shape whether all was well (200) or something is to be mended
    /// (422). Everything else is told on the error stream, with exit code 2.
    /// </summary>
    public async Task<int> SendAsync<TAnswer>(
        ParseResult parsed,
        SentFile file,
        Func<TAnswer, TextWriter, Task<int>> show,
        CancellationToken cancellationToken
    )
        where TAnswer : class
    {
        var error = parsed.InvocationConfiguration.Error;
        var token = parsed.GetValue(_token) ?? "";

        if (!Uri.TryCreate(parsed.GetValue(_server), UriKind.Absolute, out var root) || token.Length == 0)
        {
            await error.WriteLineAsync(
                "--server needs an address such as https://checkin.clinic.example, and --token the service's API token."
            );
            return StorageOptions.CannotRun;
        }

        try
        {
            return await PostAsync(
                new Door(root, token),
                file,
                show,
                parsed.InvocationConfiguration,
                cancellationToken
            );
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync(
                "The service did not answer in time. Send the file again: what was done already is told apart."
            );
        }
        catch (JsonException)
        {
            await error.WriteLineAsync("The answer is none of this service. Is the address right?");
        }
        catch (Exception mendable)
            when (mendable is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(mendable.Message);
        }

        return StorageOptions.CannotRun;
    }

    private static async Task<int> PostAsync<TAnswer>(
        Door door,
        SentFile file,
        Func<TAnswer, TextWriter, Task<int>> show,
        InvocationConfiguration streams,
        CancellationToken cancellationToken
    )
        where TAnswer : class
    {
        using var client = new HttpClient { BaseAddress = door.Address, Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", door.Token);
        using var content = new ByteArrayContent(await File.ReadAllBytesAsync(file.Path, cancellationToken));
        content.Headers.ContentType = new MediaTypeHeaderValue(file.Type);
        using var answer = await client.PostAsync(file.To, content, cancellationToken);

        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity)
        {
            var told =
                await answer.Content.ReadFromJsonAsync<TAnswer>(cancellationToken)
                ?? throw new JsonException();
            return await show(told, streams.Output);
        }

        var status = (int)answer.StatusCode;
        await streams.Error.WriteLineAsync($"The service answered {status}: {Hint(status)}");
        return StorageOptions.CannotRun;
    }

    private static string Hint(int status) =>
        status switch
        {
            400 => "the file is empty, or too large.",
            401 or 403 => "the token is wrong, or the service has none (setting Console:ApiToken).",
            404 => "this address has no such API. Is the service older than this tool?",
            413 => "the file is too large.",
            _ => "see the service's log.",
        };
}

/// <summary>Where a service is, and what opens it.</summary>
internal sealed record Door(Uri Address, string Token)
{
    public override string ToString() => Address.ToString();
}

/// <summary>A file, what it is, and where on the service it goes.</summary>
internal sealed record SentFile(string Path, string Type, Uri To);
