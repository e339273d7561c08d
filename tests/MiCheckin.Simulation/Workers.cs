namespace MiCheckin.Simulation;

/// <summary>One call of a function, which may fail, die or fall asleep at every storage or provider call it makes.</summary>
internal sealed class Job(string name, Func<CancellationToken, Task> run, Action<JobEnd> ended)
{
    public string Name => name;

    /// <summary>True once its end was reported: a worker that wakes up later goes on, but nobody listens.</summary>
    public bool Reported { get; private set; }

    public Task StartAsync() => run(CancellationToken.None);

    public void Report(JobEnd end)
    {
        if (!Reported)
        {
            Reported = true;
            ended(end);
        }
    }
}

/// <summary>How a job ended, as its caller sees it.</summary>
internal enum JobEnd
{
    Done,

    /// <summary>It threw, or its worker died: the message comes back, the provider calls again.</summary>
    Failed,
}

/// <summary>
/// Runs many jobs on one thread and decides by chance who goes on at each call, who dies there and who sleeps past his
/// lease: a schedule that can be run again.
/// </summary>
internal sealed class Workers(VirtualClock clock, Chance chance)
{
    private static readonly AsyncLocal<Job?> Current = new();
    private readonly List<(TaskCompletionSource Go, Job? Job, Instant At)> parked = [];

    public FaultRates Rates { get; set; } = FaultRates.None;
    public int Busy { get; private set; }
    public int Crashes { get; private set; }
    public int Pauses { get; private set; }
    public List<string> Bugs { get; } = [];

    public Instant? NextWake => parked.Count == 0 ? null : parked.Min(p => p.At);

    public void Start(Job job)
    {
        Busy++;
        Current.Value = job;
        _ = WatchAsync(job);
        Current.Value = null;
    }

    /// <summary>Every storage and provider call waits here for its turn.</summary>
    public async Task TurnAsync()
    {
        var go = new TaskCompletionSource();
        parked.Add((go, Current.Value, clock.Now));
        await go.Task;
    }

    /// <summary>Lets one parked call go on; false when all sleep.</summary>
    public bool Step()
    {
        var ready = parked.FindAll(p => p.At <= clock.Now);

        if (ready.Count == 0)
        {
            return false;
        }

        var (go, job, at) = chance.Pick(ready);
        parked.Remove((go, job, at));
        clock.MoveTo(clock.Now + chance.UpTo(Duration.FromMilliseconds(40)));

        if (job is { Reported: false } && chance.Of(Rates.Crash))
        {
            Crashes++;
            Busy--;
            job.Report(JobEnd.Failed);
        }
        else if (job is { Reported: false } && chance.Of(Rates.Pause))
        {
            Pauses++;
            parked.Add(
                (go, job, clock.Now + Duration.FromMinutes(1) + chance.UpTo(Duration.FromMinutes(30)))
            );
            job.Report(JobEnd.Failed);
        }
        else
        {
            go.SetResult();
        }

        return true;
    }

    private async Task WatchAsync(Job job)
    {
        try
        {
            await job.StartAsync();
            Busy--;
            job.Report(JobEnd.Done);
        }
        catch (Exception fault) when (fault is Functions.Storage.StorageException or HttpRequestException)
        {
            Busy--;
            job.Report(JobEnd.Failed);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            Busy--;
            Bugs.Add($"{job.Name} threw {bug.GetType().Name}: {bug.Message}");
            job.Report(JobEnd.Failed);
        }
    }
}
