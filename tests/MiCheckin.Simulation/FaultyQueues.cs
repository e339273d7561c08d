using MiCheckin.Functions.Storage;

namespace MiCheckin.Simulation;

/// <summary>Queues that deliver at least once, in any order, and give a message up after five tries.</summary>
internal sealed class FaultyQueues(VirtualClock clock, Workers workers, Chance chance) : IQueues
{
    private const int MostTries = 5;
    private static readonly Duration TryAgainAfter = Duration.FromSeconds(30);
    private readonly List<Message> messages = [];

    public int Faults { get; private set; }
    public int Poisoned { get; private set; }
    public bool IsEmpty => messages.Count == 0;
    public Instant? NextVisible => messages.Count == 0 ? null : messages.Min(m => m.VisibleAt);

    public async Task PutAsync(
        string queue,
        string text,
        Duration visibleAfter,
        CancellationToken cancellationToken
    )
    {
        await workers.TurnAsync();
        Fail("not put");
        messages.Add(new Message(queue, text, clock.Now + visibleAfter, 1));

        if (chance.Of(workers.Rates.Storage))
        {
            messages.Add(new Message(queue, text, clock.Now + visibleAfter, 1));
        }

        await workers.TurnAsync();
        Fail("put, and reported as failed");
    }

    /// <summary>Takes any visible message; what is not done comes back.</summary>
    public Message? Take()
    {
        var visible = messages.FindAll(m => m.VisibleAt <= clock.Now);

        if (visible.Count == 0)
        {
            return null;
        }

        var taken = chance.Pick(visible);
        messages.Remove(taken);
        return taken;
    }

    public void GiveBack(Message message)
    {
        if (message.Tries >= MostTries || chance.Of(workers.Rates.Poison))
        {
            Poisoned++;
            return;
        }

        messages.Add(message with { VisibleAt = clock.Now + TryAgainAfter, Tries = message.Tries + 1 });
    }

    public Task CreateAsync(string queue, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue,
        int max,
        Duration invisibleFor,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("The simulation takes messages itself.");

    public Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The simulation takes messages itself.");

    public Task<int> CountAsync(string queue, CancellationToken cancellationToken) =>
        Task.FromResult(messages.Count(m => string.Equals(m.Queue, queue, StringComparison.Ordinal)));

    private void Fail(string how)
    {
        if (chance.Of(workers.Rates.Storage))
        {
            Faults++;
            throw new StorageException("ServerBusy", $"A fault of the simulation: {how}.");
        }
    }
}

/// <summary>One message and how often it has been taken.</summary>
internal sealed record Message(string Queue, string Text, Instant VisibleAt, int Tries);
