using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Hosting;

/// <summary>What the timers of every few minutes will find to do, and when: a rehearsal passes over the minutes before.</summary>
internal sealed class Foreseen(DueIndex due, UnknownTexts unknown, AlertBook alerts)
{
    /// <summary>The next planned slot of anybody after <paramref name="now"/>; null when nothing is planned.</summary>
    public async Task<Instant?> NextSlotAsync(Instant now, CancellationToken cancellationToken)
    {
        Instant? next = null;
        await foreach (var row in due.AllAsync(cancellationToken))
        {
            if (row.At > now && (next is null || row.At < next))
            {
                next = row.At;
            }
        }

        return next;
    }

    /// <summary>The first moment, perhaps past, that a slot is due, an alert is paged or a text must be asked about; null when there is none.</summary>
    public async Task<Instant?> NextAsync(CancellationToken cancellationToken)
    {
        if (await unknown.ListAsync(1, cancellationToken).AnyAsync(cancellationToken))
        {
            return Instant.MinValue;
        }

        var open = await alerts.OpenAsync(cancellationToken);
        var pages = open.Where(a => a.WaitsForSomebody).Select(a => a.NextPageAt);
        return pages.Append(await due.FirstAsync(cancellationToken)).Min();
    }
}
