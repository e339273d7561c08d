using NCrontab;

namespace MiCheckin.Functions.Hosting;

/// <summary>When each timer fires next, in UTC, as the host counts it: however many firings were missed, one run makes up for them.</summary>
internal sealed class TimerBook
{
    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };
    private static readonly Duration Soon = Duration.FromMinutes(10);
    private readonly Dictionary<string, (CrontabSchedule Schedule, Instant Next)> _timers = new(
        StringComparer.Ordinal
    );

    /// <param name="ranLast">When each timer ran last, where that is known: a run missed while the program was down is made up for.</param>
    /// <summary>Reads the schedules; one that NCRONTAB would refuse is an <see cref="InvalidDataException"/>.</summary>
    public TimerBook(
        IEnumerable<FunctionDefinition.Timer> timers,
        Instant now,
        IReadOnlyDictionary<string, Instant> ranLast
    )
    {
        foreach (var timer in timers)
        {
            var schedule =
                CrontabSchedule.TryParse(timer.Schedule, SixFields)
                ?? throw new InvalidDataException(
                    $"{timer.Name}/function.json has the schedule '{timer.Schedule}', which is no NCRONTAB."
                );
            _timers[timer.Name] = (
                schedule,
                NextAfter(schedule, ranLast.TryGetValue(timer.Name, out var last) ? last : now)
            );
        }
    }

    public Instant Next => _timers.Values.Min(t => t.Next);

    /// <summary>The next firing of the timers that do not come round every few minutes.</summary>
    public Instant NextRare => _timers.Where(t => IsRare(t.Key)).Min(t => t.Value.Next);

    /// <summary>Whether the timer's next firing is so far off that a missed one is worth making up for; the others come round anyway.</summary>
    public bool IsRare(string name)
    {
        var (schedule, next) = _timers[name];
        return NextAfter(schedule, next) - next > Soon;
    }

    /// <summary>Every timer whose time has come, with whether it is late by more than a minute; each is set to its next time after now.</summary>
    public IReadOnlyList<(string Name, bool IsPastDue)> TakeDue(Instant now)
    {
        var due = _timers
            .Where(t => t.Value.Next <= now)
            .OrderBy(t => t.Value.Next)
            .Select(t => (t.Key, now - t.Value.Next > Duration.FromMinutes(1)))
            .ToList();
        foreach (var (name, _) in due)
        {
            _timers[name] = (_timers[name].Schedule, NextAfter(_timers[name].Schedule, now));
        }

        return due;
    }

    private static Instant NextAfter(CrontabSchedule schedule, Instant after) =>
        Instant.FromDateTimeUtc(
            DateTime.SpecifyKind(schedule.GetNextOccurrence(after.ToDateTimeUtc()), DateTimeKind.Utc)
        );
}
