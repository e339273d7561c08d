using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using static MiCheckin.Tests.Conversations.People;

namespace MiCheckin.Tests.Conversations;

public sealed class ConsentTests
{
    [Fact]
    public void Enrolment_plans_one_welcome_inside_the_window() =>
        Scenario
            .Given(Conversation.New(Ana))
            .When(new ConversationEvent.Enrolled(Monday - Duration.FromHours(6), 0.25))
            .ThenSays("welcome")
            .ThenSays(TextKind.Welcome)
            .And(s => Assert.IsType<Consent.Asked>(s.Consent));

    [Fact]
    public void A_welcome_planned_at_night_waits_for_the_morning()
    {
        var night = Scenario
            .Given(Conversation.New(Ana))
            .When(new ConversationEvent.Enrolled(Hours(-6), 0.25));
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 14, 0), night.Texts[0].NotBefore);
        Assert.Equal(Instant.FromUtc(2026, 3, 3, 1, 0), night.Texts[0].Deadline);
    }

    [Fact]
    public void Yes_gives_consent_and_asks_the_first_stage_question() =>
        Scenario
            .Given(Invited)
            .When(Reply("SM1", "YES", new Reading { YesNo = true }, Hours(1)))
            .ThenSays("consent.thanks", "stage.now")
            .And(s => Assert.IsType<Consent.Given>(s.Consent))
            .And(s => Assert.Equal(1, s.ConsentEpoch))
            .And(s => Assert.NotNull(s.Slot(SlotKind.CheckIn)));

    [Fact]
    public void No_to_the_welcome_is_a_refusal_and_confirmed_once() =>
        Scenario
            .Given(Invited)
            .When(Reply("SM1", "no thanks", new Reading { YesNo = false }, Hours(1)))
            .ThenSays("stop.confirm")
            .And(s => Assert.IsType<Consent.Stopped>(s.Consent));

    [Fact]
    public void Talk_before_yes_is_not_answered() =>
        Scenario
            .Given(Invited)
            .When(Reply("SM1", "I want to walk more", Talk(Core.Replies.Talk.Change), Hours(1)))
            .ThenSaysNothing();

    [Fact]
    public void Stop_is_confirmed_once_and_clears_all_plans() =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "stop", Control(ControlWord.Stop), Days(1)))
            .ThenSays(TextKind.StopConfirmation)
            .And(s => Assert.Empty(s.Slots))
            .And(s => Assert.Equal(2, s.ConsentEpoch))
            .When(Reply("SM2", "stop", Control(ControlWord.Stop), Days(1)))
            .ThenSaysNothing();

    [Fact]
    public void A_stop_that_the_provider_has_answered_is_not_confirmed_again() =>
        Scenario
            .Given(Settled)
            .When(Reply("SM1", "stop", Control(ControlWord.Stop), Days(1)) with { ProviderAnswered = true })
            .ThenSaysNothing()
            .And(s => Assert.IsType<Consent.Stopped>(s.Consent));

    [Fact]
    public void Help_after_stop_is_flagged_and_not_texted() =>
        Scenario
            .Given(Stopped)
            .When(Reply("SM1", "help", Control(ControlWord.Help), Days(2)))
            .ThenSaysNothing()
            .ThenAlerts(AlertReason.AskedForHelp);

    [Theory]
    [InlineData("START", ControlWord.Start, null)]
    [InlineData("yes", ControlWord.None, true)]
    public void Start_and_yes_lead_back_and_plan_the_next_check_in(
        string words,
        ControlWord word,
        bool? yes
    ) =>
        Scenario
            .Given(Stopped)
            .When(Reply("SM1", words, new Reading { Control = word, YesNo = yes }, Days(2)))
            .ThenSays("start.again")
            .And(s => Assert.Equal(3, s.ConsentEpoch))
            .And(s => Assert.NotNull(s.Slot(SlotKind.CheckIn)));

    [Fact]
    public void The_provider_saying_opted_out_stops_without_a_text() =>
        Scenario
            .Given(Settled)
            .When(new ConversationEvent.OptedOutAtProvider(Days(1)))
            .ThenSaysNothing()
            .And(s => Assert.IsType<Consent.Stopped>(s.Consent));

    [Fact]
    public void A_wrong_number_is_left_in_peace() =>
        Scenario
            .Given(Invited)
            .When(
                Reply("SM1", "wrong number", new Reading { NotAnAnswer = NotAnAnswer.WrongNumber }, Days(1))
            )
            .ThenSays("wrong-number.confirm")
            .ThenAlerts(AlertReason.WrongNumber)
            .When(Reply("SM2", "who are you", Talk(Core.Replies.Talk.Neutral), Days(2)))
            .ThenSaysNothing();
}
