using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MiCheckin.Cli.Storage;
using MiCheckin.Functions.Enrolment;

namespace MiCheckin.Cli.Enrol;

/// <summary>Hands the file to a running service, which checks and enrols as it would from its page.</summary>
internal static class RemoteEnrolment
{
    public static async Task<int> RunAsync(
        EnrolOrder order,
        string server,
        string token,
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);

        if (!Uri.TryCreate(server, UriKind.Absolute, out var root) || token.Length == 0)
        {
            await error.WriteLineAsync(
                "--server needs an address such as https://checkin.clinic.example, and --token the service's API token."
            );
            return StorageOptions.CannotRun;
        }

        using var client = new HttpClient { BaseAddress = root, Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            await using var file = File.OpenRead(order.File);
            using var content = new StreamContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            using var answer = await client.PostAsync(AddressOf(order), content, cancellationToken);

            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity))
            {
                await error.WriteLineAsync(
                    $"The service answered {(int)answer.StatusCode}: {Hint((int)answer.StatusCode)}"
                );
                return StorageOptions.CannotRun;
            }

            var told = await answer.Content.ReadFromJsonAsync<Answer>(cancellationToken) ?? new Answer();
            EnrolCommand.Show(output, told.Problems);
            await output.WriteLineAsync(told.Sentence);
            return told.Problems.Count == 0 ? StorageOptions.Fine : StorageOptions.Found;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync(
                "The service did not answer in time. Send the file again: whoever is enrolled already is told apart."
            );
            return StorageOptions.CannotRun;
        }
        catch (JsonException)
        {
            await error.WriteLineAsync("The answer is none of this service. Is the address right?");
            return StorageOptions.CannotRun;
        }
        catch (Exception mendable)
            when (mendable is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(mendable.Message);
            return StorageOptions.CannotRun;
        }
    }

    private static Uri AddressOf(EnrolOrder order) =>
        new(
            $"/console/api/enrol?dryRun={order.DryRun}&skipBad={order.Request.SkipBad}&cohort={Uri.EscapeDataString(order.Request.Cohort)}",
            UriKind.Relative
        );

    /// <summary>Both answers of the service: what was done, and what must be mended first.</summary>
    internal sealed record Answer
    {
        public bool DryRun { get; init; }
        public int Enrolled { get; init; }
        public int AlreadyEnrolled { get; init; }
        public IReadOnlyList<EnrolmentProblem> Problems { get; init; } = [];

        public string Sentence =>
            $"{Enrolled} {(DryRun ? "can be enrolled" : "enrolled")}; {AlreadyEnrolled} were enrolled already; {Problems.Count} to mend.";
    }

    private static string Hint(int status) =>
        status switch
        {
            401 or 403 => "the token is wrong, or the service has none (setting Console:ApiToken).",
            404 => "this address has no enrolment API.",
            413 => "the file is too large.",
            _ => "see the service's log.",
        };
}
