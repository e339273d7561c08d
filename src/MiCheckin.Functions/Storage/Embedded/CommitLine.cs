using Microsoft.Win32.SafeHandles;

namespace MiCheckin.Functions.Storage.Embedded;

/// <summary>
/// Commits in one line: each is decided at once against all before it, and ends when it is on the disk, those that
/// wait together with one flush. Readers see only what is on the disk.
/// </summary>
internal sealed partial class CommitLine(
    Journal? journal,
    Snapshot start,
    int replayed,
    int compactAfter,
    ILogger logger
) : IAsyncDisposable
{
    private const int ChangesInARecord = 1000;

    private readonly Lock gate = new();
    private volatile Snapshot durable = start;
    private Snapshot accepted = start;
    private Group open = new();
    private Group? writing;
    private bool running;
    private Task writer = Task.CompletedTask;
    private StorageException? broken;
    private int changesInJournal = replayed;
    private int compactAt;

    public Snapshot Durable => durable;

    /// <summary>Also an ending that changes nothing waits for the commits that it was decided upon.</summary>
    public async Task<T> CommitAsync<T>(Func<Snapshot, (T Outcome, IReadOnlyList<Change> Changes)> decide)
    {
        T outcome;
        Task done;
        lock (gate)
        {
            ThrowIfBroken();
            (outcome, var changes) = decide(accepted);
            accepted = changes.Aggregate(accepted, (snapshot, change) => snapshot.With(change));
            done = Enqueue(changes);
        }

        await done;
        return outcome;
    }

    /// <summary>Leaves nothing in the journal but what the tables hold now.</summary>
    public async Task CompactAsync()
    {
        Group group;
        Task done;
        lock (gate)
        {
            ThrowIfBroken();
            group = open;
            group.MustCompact = true;
            done = Enqueue([]);
        }

        await done;
        if (group.NotCompacted is { } cause)
        {
            throw new StorageException(
                "NotForgotten",
                $"The journal could not be rewritten, so it still holds what was deleted: {cause.Message}",
                cause
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (gate)
        {
            broken ??= new StorageException("Closed", "The tables were closed.");
            last = writer;
        }

        await last;
        journal?.Dispose();
    }

    private void ThrowIfBroken()
    {
        if (broken is not null)
        {
            throw new StorageException(broken.Code, broken.Message, broken.InnerException);
        }
    }

    private Task Enqueue(IReadOnlyList<Change> changes)
    {
        if (journal is null)
        {
            durable = accepted;
            return Task.CompletedTask;
        }

        open.Changes.AddRange(changes);
        if (!open.HasWork)
        {
            return writing?.Done.Task ?? Task.CompletedTask;
        }

        if (!running)
        {
            running = true;
            writer = Task.Run(() => WriteAllAsync(journal), CancellationToken.None);
        }

        return open.Done.Task;
    }

    private async Task WriteAllAsync(Journal target)
    {
        while (TakeGroup() is { } group)
        {
            try
            {
                await WriteAsync(target, group);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Break(group, e);
                return;
            }

            durable = group.After;
            group.Done.SetResult();
        }
    }

    private Group? TakeGroup()
    {
        lock (gate)
        {
            running = open.HasWork;
            if (!running)
            {
                return writing = null;
            }

            writing = open;
            writing.After = accepted;
            open = new Group();
            return writing;
        }
    }

    private async Task WriteAsync(Journal target, Group group)
    {
        if (group.Changes.Count > 0)
        {
            await target.AppendAsync(Change.Write(group.Changes));
            changesInJournal += group.Changes.Count;
        }

        if (changesInJournal > compactAt)
        {
            compactAt = (2 * group.After.RowCount()) + compactAfter;
        }

        if (group.MustCompact || changesInJournal > compactAt)
        {
            await CompactAsync(target, group);
        }
    }

    /// <summary>The commits stand whether or not there is room to tidy up after them.</summary>
    private async Task CompactAsync(Journal target, Group group)
    {
        SafeFileHandle aside;
        try
        {
            aside = await target.WriteAsideAsync(Records(group.After));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NotCompacted(logger, e);
            group.NotCompacted = e;
            compactAt = 2 * changesInJournal;
            return;
        }

        Adopt(target, aside, group.After);
    }

    private void Adopt(Journal target, SafeFileHandle aside, Snapshot now)
    {
        target.Adopt(aside);
        changesInJournal = now.RowCount();
        compactAt = (2 * changesInJournal) + compactAfter;
    }

    private static IEnumerable<byte[]> Records(Snapshot now) =>
        now.Changes().Chunk(ChangesInARecord).Select(Change.Write);

    /// <summary>After a failed flush nobody knows what is on the disk, so nothing more is accepted.</summary>
    private void Break(Group group, Exception cause)
    {
        Group waiting;
        StorageException fault;
        lock (gate)
        {
            broken = fault = new StorageException(
                "JournalUnwritable",
                $"The journal could not be written: {cause.Message} Nothing more is accepted. Mend the disk and start again.",
                cause
            );
            waiting = open;
        }

        Log.Broken(logger, cause);
        group.Done.SetException(fault);
        waiting.Done.TrySetException(fault);
    }

    private sealed class Group
    {
        public List<Change> Changes { get; } = [];

        public bool MustCompact { get; set; }

        public Exception? NotCompacted { get; set; }

        public Snapshot After { get; set; } = Snapshot.Empty;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool HasWork => Changes.Count > 0 || MustCompact;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1002,
            LogLevel.Error,
            "The journal could not be written. No more commits are accepted."
        )]
        public static partial void Broken(ILogger logger, Exception cause);

        [LoggerMessage(1003, LogLevel.Warning, "The journal could not be rewritten; it goes on growing.")]
        public static partial void NotCompacted(ILogger logger, Exception cause);
    }
}
