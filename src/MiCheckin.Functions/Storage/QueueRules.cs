using System.Text;

namespace MiCheckin.Functions.Storage;

/// <summary>
/// What Queue Storage refuses, refused before anything is sent or stored.
/// https://learn.microsoft.com/rest/api/storageservices/naming-queues-and-metadata
/// </summary>
internal static class QueueRules
{
    private const int MostTextBytes = 48 * 1024;
    private const int MostMessages = 32;

    private static readonly Duration Longest = Duration.FromDays(7);

    public static void CheckName(string queue)
    {
        if (queue.Length is < 3 or > 63 || !IsQueueName(queue))
        {
            throw new ArgumentException(
                $"'{queue}' cannot name a queue: 3 to 63 lower-case letters, digits and single hyphens between them.",
                nameof(queue)
            );
        }
    }

    public static void CheckMessage(string text, Duration visibleAfter)
    {
        if (Encoding.UTF8.GetByteCount(text) is > MostTextBytes and var bytes)
        {
            throw new ArgumentException(
                $"A message holds at most {MostTextBytes:N0} bytes, this one {bytes:N0}.",
                nameof(text)
            );
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(visibleAfter, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(visibleAfter, Longest);
    }

    public static void CheckReceive(int max, Duration invisibleFor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, MostMessages);
        ArgumentOutOfRangeException.ThrowIfLessThan(invisibleFor, Duration.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(invisibleFor, Longest);
    }

    private static bool IsQueueName(string queue) =>
        queue.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && queue[0] != '-'
        && queue[^1] != '-'
        && !queue.Contains("--", StringComparison.Ordinal);
}
