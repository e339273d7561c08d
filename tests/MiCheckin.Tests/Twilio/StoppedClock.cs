namespace MiCheckin.Tests.Twilio;

/// <summary>A clock that shows one instant until it is set to another.</summary>
internal sealed class StoppedClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
