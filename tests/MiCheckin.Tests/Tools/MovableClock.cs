namespace MiCheckin.Tests.Tools;

/// <summary>A clock that shows one instant until a test sets it to another.</summary>
internal sealed class MovableClock(Instant now) : IClock
{
    /// <summary>At noon in New York, on Monday, 2 March 2026.</summary>
    public MovableClock()
        : this(Instant.FromUtc(2026, 3, 2, 17, 0)) { }

    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
