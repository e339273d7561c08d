using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using static MiCheckin.Tests.Conversations.People;

namespace MiCheckin.Tests.Conversations;

/// <summary>Leaving, holds and coming back, in every order that people find.</summary>
public sealed class ComingBackTests
{
    [Theory]
    [InlineData("ok thanks")]
    [InlineData("i am going to do it")]
    [InlineData("sure")]
    [InlineData("yeah right")]
    public void After_a_stop_nothing_but_yes_alone_is_a_yes(string words) =>
        Scenario
            .Given(Stopped)
            .When(Reply("SM1", words, new Reading { YesNo = true }, Days(2)))
            .ThenSaysNothing()
            .And(s => Assert.IsType<Consent.Stopped>(s.Consent));

    [Fact]
    public void Thanks_for_the_welcome_is_no_consent() =>
        Scenario
            .Given(Invited)
            .When(Reply("SM1", "ok thanks", new Reading { YesNo = true }, Hours(1)))
            .ThenSaysNothing()
            .And(s => Assert.IsType<Consent.Asked>(s.Consent));

    [Fact]
    public void Start_settles_a_stop_that_was_not_clear() =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "stop it already", Control(ControlWord.Ask), Days(1)))
            .When(Reply("SM2", "stop", Control(ControlWord.Stop), Days(1.1)))
            .When(Reply("SM3", "START", Control(ControlWord.Start), Days(1.2)))
            .ThenSays("start.again")
            .And(s => Assert.Null(s.Hold));

    [Fact]
    public void Start_after_a_talk_with_the_coach_that_a_stop_cut_off_is_not_held_for_ever() =>
        Scenario
            .Given(Settled)
            .When(CoachTexts(Days(1)))
            .When(Reply("SM1", "stop", Control(ControlWord.Stop), Days(1.1)))
            .When(Reply("SM2", "START", Control(ControlWord.Start), Days(1.2)))
            .And(s => Assert.Null(s.Hold))
            .And(s => Assert.NotNull(s.Slot(SlotKind.CheckIn)));

    [Theory]
    [InlineData(ControlWord.Resume)]
    [InlineData(ControlWord.Start)]
    public void Who_comes_back_inside_a_hold_for_danger_is_not_told_that_it_goes_on(ControlWord word) =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "i want to die", Danger, Days(1)))
            .When(Reply("SM2", "i am back", Control(word), Days(1.1)))
            .ThenSays("coach.confirm")
            .ThenAlerts(AlertReason.AskedForCoach)
            .And(s => Assert.Equal(HoldReason.Risk, s.Hold?.Reason));

    [Fact]
    public void Start_after_a_stop_inside_a_hold_for_danger_asks_the_coach() =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "i want to die", Danger, Days(1)))
            .When(Reply("SM2", "stop", Control(ControlWord.Stop), Days(1.1)))
            .When(Reply("SM3", "START", Control(ControlWord.Start), Days(1.2)))
            .ThenSays("coach.confirm")
            .And(s => Assert.IsType<Consent.Given>(s.Consent))
            .And(s => Assert.Equal(HoldReason.Risk, s.Hold?.Reason));

    [Fact]
    public void A_hold_cleared_in_the_middle_of_a_talk_with_the_coach_stays_a_talk() =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "i want to die", Danger, Days(1)))
            .When(CoachTexts(Days(1.1)))
            .When(CoachDid(Days(1.2), new CoachAction.ClearHold("safe")))
            .And(s => Assert.Equal(HoldReason.CoachTalking, s.Hold?.Reason))
            .When(Reply("SM2", "thank you Sam, I feel better", Talk(Core.Replies.Talk.Neutral), Days(1.3)))
            .ThenSaysNothing();

    [Fact]
    public void Later_in_a_pause_promises_nothing_but_the_pause() =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "pause", Control(ControlWord.Pause), Days(1)))
            .When(Reply("SM2", "later", Control(ControlWord.Later), Days(1.1)))
            .ThenSays("pause.confirm");

    [Fact]
    public void A_text_that_is_more_urgent_than_the_last_gets_the_emergency_number_at_once() =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "he hits me", new Reading { Risk = RiskKind.ViolenceHome }, Days(1)))
            .ThenSays(TextKind.Safety)
            .When(
                Reply(
                    "SM2",
                    "i took all my pills",
                    Danger with
                    {
                        Urgency = Urgency.Imminent,
                    },
                    Days(1) + Duration.FromMinutes(10)
                )
            )
            .ThenSays(TextKind.Safety)
            .When(Reply("SM3", "i want to die", Danger, Days(1) + Duration.FromMinutes(20)))
            .ThenSaysNothing()
            .ThenAlerts(AlertReason.Risk);

    private static ConversationEvent.CoachActed CoachTexts(Instant at) =>
        new(at, new CoachId("sam"), new CoachAction.Text("Hi, Sam here"));
}
