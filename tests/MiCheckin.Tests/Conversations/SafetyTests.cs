using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using static MiCheckin.Tests.Conversations.People;

namespace MiCheckin.Tests.Conversations;

public sealed class SafetyTests
{
    [Fact]
    public void A_text_comes_at_most_once_an_hour_and_an_alert_every_time() =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "i want to die", Danger, Days(1)))
            .ThenSays(TextKind.Safety)
            .ThenAlerts(AlertReason.Risk)
            .When(Reply("SM2", "i want to die", Danger, Days(1) + Duration.FromMinutes(59)))
            .ThenSaysNothing()
            .ThenAlerts(AlertReason.Risk)
            .When(Reply("SM3", "i want to die", Danger, Days(1) + Duration.FromMinutes(61)))
            .ThenSays(TextKind.Safety);

    [Fact]
    public void Only_a_person_lifts_the_hold() =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "i want to die", Danger, Days(1)))
            .When(Reply("SM2", "lol jk", Talk(Core.Replies.Talk.Neutral), Days(1.1)))
            .And(s => Assert.Equal(HoldReason.Risk, s.Hold?.Reason))
            .When(Reply("SM3", "RESUME", Control(ControlWord.Resume), Days(1.2)))
            .And(s => Assert.Equal(HoldReason.Risk, s.Hold?.Reason))
            .When(CoachDid(Days(1.3), new CoachAction.ClearHold("safe")))
            .And(s => Assert.Null(s.Hold));

    [Fact]
    public void Coming_back_after_stop_does_not_lift_it_either() =>
        Scenario
            .Given(Stopped)
            .When(Reply("SM1", "i want to die", Danger, Days(2)))
            .When(Reply("SM2", "START", Control(ControlWord.Start), Days(3)))
            .And(s => Assert.Equal(HoldReason.Risk, s.Hold?.Reason))
            .And(s => Assert.NotNull(s.Slot(SlotKind.CheckIn)));

    [Theory]
    [InlineData(RiskKind.Medical, Urgency.Imminent)]
    [InlineData(RiskKind.ViolenceHome, Urgency.Crisis)]
    [InlineData(RiskKind.Unclear, Urgency.Concern)]
    public void Each_kind_has_its_fixed_text_without_a_question(RiskKind kind, Urgency urgency)
    {
        var scenario = Scenario
            .Given(Settled)
            .When(Reply("SM1", "words", new Reading { Risk = kind, Urgency = urgency }, Days(1)));
        var texts = MoveMore.In("en").Safety["US"];
        var expected = kind switch
        {
            RiskKind.Medical => texts.Medical,
            RiskKind.ViolenceHome => texts.Violence,
            _ => texts.Crisis,
        };
        Assert.Equal(expected, scenario.Texts[0].Body);
        Assert.DoesNotContain('?', scenario.Texts[0].Body);
    }

    [Fact]
    public void Danger_in_two_fragments_is_danger() =>
        Scenario
            .Given(After(Settled, Settled.Due()))
            .When(Reply("SM1", "i want to", Talk(Core.Replies.Talk.Neutral), Days(2.5)))
            .When(
                Reply(
                    "SM2",
                    "kill myself",
                    Talk(Core.Replies.Talk.Neutral),
                    Days(2.5) + Duration.FromSeconds(20)
                )
            )
            .ThenAlerts(AlertReason.Risk);

    [Fact]
    public void An_unclear_stop_holds_and_asks_a_person_and_the_person_can_come_back_alone() =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "stop maybe", Control(ControlWord.Ask), Days(1)))
            .ThenSaysNothing()
            .ThenAlerts(AlertReason.UnclearStop)
            .When(Reply("SM2", "RESUME", Control(ControlWord.Resume), Days(1.1)))
            .And(s => Assert.Null(s.Hold));

    [Fact]
    public void A_coach_who_texts_holds_what_is_automatic_for_a_day_after_the_last_word() =>
        Scenario
            .Given(Settled)
            .When(CoachDid(Days(1), new CoachAction.Text("Hi, Sam here")))
            .ThenSays(TextKind.Coach)
            .When(Reply("SM1", "hi Sam, I want to talk", ForChange(TalkKind.Desire), Days(1.5)))
            .ThenSaysNothing()
            .And(s => Assert.Equal(Days(2.5), s.Slot(SlotKind.Resume).At))
            .When(new ConversationEvent.SlotDue(Days(2.5), $"talk|{Days(2.5).ToUnixTimeTicks()}"))
            .And(s => Assert.Null(s.Hold));
}
