using System.Globalization;

namespace MiCheckin.Functions.Hosting;

/// <summary>
/// The clock of a rehearsal: it runs like a real one, ahead by an offset that only grows, and stands still while the pump
/// plays the time in between. The offset survives restarts in a file.
/// </summary>
internal sealed class SimulatedClock : IClock
{
    private readonly IClock _real;
    private readonly string? _file;
    private readonly Lock _gate = new();
    private Duration _ahead;
    private Instant? _held;

    private SimulatedClock(IClock real, string? file, Duration ahead)
    {
        _real = real;
        _file = file;
        _ahead = ahead;
    }

    /// <summary>Starts where the file left off; without a file (null) at the real time.</summary>
    public static async Task<SimulatedClock> StartAsync(
        IClock real,
        string? file,
        CancellationToken cancellationToken
    )
    {
        var ahead =
            file is not null && File.Exists(file)
                ? Parse(file, await File.ReadAllTextAsync(file, cancellationToken))
                : Duration.Zero;
        return new SimulatedClock(real, file, ahead);
    }

    public Duration Ahead
    {
        get
        {
            lock (_gate)
            {
                return _held is { } held ? held - _real.GetCurrentInstant() : _ahead;
            }
        }
    }

    public Instant GetCurrentInstant()
    {
        lock (_gate)
        {
            return _held ?? _real.GetCurrentInstant() + _ahead;
        }
    }

    /// <summary>Stops at <paramref name="at"/>; never goes back.</summary>
    public void HoldAt(Instant at)
    {
        lock (_gate)
        {
            var now = _held ?? _real.GetCurrentInstant() + _ahead;
            _held = Instant.Max(now, at);
        }
    }

    /// <summary>Runs on from where it stands, and remembers how far ahead that is.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        Duration ahead;
        lock (_gate)
        {
            if (_held is not { } held)
            {
                return;
            }

            ahead = _ahead = held - _real.GetCurrentInstant();
            _held = null;
        }

        if (_file is not null)
        {
            var next = _file + ".new";
            var text = ahead.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
            await File.WriteAllTextAsync(next, text, cancellationToken);
            File.Move(next, _file, overwrite: true);
        }
    }

    private static Duration Parse(string file, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && double.IsFinite(seconds)
        && seconds >= 0
            ? Duration.FromSeconds(seconds)
            : throw new InvalidDataException(
                $"{file} should hold the seconds by which the simulated clock is ahead. Delete the file to go back to real time."
            );
}
