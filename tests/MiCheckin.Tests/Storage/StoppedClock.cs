namespace MiCheckin.Tests.Storage;

/// <summary>Time that passes when a test says so.</summary>
internal sealed class StoppedClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 2, 17, 0);

    public Instant GetCurrentInstant() => Now;
}
