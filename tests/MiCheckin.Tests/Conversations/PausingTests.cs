using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using MiCheckin.Tests.Conversations.Principles;
using static MiCheckin.Tests.Conversations.People;

namespace MiCheckin.Tests.Conversations;

/// <summary>What PAUSE and SNOOZE cut off goes on afterwards, one check-in at a time.</summary>
public sealed class PausingTests
{
    [Fact]
    public void A_stage_question_answered_while_paused_gets_no_next_question_until_the_pause_is_over()
    {
        var paused = Scenario
            .Given(Begun with { Goal = "play with my grandkids" })
            .When(Reply("SM1", "SNOOZE 3", Control(ControlWord.Snooze) with { SnoozeDays = 3 }, Hours(1.1)))
            .ThenSays(Cells.SnoozeConfirm)
            .When(Reply("SM2", "no", new Reading { YesNo = false }, Hours(1.2)))
            .ThenSaysNothing()
            .And(s => Assert.Contains(s.Signals, x => x.Class is SignalClass.NowNo));

        paused.When(paused.State.Due());

        Assert.Equal([Cells.StageSoon], Principle.CellsOf(Assert.Single(paused.Texts)));
    }

    [Fact]
    public void The_last_stage_answer_given_while_paused_places_and_is_not_thanked_for() =>
        Scenario
            .Given(Begun)
            .When(Reply("SM1", "PAUSE", Control(ControlWord.Pause), Hours(1.1)))
            .When(Reply("SM2", "yes", new Reading { YesNo = true }, Hours(1.2)))
            .ThenSaysNothing()
            .And(s => Assert.Equal(Stage.Action, s.Stage?.Stage))
            .And(s => Assert.Null(s.StageNext));

    [Theory]
    [InlineData(Cells.StageNow)]
    [InlineData(Cells.GoalAsk)]
    public void A_question_that_waited_for_its_answer_when_the_pause_began_comes_after_it(string cell)
    {
        var asked = cell is Cells.StageNow ? Begun : After(Unasked, Unasked.Due());
        var at = asked.OpenPrompts[^1].AskedAt + Duration.FromMinutes(5);
        var snoozed = Scenario
            .Given(asked with { StageQuestionsAt = at })
            .When(Reply("SM1", "SNOOZE 20", Control(ControlWord.Snooze) with { SnoozeDays = 20 }, at));

        snoozed.When(snoozed.State.Due());

        Assert.Equal(cell, Principle.CellsOf(Assert.Single(snoozed.Texts))[0]);
    }

    [Fact]
    public void It_does_not_come_again_where_it_was_answered_before_the_check_in()
    {
        var snoozed = Scenario
            .Given(Begun with { Goal = "play with my grandkids" })
            .When(Reply("SM1", "SNOOZE 1", Control(ControlWord.Snooze) with { SnoozeDays = 1 }, Hours(1.1)))
            .When(Reply("SM2", "RESUME", Control(ControlWord.Resume), Hours(1.2)))
            .When(Reply("SM3", "yes", new Reading { YesNo = true }, Hours(1.3)))
            .ThenSays(Cells.StageThanks);

        snoozed.When(snoozed.State.Due());

        Assert.DoesNotContain(Cells.StageNow, Principle.CellsOf(Assert.Single(snoozed.Texts)));
    }

    [Fact]
    public void Three_months_of_blocked_days_end_in_a_check_in()
    {
        var begun = new LocalDate(2026, 3, 3);
        var away = Ana with { BlockedDates = [.. Enumerable.Range(0, 92).Select(begun.PlusDays)] };

        Scenario
            .Given(Settled)
            .When(new ConversationEvent.CoachActed(Hours(3), Ana.Coach, new CoachAction.ChangeProfile(away)))
            .And(s => Assert.True(s.Slot(SlotKind.CheckIn).Local.Date >= begun.PlusDays(92)));
    }

    [Fact]
    public void Stop_and_start_do_not_lose_the_six_months_of_somebody_in_action()
    {
        var active = After(Begun, Reply("SM1", "yes", new Reading { YesNo = true }, Hours(1.1)));
        var clock = active.Slot(SlotKind.StageClock).At;

        Scenario
            .Given(active)
            .When(Reply("SM2", "STOP", Control(ControlWord.Stop), Days(3)))
            .And(s => Assert.Empty(s.Slots))
            .When(Reply("SM3", "START", Control(ControlWord.Start), Days(30)))
            .And(s => Assert.Equal(clock, s.Slot(SlotKind.StageClock).At));
    }

    [Fact]
    public void The_six_months_that_ended_while_stopped_are_asked_about_after_start() =>
        Scenario
            .Given(After(Begun, Reply("SM1", "yes", new Reading { YesNo = true }, Hours(1.1))))
            .When(Reply("SM2", "STOP", Control(ControlWord.Stop), Days(3)))
            .When(Reply("SM3", "START", Control(ControlWord.Start), Days(300)))
            .And(s => Assert.Equal(Days(300), s.Slot(SlotKind.StageClock).At));

    private static ConversationState Unasked { get; } = Settled with { Goal = null, GoalAsked = false };
}
