using MiCheckin.Functions.Console.Status;
using MiCheckin.Functions.Outbound.Pacing;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Tests.Safety;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Console;

public sealed class OutsideLinesTests : IAsyncLifetime
{
    private readonly EmbeddedTables rows = EmbeddedTables.InMemory();
    private readonly MovableClock clock = new(Instant.FromUtc(2026, 3, 3, 21, 0));
    private BreakableTables tables = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        tables = new BreakableTables(rows);
        await tables.CreateAsync(Functions.Storage.Keys.Pace, Token);
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();

    [Fact]
    public async Task Storage_that_works_is_fine_and_keeps_nothing_of_the_probe()
    {
        var line = await Lines().StorageAsync(Token);

        Assert.True(line.Fine, line.Value);
        Assert.StartsWith(
            "a probe row was written, read and deleted in ",
            line.Value,
            StringComparison.Ordinal
        );
        Assert.Empty(await tables.ScanAsync(Functions.Storage.Keys.Pace, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Storage_that_fails_half_way_says_how_far_it_came_and_what_to_do()
    {
        var writes = 0;
        tables.BreaksBefore = _ => ++writes == 2;

        var line = await Lines().StorageAsync(Token);

        Assert.True(line is { Fine: false, Broken: true });
        Assert.StartsWith("a probe row was written and read, then: ", line.Value, StringComparison.Ordinal);
        Assert.Contains("Storage Table Data Contributor", line.Otherwise, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_share_of_the_rate_is_that_of_the_last_minute_by_all_processes()
    {
        var (one, other) = (NewPace(), NewPace());
        for (var turn = 0; turn < 3; turn++)
        {
            await one.BookAsync(2, clock.Now + Duration.FromHours(1), Token);
            await other.BookAsync(2, clock.Now + Duration.FromHours(1), Token);
            clock.Now += Duration.FromSeconds(10);
        }

        clock.Now += Duration.FromSeconds(31);
        var line = Assert.Single(await Lines(NewPace()).RateAsync(Token));
        Assert.Equal((true, "20 % of 1 segments a second in the last minute"), (line.Fine, line.Value));

        clock.Now += Duration.FromMinutes(1);
        Assert.StartsWith(
            "0 %",
            Assert.Single(await Lines(NewPace()).RateAsync(Token)).Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_sender_that_is_booked_for_long_is_not_fine()
    {
        var pace = NewPace();
        for (var turn = 0; turn < 100; turn++)
        {
            await pace.BookAsync(6, clock.Now + Duration.FromHours(1), Token);
        }

        var line = Assert.Single(await Lines(pace).RateAsync(Token));

        Assert.False(line.Fine);
        Assert.Contains("100 % of 1 segments", line.Value, StringComparison.Ordinal);
        Assert.Contains("the next text waits 10 minutes", line.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulated_phones_have_no_rate() => Assert.Empty(await Lines().RateAsync(Token));

    private OutsideLines Lines(params PaceBook[] paces) =>
        new(new StorageProbe(tables, TimeProvider.System), paces);

    private PaceBook NewPace() => new(tables, clock, 1, "number");
}
