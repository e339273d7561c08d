using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Tests.Outbound;
using MiCheckin.Tests.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Hosting;

public sealed class PumpTests
{
    private static readonly Instant Evening = Instant.FromUtc(2026, 3, 2, 21, 0);
    private readonly MovableClock _clock = new(Evening);
    private readonly EmbeddedTables _tables = EmbeddedTables.InMemory();
    private readonly List<(string Function, bool IsPastDue)> _ran = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clean_up_missed_because_the_laptop_was_off_is_made_up_for_once_at_the_next_start()
    {
        await TurnOnAsync("0 40 3 * * *");
        await ForwardAsync(await TurnOnAsync("0 40 3 * * *"), Duration.FromHours(7));
        Assert.Equal([("Sweep", true)], _ran);

        _clock.Now += Duration.FromDays(3);
        var next = await TurnOnAsync("0 40 3 * * *");
        await next.TurnAsync(Stop);
        await next.TurnAsync(Stop);

        Assert.Equal([("Sweep", true), ("Sweep", true)], _ran);
    }

    [Fact]
    public async Task A_laptop_that_is_never_on_at_night_cleans_up_in_the_morning()
    {
        await (await TurnOnAsync("0 40 3 * * *")).TurnAsync(Stop);
        _clock.Now += Duration.FromHours(12);

        await (await TurnOnAsync("0 40 3 * * *")).TurnAsync(Stop);

        Assert.Equal([("Sweep", true)], _ran);
    }

    [Fact]
    public async Task The_first_start_of_all_makes_up_for_nothing()
    {
        var pump = await TurnOnAsync("0 40 3 * * *");

        await pump.TurnAsync(Stop);

        Assert.Empty(_ran);
    }

    [Fact]
    public async Task A_timer_of_every_minute_comes_round_anyway_and_costs_no_write()
    {
        var pump = await TurnOnAsync("0 * * * * *");
        await ForwardAsync(pump, Duration.FromMinutes(1));
        Assert.Single(_ran);

        _clock.Now += Duration.FromSeconds(30);
        await (await TurnOnAsync("0 * * * * *")).TurnAsync(Stop);

        Assert.Single(_ran);
    }

    private async Task ForwardAsync(Pump pump, Duration by)
    {
        _clock.Now += by;
        await pump.TurnAsync(Stop);
    }

    private async Task<Pump> TurnOnAsync(string schedule)
    {
        var services = new ServiceCollection()
            .AddKeyedSingleton<IFunction>("Sweep", new Remembered(_ran))
            .BuildServiceProvider();
        var pump = new Pump(
            new FunctionCatalog([new FunctionDefinition.Timer("Sweep", schedule)], 5),
            services,
            new VirtualQueues(_clock),
            new TimerRuns(_tables),
            _clock,
            NullLogger<Pump>.Instance
        );
        await pump.StartAsync(Stop);
        return pump;
    }

    private sealed class Remembered(List<(string Function, bool IsPastDue)> ran) : IFunction
    {
        public Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            ran.Add(("Sweep", invocation.IsPastDue));
            return Task.FromResult(FunctionResult.Done);
        }
    }
}
