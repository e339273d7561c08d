namespace MiCheckin.Core.Schedules;

/// <summary>The local hours in which automatic texts may arrive: from <paramref name="From"/> until, not including, <paramref name="Until"/>.</summary>
public sealed record SendWindow(LocalTime From, LocalTime Until)
{
    /// <summary>09:00 to 20:00: an hour inside the US limits of 8 to 21 (47 CFR 64.1200(c)(1)) at both ends.</summary>
    public static SendWindow Default { get; } = new(new LocalTime(9, 0), new LocalTime(20, 0));
}
