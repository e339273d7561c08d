using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using static MiCheckin.Tests.Conversations.People;

namespace MiCheckin.Tests.Conversations;

public sealed class CheckInTests
{
    [Fact]
    public void A_due_check_in_asks_and_plans_its_reminder_and_the_next()
    {
        var due = Scenario.Given(Settled).When(Settled.Due());
        due.ThenSays(TextKind.Prompt);
        Assert.Equal($"{Settled.Slot(SlotKind.CheckIn).Key}-p", due.Texts[0].Key);
        Assert.Single(due.State.OpenPrompts);
        Assert.NotEqual(Settled.Slot(SlotKind.CheckIn).At, due.State.Slot(SlotKind.CheckIn).At);
        Assert.Equal(
            Duration.FromHours(24),
            due.State.Slot(SlotKind.Reminder).At - Settled.Slot(SlotKind.CheckIn).At
        );
    }

    [Fact]
    public void Silence_is_reminded_of_once()
    {
        var asked = After(Settled, Settled.Due());
        var reminded = Scenario.Given(asked).When(asked.Due(SlotKind.Reminder)).ThenSays("reminder");
        Assert.DoesNotContain(reminded.State.Slots, s => s.Kind is SlotKind.Reminder);
    }

    [Fact]
    public void An_answered_prompt_is_not_reminded_of()
    {
        var asked = After(Settled, Settled.Due());
        var at = asked.OpenPrompts[0].AskedAt + Duration.FromHours(1);
        Scenario
            .Given(asked)
            .When(Reply("SM1", "I want to walk with my dog", ForChange(TalkKind.Desire), at))
            .And(s => Assert.DoesNotContain(s.Slots, x => x.Kind is SlotKind.Reminder));
    }

    [Fact]
    public void A_slot_that_comes_after_its_day_is_skipped_and_the_next_is_planned()
    {
        var slot = Settled.Slot(SlotKind.CheckIn);
        Scenario
            .Given(Settled)
            .When(new ConversationEvent.SlotDue(slot.At + Duration.FromDays(1), slot.Key))
            .ThenSaysNothing()
            .ThenRemembers<Fact.SlotSkipped>(f => f.Why is "late")
            .And(s => Assert.True(s.Slot(SlotKind.CheckIn).At > slot.At + Duration.FromDays(1)));
    }

    [Fact]
    public void A_slot_that_is_not_planned_changes_nothing() =>
        Scenario
            .Given(Settled)
            .When(new ConversationEvent.SlotDue(Days(9), "ci|2026-01-01"))
            .ThenSaysNothing()
            .And(s => Assert.Equal(ConversationJson.Write(Settled), ConversationJson.Write(s)));
}
