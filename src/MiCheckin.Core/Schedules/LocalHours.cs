using NodaTime.TimeZones;

namespace MiCheckin.Core.Schedules;

/// <summary>
/// The hours in which one person may get automatic texts: the stricter of the program's window and their own, in their
/// zone, less blocked dates. A local time that a clock change skips is read as after the gap; one that comes twice as the earlier.
/// </summary>
public sealed class LocalHours
{
    private static readonly ZoneLocalMappingResolver Times = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnForwardShifted
    );

    /// <summary>For the ends of the window: inside a gap no local time exists, so the window's end is where the clock goes on.</summary>
    private static readonly ZoneLocalMappingResolver Ends = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    private readonly DateTimeZone _zone;
    private readonly IReadOnlyList<LocalDate> _blocked;

    public LocalHours(
        string zone,
        SendWindow program,
        SendWindow person,
        IReadOnlyList<LocalDate> blocked,
        IDateTimeZoneProvider zones
    )
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(zones);
        _zone = zones.GetZoneOrNull(zone) ?? DateTimeZone.Utc;
        _blocked = blocked;
        From = LocalTime.Max(program.From, person.From);
        Until = LocalTime.Min(program.Until, person.Until);
        TzdbVersion = zones.VersionId;
    }

    public LocalTime From { get; }
    public LocalTime Until { get; }
    public string TzdbVersion { get; }
    public string Zone => _zone.Id;

    public LocalDate DateOf(Instant at) => at.InZone(_zone).Date;

    public LocalDateTime LocalOf(Instant at) => at.InZone(_zone).LocalDateTime;

    public bool IsBlocked(LocalDate date) => _blocked.Contains(date);

    /// <summary>Whether an automatic text may arrive at this very instant.</summary>
    public bool IsOpen(Instant at)
    {
        var local = at.InZone(_zone);
        return local.TimeOfDay >= From && local.TimeOfDay < Until && !IsBlocked(local.Date);
    }

    /// <summary>The end of the window on the local day of <paramref name="at"/>: what is sent after it is too late.</summary>
    public Instant EndOfDay(Instant at) => EndOf(DateOf(at));

    public Instant EndOf(LocalDate date) => _zone.ResolveLocal(date.At(Until), Ends).ToInstant();

    /// <summary>The instant of a local time; null where a clock change moves it out of the window, or the date is blocked.</summary>
    public Instant? At(LocalDate date, LocalTime time)
    {
        var at = _zone.ResolveLocal(date.At(time), Times).ToInstant();
        return IsOpen(at) && DateOf(at) == date ? at : null;
    }

    /// <summary>The preferred time, or the nearest that leaves a quarter of an hour of window to send in.</summary>
    public LocalTime Clamp(LocalTime preferred)
    {
        var last =
            Until.TickOfDay - From.TickOfDay > Spare.BclCompatibleTicks
                ? LocalTime.FromTicksSinceMidnight(Until.TickOfDay - Spare.BclCompatibleTicks)
                : From;
        return LocalTime.Max(From, LocalTime.Min(preferred, last));
    }

    /// <summary>This instant where the window is open, else the next opening; null if it opens never in sixty days.</summary>
    public Instant? NextOpen(Instant at)
    {
        if (IsOpen(at))
        {
            return at;
        }

        return Enumerable
            .Range(0, 60)
            .Select(days => _zone.ResolveLocal(DateOf(at).PlusDays(days).At(From), Ends).ToInstant())
            .Where(start => start > at && IsOpen(start))
            .Select(start => (Instant?)start)
            .FirstOrDefault();
    }

    private static readonly Duration Spare = Duration.FromMinutes(15);
}
