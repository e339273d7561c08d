using MiCheckin.Core.Programs;

namespace MiCheckin.Core.Conversations;

/// <summary>What happens when a planned moment comes.</summary>
internal static class CheckIns
{
    /// <summary>Someone unanswered this long before the next check-in is not reminded any more.</summary>
    private static readonly Duration TooCloseToRemind = Duration.FromHours(12);

    public static Turn Due(Turn turn, ConversationEvent.SlotDue due)
    {
        var slot = turn.State.Slots.FirstOrDefault(s => s.Key.Is(due.SlotKey));

        if (slot is null || turn.At < slot.At)
        {
            return turn;
        }

        var taken = Slots.Drop(turn, slot.Key);

        return slot.Kind switch
        {
            SlotKind.CheckIn => CheckIn(taken, slot),
            SlotKind.Reminder => Remind(taken, slot),
            SlotKind.Resume => CoachActions.TalkIsOver(taken),
            SlotKind.StageClock => StageMoving.SixMonths(taken, slot),
            _ => throw new InvalidOperationException($"No step for a slot of kind {slot.Kind}."),
        };
    }

    private static Turn CheckIn(Turn turn, DueSlot slot)
    {
        var used = turn.With(s => s with { LastCheckInDate = slot.Local.Date });

        if (WhyNot(turn, slot) is { } why)
        {
            return Slots.PlanCheckIn(used.Note(new Fact.SlotSkipped(slot.Key, why)));
        }

        return Slots.PlanCheckIn(Agenda.Ask(CountMissed(used), slot));
    }

    private static Turn Remind(Turn turn, DueSlot slot)
    {
        var prompt = turn.State.OpenPrompts.FirstOrDefault(p => p.TextKey.Is(slot.PromptId));

        if (prompt is null || prompt.Answered || prompt.Reminded)
        {
            return turn;
        }

        var next = turn.State.Slots.FirstOrDefault(s => s.Kind is SlotKind.CheckIn);
        var why =
            next is not null && next.At - turn.At < TooCloseToRemind ? "next-is-near" : WhyNot(turn, slot);

        if (why is not null)
        {
            return turn.Note(new Fact.SlotSkipped(slot.Key, why));
        }

        var (said, words) = Wording.Say(turn, Cells.Reminder);
        return Prompts.Replace(
            said.Send(Scheduled(turn, $"{slot.Key}-r", TextKind.Reminder, words)),
            prompt with
            {
                Reminded = true,
            }
        );
    }

    /// <summary>A text on schedule: now, and not after today's window.</summary>
    public static PlannedText Scheduled(Turn turn, string key, TextKind kind, Said words) =>
        new()
        {
            Key = key,
            Kind = kind,
            Body = words.Body,
            NotBefore = turn.At,
            Deadline = turn.Hours.EndOfDay(turn.At),
            Parts = words.Parts,
        };

    /// <summary>Plans the one reminder of a prompt, inside the window.</summary>
    public static Turn PlanReminder(Turn turn, string textKey)
    {
        var hours = turn.Hours;
        var wanted = turn.At + Duration.FromHours(turn.Program.RemindAfterHours);

        if (hours.NextOpen(wanted) is not { } at)
        {
            return turn;
        }

        var key = $"re|{Slots.Date(hours.DateOf(at))}";
        return Slots.Add(
            Slots.Drop(turn, SlotKind.Reminder),
            Slots.At(key, SlotKind.Reminder, at, hours, textKey)
        );
    }

    /// <summary>The rule by which a slot passes without a text; null where it may go out.</summary>
    private static string? WhyNot(Turn turn, DueSlot slot)
    {
        var (state, hours) = (turn.State, turn.Hours);

        return state switch
        {
            { Consent: not Consent.Given } => "no-consent",
            { Hold: not null } => "held",
            _ when turn.IsPaused => "paused",
            _ when hours.DateOf(turn.At) != slot.Local.Date || turn.At >= hours.EndOf(slot.Local.Date) =>
                "late",
            _ when !hours.IsOpen(turn.At) => "window-closed",
            _ when Budget.Left(turn) is 0 => "budget",
            _ => null,
        };
    }

    /// <summary>Silence is counted, shown and no evidence: the stage stays (5.7).</summary>
    private static Turn CountMissed(Turn turn)
    {
        var last = turn.State.OpenPrompts.LastOrDefault(p => !p.PromptId.Is(Cells.TimeUnclear));

        if (last is null || last.Answered || last.Missed)
        {
            return turn;
        }

        var missed = turn.State.Missed + 1;
        var counted = Prompts
            .Replace(turn, last with { Missed = true })
            .With(s => s with { Missed = missed });
        return missed < turn.Program.MissedBeforeStale || turn.State.Stale
            ? counted
            : counted
                .With(s => s with { Stale = true })
                .Note(new Fact.WentStale(missed))
                .Alert($"quiet-{Slots.Date(turn.Hours.DateOf(turn.At))}", AlertReason.WentQuiet);
    }
}
