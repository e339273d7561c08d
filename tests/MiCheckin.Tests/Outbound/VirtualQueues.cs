using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Outbound;

/// <summary>Queues on the test's clock. What is taken is gone unless the test puts it back.</summary>
internal sealed class VirtualQueues(IClock clock) : IQueues
{
    private readonly List<(string Queue, string Text, Instant VisibleAt)> messages = [];

    public IReadOnlyList<(string Queue, string Text, Instant VisibleAt)> Messages => messages;

    /// <summary>The next message that is visible, with its queue; null when none is.</summary>
    public (string Queue, string Text)? Take()
    {
        var at = messages.FindIndex(m => m.VisibleAt <= clock.GetCurrentInstant());

        if (at < 0)
        {
            return null;
        }

        var (queue, text, _) = messages[at];
        messages.RemoveAt(at);
        return (queue, text);
    }

    public Task CreateAsync(string queue, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PutAsync(
        string queue,
        string text,
        Duration visibleAfter,
        CancellationToken cancellationToken
    )
    {
        StorageRequests.Count("put", queue);
        messages.Add((queue, text, clock.GetCurrentInstant() + visibleAfter));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue,
        int max,
        Duration invisibleFor,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("Tests take messages one by one.");

    public Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Tests take messages one by one.");

    public Task<int> CountAsync(string queue, CancellationToken cancellationToken) =>
        Task.FromResult(messages.Count(m => string.Equals(m.Queue, queue, StringComparison.Ordinal)));
}
