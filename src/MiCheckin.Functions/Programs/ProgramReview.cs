using System.Collections.Concurrent;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Programs.Checking;

namespace MiCheckin.Functions.Programs;

/// <summary>
/// What the checker finds in the programs that run, for the log and the console. A check takes a quarter of a second, so
/// it runs beside the start and each version is checked once.
/// </summary>
internal sealed partial class ProgramReview(ILogger<ProgramReview> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<Finding>> _known = new(
        StringComparer.Ordinal
    );

    public IReadOnlyList<Finding> Of(ProgramScript program) =>
        _known.GetOrAdd(program.ContentHash, _ => ProgramChecker.Check(program));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();

        foreach (var program in EmbeddedPrograms.All)
        {
            stoppingToken.ThrowIfCancellationRequested();
            var findings = Of(program);
            var errors = findings.Count(f => f.Severity is Severity.Error);

            if (findings.Count > 0)
            {
                Log.Found(logger, program.Id, program.Version, errors, findings.Count - errors);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            4411,
            LogLevel.Warning,
            "The check of program {Program} version {Version} found {Errors} errors and {Warnings} warnings. The console lists them under Programs."
        )]
        public static partial void Found(
            ILogger logger,
            string program,
            int version,
            int errors,
            int warnings
        );
    }
}
