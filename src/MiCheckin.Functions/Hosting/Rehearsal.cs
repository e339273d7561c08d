using MiCheckin.Functions.Simulator;

namespace MiCheckin.Functions.Hosting;

/// <summary>
/// A stand-alone program on a clock that people can move: plays everything in between in its order, timers, queues and
/// phones, so that what a week brings is what that week would have brought. Minutes in which nothing is due are passed over.
/// </summary>
internal sealed class Rehearsal(
    Pump pump,
    Foreseen foreseen,
    SimulatedNetwork network,
    SimulatedClock clock,
    IRehearsableQueues queues,
    FunctionCatalog catalog
) : IDisposable
{
    /// <summary>No further than this in one go.</summary>
    public static readonly Duration Horizon = Duration.FromDays(60);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>What is due now: a turn of the pump, and the phones' reports.</summary>
    public async Task TurnAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await PlayNowAsync(cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Moves the clock forward by <paramref name="by"/>, at most <see cref="Horizon"/>.</summary>
    public Task AdvanceAsync(Duration by, CancellationToken cancellationToken) =>
        AdvanceToAsync(clock.GetCurrentInstant() + Duration.Min(by, Horizon), cancellationToken);

    /// <summary>Moves to the next planned moment of anybody and a minute past it, so that what it brings has arrived. False: nothing is planned.</summary>
    public async Task<bool> AdvanceToNextEventAsync(CancellationToken cancellationToken)
    {
        if (await NextEventAsync(cancellationToken) is not { } next)
        {
            return false;
        }

        await AdvanceToAsync(next + Duration.FromMinutes(1), cancellationToken);
        return true;
    }

    /// <summary>The next planned moment of anybody, after now.</summary>
    public async Task<Instant?> NextEventAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var message = NextMessage() is { } at && at > now ? at : (Instant?)null;
        var slot = await foreseen.NextSlotAsync(now, cancellationToken);
        return message is null || slot < message ? slot : message;
    }

    /// <summary>When the next queue message can be taken; null when none waits.</summary>
    private Instant? NextMessage() => catalog.Queues.Min(queue => queues.NextVisible(queue.QueueName));

    public void Dispose() => _oneAtATime.Dispose();

    private async Task AdvanceToAsync(Instant target, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            clock.HoldAt(clock.GetCurrentInstant());
            await PlayNowAsync(cancellationToken);
            while (clock.GetCurrentInstant() is var now && now < target)
            {
                clock.HoldAt(Instant.Min(target, await NextMomentAsync(now, cancellationToken)));
                await PlayNowAsync(cancellationToken);
            }
        }
        finally
        {
            await clock.ReleaseAsync(CancellationToken.None);
            _oneAtATime.Release();
        }
    }

    private async Task<Instant> NextMomentAsync(Instant now, CancellationToken cancellationToken)
    {
        var next = Instant.Min(pump.NextRareTimer, await NextTickAsync(cancellationToken));
        if (NextMessage() is { } message)
        {
            next = Instant.Min(next, message);
        }

        if (await network.NextReportAsync(cancellationToken) is { } report)
        {
            next = Instant.Min(next, report);
        }

        return Instant.Max(next, now + Duration.FromMilliseconds(1));
    }

    /// <summary>The first firing of the timers of every few minutes that finds something to do.</summary>
    private async Task<Instant> NextTickAsync(CancellationToken cancellationToken)
    {
        var next = pump.NextTimer;
        return await foreseen.NextAsync(cancellationToken) switch
        {
            null => Instant.MaxValue,
            { } work when work <= next => next,
            { } work => AtTheFullMinute(work),
        };
    }

    private static Instant AtTheFullMinute(Instant work)
    {
        var minute = Duration.FromMinutes(1).BclCompatibleTicks;
        var ticks = work.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks((ticks + minute - 1) / minute * minute);
    }

    private async Task PlayNowAsync(CancellationToken cancellationToken)
    {
        do
        {
            await pump.TurnAsync(cancellationToken);
        } while (await network.DeliverReportsAsync(cancellationToken) > 0);
    }
}
