namespace MiCheckin.Core.Conversations;

/// <summary>Keeps planned moments true when a zone's rules, or the person's zone, have changed.</summary>
internal static class Replanning
{
    /// <summary>Local dates and times stay; instants follow. Slots already resolved with this tzdb and zone are left alone.</summary>
    public static Turn Replan(Turn turn)
    {
        var hours = turn.Hours;
        var stale = turn
            .State.Slots.Where(s => !s.TzdbVersion.Is(hours.TzdbVersion) || !s.Zone.Is(hours.Zone))
            .ToList();
        return stale.Aggregate(
            turn,
            (t, slot) =>
                slot.Kind switch
                {
                    SlotKind.CheckIn
                        when hours.At(slot.Local.Date, slot.Local.TimeOfDay) is { } at && at > turn.At =>
                        Slots.Add(
                            t,
                            slot with
                            {
                                At = at,
                                Zone = hours.Zone,
                                TzdbVersion = hours.TzdbVersion,
                            }
                        ),
                    SlotKind.CheckIn => Slots.PlanCheckIn(t),
                    _ => Slots.Add(t, Slots.At(slot.Key, slot.Kind, slot.At, hours, slot.PromptId)),
                }
        );
    }
}
