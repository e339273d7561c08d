using System.Globalization;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Outbound.Pacing;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.Status;

/// <summary>How that is which this program stands on: the storage, and the sender's rate.</summary>
internal sealed class OutsideLines(StorageProbe probe, IEnumerable<PaceBook> paces)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly Duration LongQueue = Duration.FromMinutes(5);

    public async Task<StatusLine> StorageAsync(CancellationToken cancellationToken)
    {
        var tried = await probe.TryAsync(cancellationToken);
        var took = $"{tried.Took.TotalMilliseconds.ToString("N0", CultureInfo.InvariantCulture)} ms";
        return new StatusLine(
            "Storage",
            tried.Trouble is { } trouble
                ? $"a probe row was {tried.Reached}, then: {trouble}"
                : $"a probe row was {tried.Reached} in {took}",
            tried.Trouble is null && tried.Took < Slow,
            "Fine when one row is written, read and deleted within 2 seconds.",
            "Check that the storage account is there and not throttled (its metrics, Azure's status page), and that this app's identity has the role Storage Table Data Contributor; embedded: that the disk is not full. Nothing is texted meanwhile, and webhooks ask Twilio to come again."
        )
        {
            Broken = tried.Trouble is not null,
        };
    }

    /// <summary>None where no provider limits the rate: simulated phones.</summary>
    public async Task<IReadOnlyList<StatusLine>> RateAsync(CancellationToken cancellationToken)
    {
        List<StatusLine> lines = [];

        foreach (var pace in paces)
        {
            var use = await pace.UseAsync(cancellationToken);
            var waits =
                use.Wait > Duration.FromSeconds(1) ? $", the next text waits {Times.Span(use.Wait)}" : "";
            lines.Add(
                new StatusLine(
                    "Share of the sender's rate used",
                    $"{use.Share.ToString("P0", CultureInfo.InvariantCulture)} of {use.SegmentsPerSecond.ToString(CultureInfo.InvariantCulture)} segments a second in the last minute{waits}",
                    use.Share < 0.8 && use.Wait < LongQueue,
                    "Fine under 80 %, and while no text waits 5 minutes for its turn.",
                    "More is due at once than the sender may text. Raise Twilio:SegmentsPerSecond if Twilio allows your sender more, add a faster sender, or spread people's preferred times. Nothing is lost: texts that would come after their window expire."
                )
            );
        }

        return lines;
    }
}
