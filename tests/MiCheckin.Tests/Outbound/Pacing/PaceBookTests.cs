using System.Diagnostics.Metrics;
using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Functions.Outbound.Pacing;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Outbound.Pacing;

public sealed class PaceBookTests : IAsyncLifetime
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);
    private readonly EmbeddedTables _tables = EmbeddedTables.InMemory();
    private readonly MovableClock _clock = new(Noon);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Book(1).CreateAsync(Token);

    public ValueTask DisposeAsync() => _tables.DisposeAsync();

    [Fact]
    public async Task The_first_text_goes_at_once_and_the_next_when_its_segments_are_through()
    {
        Assert.Equal(Noon, await BookedAsync(Book(1), segments: 3));
        Assert.Equal(Noon + Duration.FromSeconds(3), await BookedAsync(Book(1), segments: 1));
        Assert.Equal(Noon + Duration.FromSeconds(4), await BookedAsync(Book(1), segments: 1));
    }

    [Fact]
    public async Task Time_that_nobody_used_is_not_saved_up()
    {
        await BookedAsync(Book(1), segments: 1);
        _clock.Now = Noon + Duration.FromMinutes(10);

        Assert.Equal(_clock.Now, await BookedAsync(Book(1), segments: 1));
        Assert.Equal(_clock.Now + Duration.FromSeconds(1), await BookedAsync(Book(1), segments: 1));
    }

    [Fact]
    public async Task A_turn_that_comes_too_late_is_not_taken()
    {
        await BookedAsync(Book(1), segments: 60);

        var late = await Book(1).BookAsync(1, Noon + Duration.FromSeconds(59), Token);

        Assert.Equal(new PaceTurn.TooLate(Noon + Duration.FromSeconds(60)), late);
        Assert.Equal(Noon + Duration.FromSeconds(60), await BookedAsync(Book(1), segments: 1));
    }

    [Fact]
    public async Task Workers_at_once_never_share_a_turn()
    {
        var workers = Enumerable
            .Range(0, 8)
            .Select(_ =>
                Task.Run(
                    async () =>
                    {
                        var turns = new List<Instant>();

                        while (turns.Count < 25)
                        {
                            if (await Book(10).BookAsync(2, Instant.MaxValue, Token) is PaceTurn.Booked turn)
                            {
                                turns.Add(turn.At);
                            }
                        }

                        return turns;
                    },
                    Token
                )
            );

        var turns = (await Task.WhenAll(workers)).SelectMany(t => t).Order().ToList();

        Assert.Equal(Enumerable.Range(0, 200).Select(n => Noon + Duration.FromMilliseconds(200 * n)), turns);
    }

    [Fact]
    public async Task Nobody_sends_while_the_provider_is_too_busy()
    {
        var until = Noon + Duration.FromSeconds(30);
        await Book(1).HoldUntilAsync(until, Token);
        await Book(1).HoldUntilAsync(Noon + Duration.FromSeconds(5), Token);

        Assert.Equal(until, await BookedAsync(Book(1), segments: 1));
    }

    [Fact]
    public async Task Senders_do_not_wait_for_each_other()
    {
        await BookedAsync(Book(1), segments: 60);

        Assert.Equal(Noon, await BookedAsync(Book(1, sender: "another"), segments: 1));
    }

    [Fact]
    public async Task The_share_of_the_rate_is_measured_over_the_last_whole_minute()
    {
        var shares = new List<double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name is PaceBook.MeterName && instrument.Name is "micheckin.pace.share")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>(
            (_, share, _, _) =>
            {
                lock (shares)
                {
                    shares.Add(share);
                }
            }
        );
        listener.Start();

        await BookedAsync(Book(2), segments: 31);
        _clock.Now = Noon + Duration.FromMinutes(1);
        await BookedAsync(Book(2), segments: 1);

        // Other tests measure at the same time; none of them uses 31 of 120.
        Assert.Contains(31 / 120.0, shares);
    }

    [Fact]
    public void Turns_never_overlap_however_the_clocks_of_the_workers_differ() =>
        Prop.ForAll(
                Gen.Choose(1, 10).Zip(Gen.Choose(-5_000, 5_000)).ArrayOf().ToArbitrary(),
                texts =>
                {
                    var pace = Pace.Unused;

                    foreach (var (segments, skew) in texts)
                    {
                        var now = Noon + Duration.FromMilliseconds(skew);
                        var at = pace.NextAt(now);
                        var next = pace.Take(now, segments, segmentsPerSecond: 4);

                        if (
                            at < pace.FreeAt
                            || at < now
                            || next.FreeAt - at != Duration.FromSeconds(segments / 4.0)
                        )
                        {
                            return false;
                        }

                        pace = Pace.FromColumns(next.ToColumns());
                    }

                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    private PaceBook Book(double segmentsPerSecond, string sender = "twilio") =>
        new(_tables, _clock, segmentsPerSecond, sender);

    private static async Task<Instant> BookedAsync(PaceBook book, int segments) =>
        Assert.IsType<PaceTurn.Booked>(await book.BookAsync(segments, Instant.MaxValue, Token)).At;
}
