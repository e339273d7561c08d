using System.Globalization;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.Status;

/// <summary>Asks every part how it is.</summary>
internal sealed class StatusLines(
    ITables tables,
    IQueues queues,
    AlertBook alerts,
    CoachBook coaches,
    ParticipantStore people,
    IClock clock
)
{
    /// <summary>The timer runs each minute; twice that is late.</summary>
    private static readonly Duration Late = Duration.FromMinutes(3);

    public async Task<IReadOnlyList<StatusLine>> AllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return
        [
            await DueAsync(now, cancellationToken),
            await RiskAsync(now, cancellationToken),
            await UnknownAsync(cancellationToken),
            .. await QueuesAsync(cancellationToken),
            await UnsureAsync(now, cancellationToken),
        ];
    }

    private async Task<StatusLine> DueAsync(Instant now, CancellationToken cancellationToken)
    {
        var due = new DueIndex(tables);
        Instant? oldest = null;

        for (var shard = 0; shard < Keys.DueShards; shard++)
        {
            await foreach (var row in due.DueAsync(shard, now, 1, cancellationToken))
            {
                oldest = Instant.Min(oldest ?? row.At, row.At);
            }
        }

        var late = oldest is { } at ? now - at : Duration.Zero;
        return new StatusLine(
            "Oldest check-in that is due",
            oldest is null ? "none waits" : $"{Times.Span(late)} late",
            late <= Late,
            "Fine up to 3 minutes: each minute everything due is handed out.",
            "Check that the timer SendDueCheckIns runs, and look for poison in the queue checkins. Late check-ins expire by rule; nothing bursts."
        );
    }

    private async Task<StatusLine> RiskAsync(Instant now, CancellationToken cancellationToken)
    {
        var waiting = (await alerts.OpenAsync(cancellationToken))
            .Where(a => a.IsRisk && a.WaitsForSomebody)
            .ToList();
        var oldest = waiting is [] ? Duration.Zero : now - waiting.Min(a => a.RaisedAt);
        return new StatusLine(
            "Risk alerts nobody has acknowledged",
            waiting is [] ? "none" : $"{waiting.Count}, the oldest for {Times.Span(oldest)}",
            waiting is [],
            "Fine when none waits. The coach is paged at once, the next contact every 15 minutes.",
            "Open Alerts now and take them in hand. If they are older than a few minutes, check that the coaches' addresses are right and that mail goes out."
        );
    }

    private async Task<StatusLine> UnknownAsync(CancellationToken cancellationToken)
    {
        var count = 0;

        await foreach (
            var _ in tables.QueryAsync(
                Keys.DueTable,
                new RowRange(Keys.UnknownTexts, Max: 1000),
                cancellationToken
            )
        )
        {
            count++;
        }

        return new StatusLine(
            "Texts whose outcome is unknown",
            Number(count),
            count <= 5,
            "Fine up to 5: each is settled by a report or by the provider's list within minutes.",
            "Look at the provider's status page. These texts are not sent again until it is proven that they were not."
        );
    }

    private async Task<IReadOnlyList<StatusLine>> QueuesAsync(CancellationToken cancellationToken)
    {
        List<StatusLine> lines = [];

        foreach (var queue in new[] { QueueNames.CheckIns, QueueNames.Outbox, QueueNames.Digests })
        {
            var waiting = await queues.CountAsync(queue, cancellationToken);
            var poison = await queues.CountAsync(queue + "-poison", cancellationToken);
            lines.Add(
                new StatusLine(
                    $"Queue {queue}",
                    poison is 0
                        ? $"{Number(waiting)} waiting"
                        : $"{Number(waiting)} waiting, {Number(poison)} failed for good",
                    poison is 0 && waiting < 1000,
                    "Fine below 1,000 waiting, and nothing in its poison queue.",
                    "Messages that failed five times lie in the poison queue. Read the log for their errors, mend the cause, and put them back."
                )
            );
        }

        return lines;
    }

    /// <summary>Costs one read per person and one more per person who texted today.</summary>
    private async Task<StatusLine> UnsureAsync(Instant now, CancellationToken cancellationToken)
    {
        var since = now - Duration.FromDays(1);
        List<StoredReply> replies = [];

        foreach (var coach in await coaches.CoachesAsync(cancellationToken))
        {
            foreach (var id in await coaches.RosterAsync(coach.Id, cancellationToken))
            {
                if ((await people.FindAsync(id, cancellationToken))?.State.LastReplyAt >= since)
                {
                    replies.AddRange(
                        (await people.InboxAsync(id, cancellationToken)).Where(r => r.At >= since)
                    );
                }
            }
        }

        var share = replies is []
            ? 0
            : replies.Count(r => r.Reading.Talk is Talk.Unsure) / (double)replies.Count;
        return new StatusLine(
            "Replies of the last day that were read as unsure",
            $"{share.ToString("P0", CultureInfo.InvariantCulture)} of {Number(replies.Count)}",
            share <= 0.4 || replies.Count < 10,
            "Fine up to 40 %: saying unsure is honest, and moves no stage.",
            "If it stays higher, people write in a way that the reader does not know. Try some of their texts, and tell the maintainers."
        );
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
