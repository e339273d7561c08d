using MiCheckin.Functions.Outbound.Pacing;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Tests.Storage.Azure;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Outbound.Pacing;

/// <summary>Two processes share nothing but the table, as two instances of the app do.</summary>
[Collection(Azurite.Collection)]
public sealed class PaceOnAzuriteTests(Azurite azurite)
{
    private const int Each = 12;
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_whose_clocks_differ_stay_together_within_the_senders_rate()
    {
        var sender = Guid.NewGuid().ToString("N");
        await Process(sender, Duration.Zero).CreateAsync(Token);

        var both = await Task.WhenAll(
            TurnsAsync(Process(sender, Duration.Zero)),
            TurnsAsync(Process(sender, Duration.FromMilliseconds(300)))
        );

        var turns = both.SelectMany(t => t).Order().ToList();
        Assert.Equal(2 * Each, turns.Count);
        Assert.All(
            turns.Zip(turns.Skip(1)),
            pair => Assert.True(pair.Second - pair.First >= Duration.FromSeconds(2), $"{pair}")
        );
    }

    private PaceBook Process(string sender, Duration ahead) =>
        new(
            new AzureTables(azurite.Account, SystemClock.Instance, Azurite.Patient),
            new MovableClock(Noon + ahead),
            segmentsPerSecond: 1,
            sender
        );

    /// <summary>Turns of two segments each: at one a second nobody else has one for two seconds.</summary>
    private static async Task<List<Instant>> TurnsAsync(PaceBook book)
    {
        List<Instant> turns = [];

        while (turns.Count < Each)
        {
            if (await book.BookAsync(2, Instant.MaxValue, Token) is PaceTurn.Booked turn)
            {
                turns.Add(turn.At);
            }
        }

        return turns;
    }
}
