namespace MiCheckin.Core.Conversations;

/// <summary>What a coach or admin does on the console.</summary>
internal static class CoachActions
{
    /// <summary>Automated texts hold so long after the last text of either side.</summary>
    private static readonly Duration TalkLasts = Duration.FromHours(24);

    public static Turn Take(Turn turn, ConversationEvent.CoachActed acted) =>
        acted.Action switch
        {
            CoachAction.ClearHold => Clear(turn),
            CoachAction.OverrideStage a => StageMoving.Override(turn, acted, a),
            CoachAction.LiftOverride => StageMoving.LiftOverride(turn),
            CoachAction.UndoMove a => StageMoving.Undo(turn, acted, a),
            CoachAction.Text a => Text(turn, a),
            CoachAction.Pause a => Pause(turn, a.Until),
            CoachAction.Resume => Slots
                .PlanCheckIn(turn.With(s => s with { PausedUntil = null }))
                .Note(new Fact.CadenceChanged("coach resume")),
            CoachAction.OptOut => Consenting.OptOut(turn, "coach", confirm: true, $"{Key(turn)}-stop", ""),
            CoachAction.ChangeProfile a => Change(turn, a.Profile),
            _ => throw new InvalidOperationException($"No step for {acted.Action.GetType().Name}."),
        };

    /// <summary>While a coach and a participant are texting, nothing automatic comes in between.</summary>
    public static Turn StillTalking(Turn turn) =>
        turn.State.Hold is { Reason: HoldReason.CoachTalking } hold
            ? PlanEnd(turn.With(s => s with { Hold = hold with { Since = turn.At }, LastReplyAt = turn.At }))
            : turn;

    /// <summary>A day of silence ends the talk.</summary>
    public static Turn TalkIsOver(Turn turn) =>
        turn.State.Hold is { Reason: HoldReason.CoachTalking } ? Safety.Release(turn) : turn;

    private static Turn Text(Turn turn, CoachAction.Text text)
    {
        if (
            turn.State.Consent is not (Consent.Given or Consent.Asked)
            || string.IsNullOrWhiteSpace(text.Body)
        )
        {
            return turn;
        }

        var held = Safety.Hold(turn, HoldReason.CoachTalking, "");
        return PlanEnd(held)
            .Send(
                new PlannedText
                {
                    Key = text.FormId is "" ? Key(turn) : $"coach-{text.FormId}",
                    Kind = TextKind.Coach,
                    Body = text.Body,
                    NotBefore = turn.At,
                    Deadline = turn.At + Duration.FromHours(12),
                }
            );
    }

    /// <summary>Who clears a hold in the middle of a talk with the person goes on talking: nothing automatic comes in between.</summary>
    private static Turn Clear(Turn turn)
    {
        var released = Safety.Release(turn);
        return
            turn.State.Hold is { Reason: not HoldReason.CoachTalking }
            && turn.State.Slots.Any(s => s.Kind is SlotKind.Resume && s.At > turn.At)
            ? Safety.Hold(released, HoldReason.CoachTalking, "")
            : released;
    }

    private static Turn PlanEnd(Turn turn)
    {
        var (hours, at) = (turn.Hours, turn.At + TalkLasts);
        return Slots.Add(
            Slots.Drop(turn, SlotKind.Resume),
            Slots.At($"talk|{Ticks(at)}", SlotKind.Resume, at, hours)
        );
    }

    private static Turn Pause(Turn turn, LocalDate? until)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(turn.Hours.Zone) ?? DateTimeZone.Utc;
        return SelfService.Pause(
            turn,
            until is { } day ? zone.AtStartOfDay(day).ToInstant() : Instant.MaxValue
        );
    }

    /// <summary>Who someone is and which program they follow never change; zone, window, time, language and name do.</summary>
    private static Turn Change(Turn turn, Profile profile)
    {
        var old = turn.State.Profile;
        var changed = profile with
        {
            Id = old.Id,
            ProgramId = old.ProgramId,
            ProgramVersion = old.ProgramVersion,
        };
        return Slots
            .PlanCheckIn(turn.With(s => s with { Profile = changed }))
            .Note(new Fact.CadenceChanged("profile"));
    }

    private static string Key(Turn turn) => $"coach-{Ticks(turn.At)}";

    private static string Ticks(Instant at) =>
        at.ToUnixTimeTicks().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
