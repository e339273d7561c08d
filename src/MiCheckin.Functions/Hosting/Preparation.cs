using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Settings;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Hosting;

/// <summary>What must be there before the first request: tables, queues, the shipped programs and, on a laptop, somebody to text.</summary>
internal static partial class Preparation
{
    public static async Task PrepareAsync(
        this WebApplication app,
        SettingsOutcome.Good settings,
        CancellationToken cancellationToken
    )
    {
        var services = app.Services;

        // At once and not in turn: a cold start on Azure waits for each answer.
        var tables = services.GetRequiredService<ITables>();
        var queues = services.GetRequiredService<IQueues>();
        await Task.WhenAll([
            .. Keys
                .Tables.Concat(PeopleKeys.Tables)
                .Select(table => tables.CreateAsync(table, cancellationToken)),
            .. services
                .GetRequiredService<FunctionCatalog>()
                .Queues.SelectMany(q => (string[])[q.QueueName, QueueNames.Poison(q.QueueName)])
                .Select(queue => queues.CreateAsync(queue, cancellationToken)),
        ]);

        await PublishProgramsAsync(services, cancellationToken);
        if (settings.Service.UnderFunctionsHost)
        {
            return;
        }

        await services.GetRequiredService<Pump>().StartAsync(cancellationToken);
        if (settings.Service.Simulated)
        {
            await services.GetRequiredService<SampleCohort>().EnrolOnFirstStartAsync(cancellationToken);
        }
    }

    private static async Task PublishProgramsAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var shelf = services.GetRequiredService<ProgramShelf>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("MiCheckin.Programs");
        foreach (var (name, program) in EmbeddedPrograms.Names.Zip(EmbeddedPrograms.All))
        {
            var outcome = await shelf.PublishAsync(program, EmbeddedPrograms.Json(name), cancellationToken);
            if (outcome is PublishOutcome.OtherWordsUnderThisVersion)
            {
                Log.OtherWords(logger, program.Id, program.Version);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            4401,
            LogLevel.Warning,
            "The shipped program {Program} says other words than the stored version {Version}. People stay with the stored one; raise the version to use the new words."
        )]
        public static partial void OtherWords(ILogger logger, string program, int version);
    }
}
