using System.CommandLine;
using MiCheckin.Cli.Service;
using MiCheckin.Cli.Storage;
using MiCheckin.Functions.Enrolment;

namespace MiCheckin.Cli.Enrol;

/// <summary>Hands the file to a running service, which checks and enrols as it would from its page.</summary>
internal static class RemoteEnrolment
{
    public static Task<int> RunAsync(
        EnrolOrder order,
        RunningService service,
        ParseResult parsed,
        CancellationToken cancellationToken
    ) =>
        service.SendAsync<Answer>(
            parsed,
            new SentFile(order.File, "text/csv", AddressOf(order)),
            async (told, output) =>
            {
                EnrolCommand.Show(output, told.Problems);
                await output.WriteLineAsync(told.Sentence);
                return told.Problems.Count == 0 ? StorageOptions.Fine : StorageOptions.Found;
            },
            cancellationToken
        );

    private static Uri AddressOf(EnrolOrder order) =>
        new(
            $"/console/api/enrol?dryRun={order.DryRun}&skipBad={order.Request.SkipBad}&cohort={Uri.EscapeDataString(order.Request.Cohort)}",
            UriKind.Relative
        );

    /// <summary>Both answers of the service: what was done, and what must be mended first.</summary>
    private sealed record Answer
    {
        public bool DryRun { get; init; }
        public int Enrolled { get; init; }
        public int AlreadyEnrolled { get; init; }
        public IReadOnlyList<EnrolmentProblem> Problems { get; init; } = [];

        public string Sentence =>
            $"{Enrolled} {(DryRun ? "can be enrolled" : "enrolled")}; {AlreadyEnrolled} were enrolled already; {Problems.Count} to mend.";
    }
}
