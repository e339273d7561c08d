using System.Diagnostics.Metrics;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Outbound.Pacing;

/// <summary>What asking for a turn came to.</summary>
internal abstract record PaceTurn
{
    private PaceTurn() { }

    /// <summary>The turn is this text's alone: send at that time, not before.</summary>
    public sealed record Booked(Instant At) : PaceTurn;

    /// <summary>The next turn comes later than the text can wait. Nothing was booked.</summary>
    public sealed record TooLate(Instant At) : PaceTurn;

    /// <summary>Too many asked at once. Nothing was booked; ask again in a moment.</summary>
    public sealed record Crowded : PaceTurn;
}

/// <summary>How much of a sender's rate is used, and how long the next text would wait for its turn.</summary>
internal sealed record PaceUse(double Share, Duration Wait, double SegmentsPerSecond);

/// <summary>
/// Keeps all processes together within what a sender may send. The pace is one table row, changed only by whoever
/// read its last state, so two workers never get the same turn.
/// </summary>
internal sealed class PaceBook(ITables tables, IClock clock, double segmentsPerSecond, string sender)
{
    public const string MeterName = "MiCheckin.Pacing";
    private const string Table = "Pace";
    private const int MostAttempts = 64;

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Segments = Meter.CreateCounter<long>(
        "micheckin.pace.segments",
        "{segment}",
        "Segments for which a turn was booked."
    );
    private static readonly Gauge<double> Share = Meter.CreateGauge<double>(
        "micheckin.pace.share",
        "1",
        "Share of the sender's rate that the last whole minute used, by all processes."
    );
    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>(
        "micheckin.pace.wait",
        "s",
        "How long a text waits for its turn."
    );

    private readonly RowKey _key = new("sender", sender);

    public Task CreateAsync(CancellationToken cancellationToken) =>
        tables.CreateAsync(Table, cancellationToken);

    /// <summary>
    /// Books the next turn, unless it is later than <paramref name="latest"/>. A turn that is not used is lost; book
    /// after the checks that can still stop the text.
    /// </summary>
    public async Task<PaceTurn> BookAsync(int segments, Instant latest, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var row = await tables.FindAsync(Table, _key, cancellationToken);
            var pace = row is null ? Pace.Unused : Pace.FromColumns(row.Columns);
            var now = clock.GetCurrentInstant();
            var at = pace.NextAt(now);

            if (at > latest)
            {
                return new PaceTurn.TooLate(at);
            }

            var taken = pace.Take(now, segments, segmentsPerSecond);

            if (await SaveAsync(row, taken, cancellationToken))
            {
                Segments.Add(segments);
                Share.Record(taken.ShareOfLastMinute(segmentsPerSecond));
                Wait.Record((at - now).TotalSeconds);
                return new PaceTurn.Booked(at);
            }
        }

        return new PaceTurn.Crowded();
    }

    /// <summary>How much of the rate all processes together use now.</summary>
    public async Task<PaceUse> UseAsync(CancellationToken cancellationToken)
    {
        var row = await tables.FindAsync(Table, _key, cancellationToken);
        var pace = row is null ? Pace.Unused : Pace.FromColumns(row.Columns);
        var now = clock.GetCurrentInstant();
        return new PaceUse(
            pace.ShareBefore(now, segmentsPerSecond),
            Duration.Max(Duration.Zero, pace.FreeAt - now),
            segmentsPerSecond
        );
    }

    /// <summary>The provider says that we are too fast, or busy: nobody gets a turn before then.</summary>
    public async Task HoldUntilAsync(Instant at, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var row = await tables.FindAsync(Table, _key, cancellationToken);
            var pace = row is null ? Pace.Unused : Pace.FromColumns(row.Columns);

            if (pace.FreeAt >= at || await SaveAsync(row, pace.HoldUntil(at), cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<bool> SaveAsync(TableRow? row, Pace pace, CancellationToken cancellationToken)
    {
        TableWrite write = row is null
            ? new TableWrite.Insert(_key, pace.ToColumns())
            : new TableWrite.Replace(_key, pace.ToColumns(), row.Tag);

        return await tables.SubmitAsync(Table, [write], cancellationToken) is BatchOutcome.Committed;
    }
}
