using System.Globalization;
using MiCheckin.Functions.Hosting;

namespace MiCheckin.Functions.Storage.Embedded;

/// <summary>
/// Queues kept with the embedded tables, in the same journal: a message put and acknowledged outlives kill -9. What is
/// visible is told by the clock given, so that a rehearsal's queues run on its time.
/// </summary>
internal sealed class EmbeddedQueues(EmbeddedTables tables, IClock clock) : IRehearsableQueues
{
    private const string Text = "Text";
    private const string VisibleAt = "VisibleAt";
    private const string Taken = "Taken";
    private const string Partition = "messages";

    private CommitLine Commits => tables.Commits;

    public Task CreateAsync(string queue, CancellationToken cancellationToken)
    {
        Begin("create", queue, cancellationToken);
        return Commits.CommitAsync<bool>(now =>
            (true, now.Has(TableOf(queue)) ? [] : [new Change.Made(TableOf(queue))])
        );
    }

    public Task PutAsync(
        string queue,
        string text,
        Duration visibleAfter,
        CancellationToken cancellationToken
    )
    {
        QueueRules.CheckMessage(text, visibleAfter);
        Begin("put", queue, cancellationToken);
        var visibleAt = clock.GetCurrentInstant() + visibleAfter;
        return Commits.CommitAsync<bool>(now =>
        {
            CheckMade(now, queue);
            var id = (now.LastTag + 1).ToString("D19", CultureInfo.InvariantCulture);
            return (true, [Put(queue, id, RowRules.WellFormed(text), visibleAt, 0, now.LastTag + 1)]);
        });
    }

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue,
        int max,
        Duration invisibleFor,
        CancellationToken cancellationToken
    )
    {
        QueueRules.CheckReceive(max, invisibleFor);
        Begin("receive", queue, cancellationToken);
        var at = clock.GetCurrentInstant();
        return Commits.CommitAsync<IReadOnlyList<QueueMessage>>(now =>
        {
            var puts = Messages(now, queue)
                .Where(row => row.Columns.Instant(VisibleAt) <= at)
                .Take(max)
                .Select((row, i) => Take(queue, row, at + invisibleFor, now.LastTag + 1 + i))
                .ToList();
            return ([.. puts.Select(put => Message(put.Row))], puts);
        });
    }

    public Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        Begin("delete", queue, cancellationToken);
        var key = new RowKey(Partition, message.Id);
        return Commits.CommitAsync<bool>(now =>
        {
            CheckMade(now, queue);
            var tag = now.Find(TableOf(queue), key)?.Tag;
            return string.Equals(tag, message.PopReceipt, StringComparison.Ordinal)
                ? (true, [new Change.Removed(TableOf(queue), key)])
                : (false, []);
        });
    }

    /// <summary>When a message can next be taken: now or earlier when one is visible, null when the queue is empty.</summary>
    public Instant? NextVisible(string queue) =>
        Messages(Commits.Durable, queue).Min(row => row.Columns.Instant(VisibleAt));

    public Task<int> CountAsync(string queue, CancellationToken cancellationToken)
    {
        Begin("count", queue, cancellationToken);
        return Task.FromResult(Messages(Commits.Durable, queue).Count());
    }

    private static void Begin(string operation, string queue, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        cancellationToken.ThrowIfCancellationRequested();
        StorageRequests.Count(operation, queue);
    }

    /// <summary>No name that a table of a caller could have.</summary>
    private static string TableOf(string queue) => "queue:" + queue;

    private static void CheckMade(Snapshot now, string queue)
    {
        if (!now.Has(TableOf(queue)))
        {
            throw StorageException.QueueNotFound(queue);
        }
    }

    private static IEnumerable<TableRow> Messages(Snapshot now, string queue)
    {
        CheckMade(now, queue);
        return now.Query(TableOf(queue), new RowRange(Partition));
    }

    private static Change.Put Take(string queue, TableRow row, Instant visibleAt, long tag) =>
        Put(queue, row.Key.Row, row.Columns.Text(Text)!, visibleAt, row.Columns.Number(Taken) + 1, tag);

    private static Change.Put Put(
        string queue,
        string id,
        string text,
        Instant visibleAt,
        int taken,
        long tag
    )
    {
        var columns = new Columns
        {
            [Text] = text,
            [VisibleAt] = visibleAt.ToDateTimeOffset(),
            [Taken] = taken,
        };
        var row = new TableRow(
            new RowKey(Partition, id),
            columns,
            tag.ToString(CultureInfo.InvariantCulture)
        );
        return new Change.Put(TableOf(queue), row);
    }

    /// <summary>The tag is the receipt: taking the message again changes it.</summary>
    private static QueueMessage Message(TableRow row) =>
        new(row.Key.Row, row.Tag, row.Columns.Text(Text)!, row.Columns.Number(Taken));
}
