using MiCheckin.Core.Schedules;
using NodaTime.Text;

namespace MiCheckin.Core.Conversations;

/// <summary>Plans moments. One check-in is planned ahead at a time, so nothing can burst.</summary>
internal static class Slots
{
    /// <summary>Somebody away for so many days is still come back to.</summary>
    private const int FarthestDay = 400;

    public static Turn Drop(Turn turn, SlotKind kind) =>
        turn.With(s => s with { Slots = [.. s.Slots.Where(slot => slot.Kind != kind)] });

    public static Turn Drop(Turn turn, string key) =>
        turn.With(s => s with { Slots = [.. s.Slots.Where(slot => !slot.Key.Is(key))] });

    /// <summary>Plans the next check-in in place of the one planned, on a date not used yet.</summary>
    public static Turn PlanCheckIn(Turn turn, LocalDate? notBefore = null)
    {
        var cleared = Drop(turn, SlotKind.CheckIn);
        var state = cleared.State;

        if (
            state.Consent is not Consent.Given
            || state.Begun is not { } begun
            || state.Closed
            || IsPausedForGood(state)
        )
        {
            return cleared;
        }

        return Next(cleared, begun, notBefore) is { } next ? Add(cleared, next) : cleared;
    }

    private static DueSlot? Next(Turn turn, Instant begun, LocalDate? notBefore)
    {
        var (state, hours) = (turn.State, turn.Hours);
        var first = hours.DateOf(begun).PlusDays(1);
        var from = LocalDate.Max(hours.DateOf(turn.At), notBefore ?? first);
        from = state.PausedUntil is { } until ? LocalDate.Max(from, hours.DateOf(until)) : from;
        from = state.LastCheckInDate is { } used ? LocalDate.Max(from, used.PlusDays(1)) : from;
        var day = Cadence.NextDate(
            turn.Program.Cadence,
            state.CadenceWish,
            first,
            state.LastCheckInDate,
            from
        );

        // A day that is blocked, already over or without a window gives way to the next one that is not.
        return Enumerable
            .Range(0, day is null ? 0 : FarthestDay)
            .Select(more =>
                Of(
                    $"ci|{Date(day!.Value.PlusDays(more))}",
                    SlotKind.CheckIn,
                    day.Value.PlusDays(more),
                    hours,
                    state
                )
            )
            .FirstOrDefault(slot => slot is not null && slot.At > turn.At);
    }

    public static Turn Add(Turn turn, DueSlot slot) =>
        turn.With(s => s with { Slots = [.. s.Slots.Where(o => !o.Key.Is(slot.Key)).TakeLast(7), slot] });

    /// <summary>A slot at an instant that follows from another, such as a reminder.</summary>
    public static DueSlot At(
        string key,
        SlotKind kind,
        Instant at,
        LocalHours hours,
        string? promptId = null
    ) => new(key, kind, at, hours.LocalOf(at), hours.Zone, hours.TzdbVersion, promptId);

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static bool IsPausedForGood(ConversationState state) => state.PausedUntil == Instant.MaxValue;

    private static DueSlot? Of(
        string key,
        SlotKind kind,
        LocalDate date,
        LocalHours hours,
        ConversationState state
    )
    {
        var time = hours.Clamp(state.Profile.PreferredTime);
        return hours.At(date, time) is { } at
            ? new DueSlot(key, kind, at, date.At(time), hours.Zone, hours.TzdbVersion)
            : null;
    }
}
