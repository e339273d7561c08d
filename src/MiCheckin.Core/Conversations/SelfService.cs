using System.Globalization;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>What people can do by one word: pause, come back, less, more, another time, a person, please.</summary>
internal static class SelfService
{
    private const int LongestSnooze = 60;

    public static Turn Do(Turn turn, ConversationEvent.Replied reply)
    {
        var heard = turn.With(s => s with { LastReplyAt = turn.At, Missed = 0, Stale = false });
        var key = $"{reply.ReplyId}-a0";

        return reply.Reading.Control switch
        {
            ControlWord.Start or ControlWord.Resume => Resume(heard, reply, key),
            ControlWord.Pause => Pause(heard, Instant.MaxValue).Serve(key, Cells.PauseConfirm),
            ControlWord.Snooze => Snooze(heard, key, DaysOff(heard, reply.Reading)),
            ControlWord.Later => Later(heard, key, reply.ReplyId),
            ControlWord.Less => Wish(heard, -1, "less").Serve(key, Cells.LessConfirm),
            ControlWord.More => Wish(heard, +1, "more").Serve(key, Cells.MoreConfirm),
            ControlWord.Time => Time(heard, key, reply.Reading.PreferredTime),
            ControlWord.Coach => AskForCoach(heard, reply),
            _ => heard,
        };
    }

    /// <summary>HELP names the program, whom to reach and how to stop. It can be distress, so a coach sees it too.</summary>
    public static Turn Help(Turn turn, ConversationEvent.Replied reply)
    {
        var flagged = turn.With(s => s with { LastReplyAt = turn.At })
            .Alert($"{reply.ReplyId}-help", AlertReason.AskedForHelp, reply.ReplyId);
        return reply.ProviderAnswered ? flagged : flagged.Serve($"{reply.ReplyId}-a0", Cells.Help);
    }

    public static Turn AskForCoach(Turn turn, ConversationEvent.Replied reply) =>
        turn.Alert($"{reply.ReplyId}-coach", AlertReason.AskedForCoach, reply.ReplyId)
            .Serve($"{reply.ReplyId}-a0", Cells.CoachConfirm);

    public static Turn Pause(Turn turn, Instant until)
    {
        var paused = Owed.CutOff(turn).With(s => s with { PausedUntil = until });
        return Slots
            .PlanCheckIn(Slots.Drop(paused, SlotKind.Reminder))
            .Note(new Fact.CadenceChanged(until == Instant.MaxValue ? "pause" : $"pause until {until}"));
    }

    /// <summary>The person comes back by a word of their own, which also settles a stop that was unclear.</summary>
    public static Turn Resume(Turn turn, ConversationEvent.Replied reply, string key)
    {
        var back = turn.With(s => s with { PausedUntil = null });
        var released = back.State.Hold is { Reason: HoldReason.UnclearStop } ? Safety.Release(back) : back;
        var resumed = Slots.PlanCheckIn(released).Note(new Fact.CadenceChanged("resume"));

        // While danger is looked into nothing goes on, so that is not what we say: a coach is told that they are back.
        return resumed.State.Hold is { Reason: HoldReason.Risk }
            ? AskForCoach(resumed, reply)
            : resumed.Serve(key, Cells.ResumeConfirm);
    }

    public static Turn Time(Turn turn, string key, LocalTime? time)
    {
        if (time is not { } wished)
        {
            var (asked, words) = Wording.Say(turn, Cells.TimeUnclear);
            var text = asked.SendNow(key, TextKind.Service, words);
            return Prompts.Open(text, key, Cells.TimeUnclear, words.Body, Expects.None);
        }

        var kept = turn.Hours.Clamp(wished);
        return Slots
            .PlanCheckIn(turn.With(s => s with { Profile = s.Profile with { PreferredTime = kept } }))
            .Note(new Fact.CadenceChanged($"time {kept.ToString("HH:mm", CultureInfo.InvariantCulture)}"))
            .Serve(key, Cells.TimeConfirm, ("time", Clock(kept, turn.State.Profile.Language)));
    }

    /// <summary>"Until Monday" is counted from today where this person lives; on a Monday it is the next one.</summary>
    private static int DaysOff(Turn turn, Reading reading) =>
        reading switch
        {
            { SnoozeDays: { } days } => days,
            { SnoozeUntil: { } day } => Period.DaysBetween(
                turn.Hours.DateOf(turn.At),
                turn.Hours.DateOf(turn.At).Next(day)
            ),
            _ => 1,
        };

    private static Turn Snooze(Turn turn, string key, int days)
    {
        var wished = Math.Clamp(days, 1, LongestSnooze);
        var hours = turn.Hours;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(hours.Zone) ?? DateTimeZone.Utc;
        var until = zone.AtStartOfDay(hours.DateOf(turn.At).PlusDays(wished)).ToInstant();
        return Pause(turn, until)
            .Serve(key, Cells.SnoozeConfirm, ("days", Days(wished, turn.State.Profile.Language)));
    }

    /// <summary>The open question comes back once, in three hours, or tomorrow where the day is over by then.</summary>
    private static Turn Later(Turn turn, string key, string replyId)
    {
        if (turn.IsPaused)
        {
            return turn.Serve(key, Cells.PauseConfirm);
        }

        var hours = turn.Hours;
        var later = turn.At + Duration.FromHours(3);
        var at = hours.IsOpen(later) ? later : hours.NextOpen(later);
        var open = turn.State.OpenPrompts.LastOrDefault(p => !p.Answered);

        if (open is null || at is not { } when)
        {
            var skipped = Slots.PlanCheckIn(turn, hours.DateOf(turn.At).PlusDays(1));
            return skipped.Note(new Fact.CadenceChanged("later")).Serve(key, Cells.LaterConfirm);
        }

        var slot = Slots.At($"la|{replyId}", SlotKind.Reminder, when, hours, open.TextKey);
        return Slots
            .Add(Slots.Drop(Prompts.Replace(turn, open with { Reminded = false }), SlotKind.Reminder), slot)
            .Note(new Fact.CadenceChanged("later"))
            .Serve(key, Cells.LaterConfirm);
    }

    private static Turn Wish(Turn turn, int step, string how)
    {
        var wish = Math.Clamp(turn.State.CadenceWish + step, Wishes.Least, Wishes.Most);
        return Slots
            .PlanCheckIn(turn.With(s => s with { CadenceWish = wish }))
            .Note(new Fact.CadenceChanged(how));
    }

    private static string Days(int days, string language) =>
        (language, days) switch
        {
            ("es", 1) => "1 día",
            ("es", _) => $"{Wording.Number(days)} días",
            (_, 1) => "1 day",
            _ => $"{Wording.Number(days)} days",
        };

    private static string Clock(LocalTime time, string language)
    {
        var pattern = (language, time.Minute) switch
        {
            ("en", 0) => "h tt",
            ("en", _) => "h:mm tt",
            _ => "HH:mm",
        };
        return time.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
