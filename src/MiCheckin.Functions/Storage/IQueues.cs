namespace MiCheckin.Functions.Storage;

/// <summary>
/// Queues as Azure Queue Storage has them: at least once, in no promised order, a message taken is invisible for a while
/// and comes back with a higher count unless it is deleted. Two implementations, Azure's and the embedded one.
/// </summary>
internal interface IQueues
{
    /// <summary>Makes the queue unless it is there. Names are lower-case letters, digits and single hyphens.</summary>
    Task CreateAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Puts one message (at most 48 KiB of text before base64); it can be taken once <paramref name="visibleAfter"/> has passed (at most 7 days).</summary>
    Task PutAsync(string queue, string text, Duration visibleAfter, CancellationToken cancellationToken);

    /// <summary>Takes at most <paramref name="max"/> (1 to 32) visible messages and hides them for <paramref name="invisibleFor"/>.</summary>
    Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue,
        int max,
        Duration invisibleFor,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Deletes a message that was taken. False: its invisibility had ended, and somebody else has it now or has
    /// deleted it.
    /// </summary>
    Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken);

    /// <summary>About how many messages the queue holds, visible or not.</summary>
    Task<int> CountAsync(string queue, CancellationToken cancellationToken);
}

/// <summary>A message as it was taken.</summary>
/// <param name="DequeueCount">How often it has been taken, this time included.</param>
internal sealed record QueueMessage(string Id, string PopReceipt, string Text, int DequeueCount);

/// <summary>The queues there are, as function.json names them.</summary>
internal static class QueueNames
{
    public const string CheckIns = "checkins";
    public const string Outbox = "outbox";
    public const string Digests = "digests";

    /// <summary>Where a message goes that failed too often, under the name that the Functions host gives it.</summary>
    public static string Poison(string queue) => queue + "-poison";
}
