namespace MiCheckin.Functions.Storage;

/// <summary>Queues as Azure Queue Storage has them: every message at least once, in no order.</summary>
internal interface IQueues
{
    /// <summary>Puts one message, to be seen not before <paramref name="delay"/> is over. At most 48 KiB of text and 7 days.</summary>
    Task PutAsync(string queue, string text, Duration delay, CancellationToken cancellationToken);
}

/// <summary>The queues there are, as function.json names them.</summary>
internal static class QueueNames
{
    public const string CheckIns = "checkins";
    public const string Outbox = "outbox";
    public const string Digests = "digests";
}
