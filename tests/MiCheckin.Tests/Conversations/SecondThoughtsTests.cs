using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using static MiCheckin.Tests.Conversations.People;

namespace MiCheckin.Tests.Conversations;

/// <summary>What people take back, correct and add, and what a coach takes back for them.</summary>
public sealed class SecondThoughtsTests
{
    [Fact]
    public void Taking_back_a_relapse_gives_the_months_in_action_back_with_it()
    {
        var active = After(
            Begun,
            Reply("SM1", "yes", new Reading { YesNo = true }, Hours(1) + Duration.FromMinutes(5))
        );
        var clock = active.Slot(SlotKind.StageClock).At;
        var since = active.Stage!.Since;

        Scenario
            .Given(active)
            .When(Reply("SM2", "I gave up", Talk(Core.Replies.Talk.Sustain), Days(100)))
            .And(s => Assert.Equal(Stage.Contemplation, s.Stage?.Stage))
            .When(CoachDid(Days(101), new CoachAction.UndoMove("she meant sugar")))
            .And(s => Assert.Equal(Stage.Action, s.Stage?.Stage))
            .And(s => Assert.Equal(since, s.Stage?.Since))
            .And(s => Assert.Equal(clock, s.Slot(SlotKind.StageClock).At));
    }

    [Fact]
    public void The_arm_of_a_trial_is_recorded_with_its_probability_at_enrolment()
    {
        var trial = MoveMore with { Arms = [new Arm("usual", 1, []), new Arm("other", 3, [])] };

        Scenario
            .Given(Conversation.New(Ana), trial)
            .When(new ConversationEvent.Enrolled(Monday, 0.5))
            .And(s => Assert.Equal("other", s.Arm))
            .ThenRemembers<Fact.ArmAllocated>(f => f is { Arm: "other", Probability: 0.75m });
    }

    [Fact]
    public void A_goal_changed_after_two_answers_is_kept_and_shown_back()
    {
        var asked = Asked(MoveMore.In("en").Prompts[0]) with { Goal = "walk to church" };
        var twice = After(
            asked,
            Reply("SM1", "I want to walk", ForChange(TalkKind.Desire), Days(2.1)),
            Reply("SM2", "I could do it at noon", ForChange(TalkKind.Ability), Days(2.2))
        );

        Scenario
            .Given(twice)
            .When(
                Reply(
                    "SM3",
                    "my goal is now to bike to work",
                    ForChange(TalkKind.Desire),
                    Days(2.2) + Duration.FromMinutes(4)
                )
            )
            .ThenSays(Cells.GoalThanks)
            .And(s => Assert.Equal("to bike to work", s.Goal));
    }

    [Fact]
    public void A_part_that_adds_nothing_is_no_second_signal_of_what_was_said_before()
    {
        var asked = Asked(MoveMore.In("en").Prompts[0]);
        Scenario
            .Given(asked)
            .When(Reply("SM1", "I will walk on saturday", ForChange(TalkKind.Commitment), Days(2.1)))
            .When(Reply("SM2", "haha", Talk(Core.Replies.Talk.Neutral), Days(2.1) + Duration.FromMinutes(4)))
            .When(
                Reply("SM3", "you know", Talk(Core.Replies.Talk.Neutral), Days(2.1) + Duration.FromMinutes(8))
            )
            .And(s => Assert.Equal(1, s.Signals.Count(x => x.Class is SignalClass.Change)))
            .And(s => Assert.Equal("I will walk on saturday", s.FirstStep));
    }

    [Fact]
    public void A_day_added_to_a_plan_does_not_take_its_place() =>
        Scenario
            .Given(Asked(MoveMore.In("en").Prompts[0]))
            .When(
                Reply("SM1", "I will walk on tuesday after work", ForChange(TalkKind.Commitment), Days(2.1))
            )
            .When(
                Reply(
                    "SM2",
                    "and on thursday too",
                    ForChange(TalkKind.Commitment),
                    Days(2.1) + Duration.FromMinutes(4)
                )
            )
            .And(s => Assert.Equal("I will walk on tuesday after work", s.FirstStep));

    [Theory]
    [InlineData("sorry i meant 6")]
    [InlineData("actually make that a 6")]
    [InlineData("no I mean 6")]
    public void A_number_that_corrects_the_one_before_takes_its_place(string words) =>
        Scenario
            .Given(Asked(MoveMore.In("en").Prompts.First(p => p.Ruler is RulerKind.Confidence)))
            .When(
                Reply(
                    "SM1",
                    "8",
                    new Reading { RulerStatus = RulerStatus.Read, Ruler = new RulerScore(8, 8) },
                    Days(2.1)
                )
            )
            .When(Reply("SM2", words, ReplyReader.Read(words, new Asked()), Days(2.2)))
            .And(s => Assert.Equal(6, s.Rulers[^1].Score.Low));

    [Theory]
    [InlineData("sorry for the novel lol")]
    [InlineData("Sorry, I just saw this")]
    public void An_apology_to_us_is_no_slip(string words) =>
        Assert.DoesNotContain(
            Scenario
                .Given(Asked(MoveMore.In("en").Prompts[0]))
                .When(
                    Reply(
                        "SM1",
                        words,
                        new Reading
                        {
                            Behaviour =
                            [
                                new BehaviourReport(BehaviourKind.Slip, null, "", "", new Span(0, 5, "slip")),
                            ],
                        },
                        Days(2.1)
                    )
                )
                .State.Signals,
            s => s.Class is SignalClass.Slip
        );

    private static ConversationState Asked(Prompt prompt) => People.Asked(prompt, Days(2));
}
