using System.Collections.Concurrent;
using System.Globalization;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Hosting;

/// <summary>Queues that run on the clock of a rehearsal and can tell when their next message comes.</summary>
internal interface IRehearsableQueues : IQueues
{
    /// <summary>When a message can next be taken: now or earlier when one is visible, null when none waits.</summary>
    Instant? NextVisible(string queue);
}

/// <summary>
/// Real queues in a rehearsal. The service counts a message's delay in real time, a rehearsal on its own clock; so each
/// message is put visible, says itself when it may be taken, and is held here until then. The service still has it: what is
/// held by a program that dies comes back to the next one.
/// </summary>
internal sealed class RehearsedQueues(IQueues queues, IClock clock) : IRehearsableQueues
{
    private const int MostAtOnce = 32;

    /// <summary>Before the ticks from which a message may be taken; a message without it may be taken at once.</summary>
    private const char Mark = '@';

    /// <summary>In real time: how long a message stays with a program that has died.</summary>
    private static readonly Duration Held = Duration.FromSeconds(15);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, bool> fetched = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Waiting> waiting = new(StringComparer.Ordinal);

    public Task CreateAsync(string queue, CancellationToken cancellationToken) =>
        queues.CreateAsync(queue, cancellationToken);

    public Task PutAsync(
        string queue,
        string text,
        Duration visibleAfter,
        CancellationToken cancellationToken
    )
    {
        QueueRules.CheckMessage(text, visibleAfter);
        if (visibleAfter == Duration.Zero && !text.StartsWith(Mark))
        {
            return queues.PutAsync(queue, text, Duration.Zero, cancellationToken);
        }

        var at = (clock.GetCurrentInstant() + visibleAfter).ToUnixTimeTicks();
        var stamped = string.Create(CultureInfo.InvariantCulture, $"{Mark}{at} {text}");
        return queues.PutAsync(queue, stamped, Duration.Zero, cancellationToken);
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue,
        int max,
        Duration invisibleFor,
        CancellationToken cancellationToken
    )
    {
        QueueRules.CheckReceive(max, invisibleFor);
        await FetchAsync(queue, cancellationToken);
        var now = clock.GetCurrentInstant();
        return
        [
            .. Of(queue)
                .Where(message => message.Value.At <= now)
                .OrderBy(message => message.Value.At)
                .Take(max)
                .Select(message => waiting[message.Key] = message.Value.Taken(now + invisibleFor))
                .Select(message => message.ToMessage()),
        ];
    }

    public async Task<bool> DeleteAsync(
        string queue,
        QueueMessage message,
        CancellationToken cancellationToken
    )
    {
        if (waiting.TryGetValue(message.Id, out var held))
        {
            if (held.Times != message.DequeueCount || !waiting.TryRemove(message.Id, out held))
            {
                return false;
            }

            message = message with { PopReceipt = held.PopReceipt };
        }

        return await queues.DeleteAsync(queue, message, cancellationToken);
    }

    public Task<int> CountAsync(string queue, CancellationToken cancellationToken) =>
        queues.CountAsync(queue, cancellationToken);

    public Instant? NextVisible(string queue) => Of(queue).Min(message => (Instant?)message.Value.At);

    private IEnumerable<KeyValuePair<string, Waiting>> Of(string queue) =>
        waiting.Where(message => string.Equals(message.Value.Queue, queue, StringComparison.Ordinal));

    /// <summary>Takes everything the service shows. The first time also what a program before this one held when it died.</summary>
    private async Task FetchAsync(string queue, CancellationToken cancellationToken)
    {
        await FetchVisibleAsync(queue, cancellationToken);
        if (!fetched.TryAdd(queue, true))
        {
            return;
        }

        using var beat = new PeriodicTimer(LookAgain, TimeProvider.System);
        for (var looks = 0; looks <= Held.TotalSeconds; looks++)
        {
            if (await queues.CountAsync(queue, cancellationToken) <= Of(queue).Count())
            {
                return;
            }

            await beat.WaitForNextTickAsync(cancellationToken);
            await FetchVisibleAsync(queue, cancellationToken);
        }
    }

    private async Task FetchVisibleAsync(string queue, CancellationToken cancellationToken)
    {
        IReadOnlyList<QueueMessage> messages;
        do
        {
            messages = await queues.ReceiveAsync(queue, MostAtOnce, Held, cancellationToken);
            foreach (var message in messages)
            {
                // Held before, and shown again as the service's time for it was over: only the receipt is new.
                waiting.AddOrUpdate(
                    message.Id,
                    _ => Waiting.Read(queue, message),
                    (_, held) => held with { PopReceipt = message.PopReceipt }
                );
            }
        } while (messages.Count == MostAtOnce);
    }

    private sealed record Waiting(
        string Queue,
        string Id,
        string PopReceipt,
        string Text,
        Instant At,
        int Times
    )
    {
        public static Waiting Read(string queue, QueueMessage message)
        {
            var space = message.Text.IndexOf(' ', StringComparison.Ordinal);
            return
                message.Text.StartsWith(Mark)
                && space > 0
                && long.TryParse(
                    message.Text.AsSpan(1, space - 1),
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var ticks
                )
                ? new Waiting(
                    queue,
                    message.Id,
                    message.PopReceipt,
                    message.Text[(space + 1)..],
                    Instant.FromUnixTimeTicks(ticks),
                    0
                )
                : new Waiting(queue, message.Id, message.PopReceipt, message.Text, Instant.MinValue, 0);
        }

        public Waiting Taken(Instant until) => this with { At = until, Times = Times + 1 };

        public QueueMessage ToMessage() => new(Id, PopReceipt, Text, Times);
    }
}
