using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace MiCheckin.Functions.Storage;

/// <summary>
/// Counts requests to storage, for telemetry (counter <c>micheckin.storage.requests</c>) and, within a scope, for
/// whoever holds a bound on what one operation may cost. One call of a table or queue is one request, a query one
/// request per page; the repeats of a failed request are not counted.
/// </summary>
internal sealed class StorageRequests : IDisposable
{
    public const string MeterName = "MiCheckin.Storage";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Counter = Meter.CreateCounter<long>(
        "micheckin.storage.requests",
        "{request}",
        "Requests to tables and queues."
    );
    private static readonly AsyncLocal<StorageRequests?> Current = new();

    private readonly StorageRequests? outer = Current.Value;
    private readonly ConcurrentQueue<string> seen = new();

    private StorageRequests() { }

    public int Total => seen.Count;

    /// <summary>The requests in order, such as <c>submit Participants</c>: what a failed bound prints.</summary>
    public IReadOnlyList<string> Seen => [.. seen];

    /// <summary>Counts what this flow of control does until the scope is disposed of; scopes nest.</summary>
    public static StorageRequests Scope() => Current.Value = new StorageRequests();

    public static void Count(string operation, string name)
    {
        Counter.Add(1, new("operation", operation), new("name", name));
        for (var scope = Current.Value; scope is not null; scope = scope.outer)
        {
            scope.seen.Enqueue($"{operation} {name}");
        }
    }

    public void Dispose() => Current.Value = outer;
}
