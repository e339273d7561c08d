using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Settings;

namespace MiCheckin.Functions;

/// <summary>What a program without a Functions host brings along: a clock that people can move, timers, a heartbeat.</summary>
internal static partial class Composition
{
    private static async Task AddClockAsync(
        this IServiceCollection services,
        ServiceOptions settings,
        CancellationToken cancellationToken
    )
    {
        if (settings.UnderFunctionsHost || !settings.Simulated)
        {
            services.AddSingleton<IClock>(SystemClock.Instance);
            return;
        }

        var file = Path.Combine(settings.Data, "clock.txt");
        var clock = await SimulatedClock.StartAsync(SystemClock.Instance, file, cancellationToken);
        services.AddSingleton(clock).AddSingleton<IClock>(clock);
    }

    private static void AddStandAlone(this IServiceCollection services, ServiceOptions settings)
    {
        services.AddSingleton<TimerRuns>();
        services.AddSingleton<Pump>();
        if (settings.Simulated)
        {
            services.AddSingleton<Foreseen>().AddSingleton<Rehearsal>().AddSingleton<SampleCohort>();
        }

        services.AddHostedService(s => s.GetRequiredService<ProgramReview>());
        services.AddHostedService(s => new Heartbeat(
            settings.Simulated
                ? s.GetRequiredService<Rehearsal>().TurnAsync
                : s.GetRequiredService<Pump>().TurnAsync,
            s.GetRequiredService<ILogger<Heartbeat>>()
        ));
    }
}
