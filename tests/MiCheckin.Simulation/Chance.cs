namespace MiCheckin.Simulation;

/// <summary>All chance of one run: the same seed, the same run.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public bool Of(double share) => random.NextDouble() < share;

    public int Below(int end) => random.Next(end);

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>In ticks, as the clocks of computers go.</summary>
    public Duration UpTo(Duration most) => Duration.FromTicks((long)(most.TotalTicks * random.NextDouble()));

    public double Draw() => random.NextDouble();
}

/// <summary>A clock that only the simulation moves, and only forward.</summary>
internal sealed class VirtualClock(Instant start) : IClock
{
    public Instant Now { get; private set; } = start;

    public Instant GetCurrentInstant() => Now;

    public void MoveTo(Instant at) => Now = Instant.Max(Now, at);
}

/// <summary>How likely each fault is.</summary>
/// <param name="Poison">That a message which failed once goes on failing until its queue gives it up.</param>
internal sealed record FaultRates(double Storage, double Provider, double Crash, double Pause, double Poison)
{
    public static FaultRates None { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>What a run did, for the figure line.</summary>
internal sealed record Tally(
    int Accepted = 0,
    int Replies = 0,
    int StorageFaults = 0,
    int ProviderFaults = 0,
    int Crashes = 0,
    int Pauses = 0,
    int Poisoned = 0,
    int Stops = 0
)
{
    public Tally Plus(Tally o) =>
        new(
            Accepted + o.Accepted,
            Replies + o.Replies,
            StorageFaults + o.StorageFaults,
            ProviderFaults + o.ProviderFaults,
            Crashes + o.Crashes,
            Pauses + o.Pauses,
            Poisoned + o.Poisoned,
            Stops + o.Stops
        );

    public override string ToString() =>
        $"{Accepted} texts accepted, {Replies} replies, {Stops} stops, {StorageFaults} storage faults, {ProviderFaults} provider faults, {Crashes} crashes, {Pauses} paused workers, {Poisoned} poisoned messages";
}

/// <summary>How one seed ended.</summary>
internal sealed record SeedResult(int Seed, IReadOnlyList<string> Broken, Tally Tally)
{
    public override string ToString() =>
        Broken.Count == 0
            ? $"seed {Seed}: every promise kept"
            : $"seed {Seed}: {string.Join("; ", Broken.Take(5))} (dotnet run --project tests/MiCheckin.Simulation -- --seeds 1 --from {Seed})";
}
