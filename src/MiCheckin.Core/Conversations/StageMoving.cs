using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>Applies the stage rules to a conversation: moves, the six-month clock, a coach's override, taking back.</summary>
internal static class StageMoving
{
    private const int MovesKept = 5;
    private static readonly Period SixMonthsOn = Period.FromMonths(6);

    /// <summary>A report this old no longer bears out that the person still does it.</summary>
    private static readonly Duration StillDoing = Duration.FromDays(60);

    private static readonly Duration AskTheClockAgain = Duration.FromDays(30);

    public static Turn Judge(Turn turn, Heard heard)
    {
        var state = turn.State;

        if (state.Override is not null)
        {
            return turn;
        }

        var view = new StageView(
            state.Stage?.Stage,
            state.Stage?.Since,
            state.Signals,
            state.JudgedUntil,
            turn.At,
            heard.ReplyId
        );
        return StageRules.Judge(view) is { } move ? Move(turn, move) : turn;
    }

    /// <summary>Six months by the clock lead from action to maintenance, where the person has lately said that they still do it (5.2).</summary>
    public static Turn SixMonths(Turn turn, DueSlot slot)
    {
        if (turn.State.Stage is not { Stage: Stage.Action })
        {
            return turn;
        }

        var did = turn.State.Signals.LastOrDefault(s => s.Class is SignalClass.Did or SignalClass.NowYes);

        if (turn.State.Override is not null || did is null || turn.At - did.At > StillDoing)
        {
            return PlanClock(
                turn.Note(new Fact.SlotSkipped(slot.Key, "not-heard-lately")),
                turn.At + AskTheClockAgain
            );
        }

        return Move(
            turn,
            new StageMove(Stage.Action, Stage.Maintenance, turn.At, "5.2-clock", [StageMoves.EvidenceOf(did)])
        );
    }

    public static Turn Override(Turn turn, ConversationEvent.CoachActed acted, CoachAction.OverrideStage wish)
    {
        var said = new Evidence("", turn.At, Cut(wish.Note), $"coach {acted.Coach.Value}", 1, "");
        var move = new StageMove(turn.State.Stage?.Stage, wish.Stage, turn.At, "coach", [said]);
        return Move(turn, move).With(s => s with { Override = move, JudgedUntil = turn.At });
    }

    public static Turn LiftOverride(Turn turn) =>
        turn.State.Override is null
            ? turn
            : turn.With(s => s with { Override = null, JudgedUntil = turn.At });

    /// <summary>Takes back the last move. What it rested on counts no more, so that it does not come back by itself.</summary>
    public static Turn Undo(Turn turn, ConversationEvent.CoachActed acted, CoachAction.UndoMove wish)
    {
        if (turn.State.Moves is not [.., var last])
        {
            return turn;
        }

        var said = new Evidence("", turn.At, Cut(wish.Note), $"coach {acted.Coach.Value}", 1, "");
        var back = turn.With(s =>
            s with
            {
                Moves = [.. s.Moves.SkipLast(1)],
                JudgedUntil = turn.At,
                Override = null,
            }
        );

        if (last.From is not { } before)
        {
            return Slots
                .Drop(back.With(s => s with { Stage = null }), SlotKind.StageClock)
                .Note(new Fact.MoveTakenBack(last));
        }

        var undo = new StageMove(turn.State.Stage?.Stage, before, turn.At, "undo", [said]);
        return Restore(Place(back, undo), last)
            .Note(new Fact.MoveTakenBack(last))
            .Note(new Fact.StageMoved(undo));
    }

    /// <summary>The stage before counts from when it began, and so do its six months: nobody loses months to a misreading.</summary>
    private static Turn Restore(Turn turn, StageMove last)
    {
        var since = turn.With(s =>
            s with
            {
                Stage = s.Stage! with { Since = last.FromSince ?? s.Stage.Since },
            }
        );
        return last is { From: Stage.Action, FromClock: { } clock }
            ? PlanClock(Slots.Drop(since, SlotKind.StageClock), Instant.Max(turn.At, clock))
            : since;
    }

    private static Turn Move(Turn turn, StageMove rests)
    {
        var move = rests with
        {
            FromSince = turn.State.Stage?.Since,
            FromClock = turn.State.Slots.FirstOrDefault(s => s.Kind is SlotKind.StageClock)?.At,
        };
        var moved = Place(turn, move)
            .With(s => s with { Moves = [.. s.Moves.TakeLast(MovesKept - 1), move] })
            .Note(new Fact.StageMoved(move));
        return StageRules.IsRelapse(move) ? moved.Note(new Fact.Relapsed(move.Evidence[^1].ReplyId)) : moved;
    }

    private static Turn Place(Turn turn, StageMove move)
    {
        var placed = Slots.Drop(
            turn.With(s => s with { Stage = new StageRecord(move.To, turn.At, move) }),
            SlotKind.StageClock
        );

        if (move.To is not Stage.Action)
        {
            return placed;
        }

        return PlanClock(placed, EndOfSixMonths(turn, turn.At));
    }

    /// <summary>A stop ends all that is planned. Who comes back and is in action has their six months still.</summary>
    public static Turn ClockAgain(Turn turn) =>
        turn.State.Stage is { Stage: Stage.Action, Since: var since }
        && turn.State.Slots.All(s => s.Kind is not SlotKind.StageClock)
            ? PlanClock(turn, EndOfSixMonths(turn, since))
            : turn;

    /// <summary>Six months after the move into action, or from the first day of the streak that was told with it.</summary>
    private static Instant EndOfSixMonths(Turn turn, Instant moved)
    {
        var streak =
            turn.State.Signals.LastOrDefault(s => s.Class is SignalClass.Did && s.At == moved)?.StreakDays
            ?? 0;
        var day = turn.Hours.LocalOf(moved).Date.PlusDays(-streak).Plus(SixMonthsOn);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(turn.Hours.Zone) ?? DateTimeZone.Utc;
        return Instant.Max(turn.At, zone.AtStartOfDay(day).ToInstant());
    }

    private static Turn PlanClock(Turn turn, Instant at)
    {
        var hours = turn.Hours;
        return Slots.Add(
            turn,
            Slots.At($"sc|{Slots.Date(hours.DateOf(at))}", SlotKind.StageClock, at, hours)
        );
    }

    private static string Cut(string note) => note.Length <= 60 ? note : note[..60];
}
