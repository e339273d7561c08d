using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using static MiCheckin.Tests.Conversations.People;

namespace MiCheckin.Tests.Conversations;

/// <summary>Answers that a clinician reads without wincing: they fit what was asked, and meet people before habits.</summary>
public sealed class AnsweringTests
{
    [Theory]
    [InlineData("in-the-way", Core.Replies.Talk.Sustain, TalkKind.Reason, "my job, 11 hours a day", "hurdle")]
    [InlineData("in-the-way", Core.Replies.Talk.Neutral, TalkKind.None, "netflix", "hurdle")]
    [InlineData("in-the-way", Core.Replies.Talk.Sustain, TalkKind.Desire, "I don't want to walk", "sustain")]
    [InlineData(
        "small-piece",
        Core.Replies.Talk.Change,
        TalkKind.Steps,
        "walk the dog twice instead of once",
        "idea"
    )]
    [InlineData(
        "small-piece",
        Core.Replies.Talk.Neutral,
        TalkKind.None,
        "Maybe stretch in the morning?",
        "idea"
    )]
    [InlineData(
        "small-piece",
        Core.Replies.Talk.Sustain,
        TalkKind.Ability,
        "I can't do that with this knee",
        "hurdle"
    )]
    [InlineData(
        "one-change",
        Core.Replies.Talk.Neutral,
        TalkKind.None,
        "having someone to go with",
        "condition"
    )]
    [InlineData(
        "think-about",
        Core.Replies.Talk.Sustain,
        TalkKind.Reason,
        "if my knees stopped hurting",
        "condition"
    )]
    [InlineData(
        "think-about",
        Core.Replies.Talk.Sustain,
        TalkKind.Reason,
        "I am 81, I move enough",
        "sustain"
    )]
    [InlineData(
        "know-time",
        Core.Replies.Talk.Change,
        TalkKind.Activation,
        "I guess now is as good as any",
        "neutral"
    )]
    [InlineData(
        "keep-going",
        Core.Replies.Talk.Change,
        TalkKind.Reason,
        "my sister and I text our steps",
        "strength"
    )]
    [InlineData("look-back", Core.Replies.Talk.Sustain, TalkKind.Reason, "nothing went well", "hard")]
    [InlineData(
        "day-now",
        Core.Replies.Talk.Sustain,
        TalkKind.Reason,
        "nothing, I am on my feet all day at work",
        "sustain"
    )]
    [InlineData("day-now", Core.Replies.Talk.Change, TalkKind.Steps, "I walked to work", "steps")]
    public void The_answer_fits_what_was_asked(
        string prompt,
        Core.Replies.Talk talk,
        TalkKind kind,
        string words,
        string cell
    ) => Assert.Equal($"reflect.{cell}", ReflectionTo(words, Talk(talk, kind), prompt));

    [Theory]
    [InlineData(
        "My husband passed in March. We used to walk together.",
        Core.Replies.Talk.Change,
        TalkKind.Reason
    )]
    [InlineData(
        "My mom broke her hip so I was at the hospital all week",
        Core.Replies.Talk.Change,
        TalkKind.Steps
    )]
    [InlineData("se murió mi esposo en marzo", Core.Replies.Talk.Sustain, TalkKind.Reason)]
    [InlineData("😭", Core.Replies.Talk.Neutral, TalkKind.None)]
    public void A_loss_is_met_before_anything_about_the_change(
        string words,
        Core.Replies.Talk talk,
        TalkKind kind
    ) => Assert.Equal("reflect.hard", ReflectionTo(words, Talk(talk, kind), "day-now"));

    [Theory]
    [InlineData("I'm sick of smelling like an ashtray", TalkKind.Reason, "reason")]
    [InlineData("I'm tired of being tired", TalkKind.Reason, "reason")]
    [InlineData("down to 5 a day from 20", TalkKind.Steps, "steps")]
    [InlineData("I don't want to cough anymore", TalkKind.Reason, "reason")]
    [InlineData("no quiero terminar como mi papá", TalkKind.Reason, "reason")]
    public void Words_of_mood_and_no_take_no_change_talk_away(string words, TalkKind kind, string cell) =>
        Assert.Contains(
            ReflectionTo(words, Talk(Core.Replies.Talk.Change, kind), "day-now"),
            (string[])[$"reflect.{cell}", Cells.PersonalChange]
        );

    [Fact]
    public void A_wish_for_what_was_is_no_slip() =>
        Assert.Equal(
            "reflect.desire",
            ReflectionTo(
                "I used to love dancing. I miss that.",
                ForChange(TalkKind.Desire) with
                {
                    Behaviour =
                    [
                        new BehaviourReport(BehaviourKind.DidNot, null, "", "", new Span(0, 5, "behaviour")),
                    ],
                },
                "day-now"
            )
        );

    [Theory]
    [InlineData("nothing did. I smoked 2 last night", Core.Replies.Talk.Sustain)]
    [InlineData("compré una cajetilla y me la acabé", Core.Replies.Talk.Change)]
    public void Being_at_it_again_in_action_is_a_slip_whichever_way_it_leans(
        string words,
        Core.Replies.Talk talk
    )
    {
        var reading = Talk(talk, TalkKind.Reason) with
        {
            Behaviour =
            [
                new BehaviourReport(BehaviourKind.Amount, 2, "cigarettes", "", new Span(0, 5, "behaviour")),
            ],
        };
        Assert.Equal("reflect.slip", ReflectionTo(words, reading, "proud", Stage.Action));
    }

    [Theory]
    [InlineData("who is this?")]
    [InlineData("is this a robot")]
    [InlineData("you there?")]
    [InlineData("quién es")]
    public void Who_asks_who_we_are_is_told(string words) =>
        Scenario
            .Given(Asked("day-now"))
            .When(Reply("SM1", words, Talk(Core.Replies.Talk.Neutral), Days(2.1)))
            .ThenSays(Cells.Help);

    [Fact]
    public void Who_asks_for_advice_gets_no_reflection_that_dodges_it() =>
        Scenario
            .Given(Asked("small-piece"))
            .When(
                Reply("SM1", "i dont know what would u suggest", Talk(Core.Replies.Talk.Neutral), Days(2.1))
            )
            .ThenSays(Cells.InfoNone);

    [Theory]
    [InlineData("I already told you last week")]
    [InlineData("no se metan en mi vida")]
    [InlineData("🖕")]
    public void Words_at_us_are_answered_as_that_and_shown_to_a_coach(string words) =>
        Scenario
            .Given(Asked("day-now"))
            .When(Reply("SM1", words, Talk(Core.Replies.Talk.Neutral), Days(2.1)))
            .ThenAlerts(AlertReason.Discord);

    [Fact]
    public void Who_asks_what_number_to_call_gets_it_and_a_coach_is_shown() =>
        Scenario
            .Given(Asked("day-now"))
            .When(
                Reply("SM1", "what number should i call for help", Talk(Core.Replies.Talk.Neutral), Days(2.1))
            )
            .ThenSays(Cells.Help)
            .ThenAlerts(AlertReason.AskedForHelp);

    [Fact]
    public void A_question_without_its_mark_is_one_where_the_program_knows_the_answer() =>
        Scenario
            .Given(Asked("day-now"))
            .When(Reply("SM1", "how many minutes is enough", Talk(Core.Replies.Talk.Neutral), Days(2.1)))
            .ThenSays(Cells.InfoPermission)
            .When(Reply("SM2", "no", new Reading { YesNo = false }, Days(2.1) + Duration.FromSeconds(55)))
            .And(s => Assert.DoesNotContain(s.Signals, x => x.Class is SignalClass.Sustain));

    [Fact]
    public void I_dont_have_one_is_no_goal_and_no_day_without() =>
        Assert.Equal(
            "reflect.dunno",
            ReflectionTo(
                "i dont have one",
                Talk(Core.Replies.Talk.Neutral) with
                {
                    Behaviour = [new BehaviourReport(BehaviourKind.Did, null, "", "", new Span(0, 5, "did"))],
                },
                "day-now"
            )
        );

    [Fact]
    public void Back_to_a_pack_a_day_is_a_slip_in_action_and_a_relapse_when_told_twice()
    {
        var active = Asked("proud", Stage.Action);
        var sustain = Talk(Core.Replies.Talk.Sustain, TalkKind.Steps);
        var first = Scenario.Given(active).When(Reply("SM1", "back to a pack a day", sustain, Days(2.1)));
        Assert.Equal("slip", first.Texts[0].Parts[0].Split('.')[1].Split('/')[0]);
        Scenario
            .Given(After(first.State, first.State.Due()))
            .When(Reply("SM2", "still a pack a day again", sustain, Days(12)))
            .And(s => Assert.Equal(Stage.Contemplation, s.Stage?.Stage));
    }

    [Fact]
    public void No_answer_asks_again_what_was_just_asked()
    {
        for (var draw = 0.01; draw < 1; draw += 0.01)
        {
            var text = Assert.Single(
                Scenario
                    .Given(Asked("like-different") with { Draw = draw })
                    .When(
                        Reply(
                            "SM1",
                            "no, I am fine",
                            Talk(Core.Replies.Talk.Sustain, TalkKind.Desire),
                            Days(2.1)
                        )
                    )
                    .Texts
            );
            Assert.DoesNotContain("would you like to be different", text.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("in the evening please", 18)]
    [InlineData("noon", 12)]
    [InlineData("por la tarde", 15)]
    public void A_part_of_the_day_is_time_enough_where_a_time_was_asked_for_again(string words, int hour) =>
        Scenario
            .Given(Asked("day-now"))
            .When(Reply("SM1", "TIME 7", Control(ControlWord.Time), Days(2.1)))
            .When(Reply("SM2", words, Talk(Core.Replies.Talk.Neutral), Days(2.2)))
            .ThenSays(Cells.TimeConfirm)
            .And(s => Assert.Equal(new LocalTime(hour, 0), s.Profile.PreferredTime));

    [Fact]
    public void A_long_goal_is_not_cut_where_the_cut_would_say_the_contrary() =>
        Assert.Equal(
            "I want to be able to play soccer with my kids...",
            Goals.Kept(
                "I want to be able to play soccer with my kids without getting winded after five minutes"
            )
        );

    private static string ReflectionTo(
        string words,
        Reading reading,
        string prompt,
        Stage stage = Stage.Contemplation
    )
    {
        var text = Assert.Single(
            Scenario.Given(Asked(prompt, stage)).When(Reply("SM1", words, reading, Days(2.1))).Texts
        );
        return text.Parts[0][..text.Parts[0].LastIndexOf('/')];
    }

    private static ConversationState Asked(string prompt, Stage stage = Stage.Contemplation) =>
        Settled with
        {
            Goal = null,
            Stage = Settled.Stage! with { Stage = stage },
            OpenPrompts =
            [
                new OpenPrompt
                {
                    TextKey = "ci|x-p",
                    PromptId = prompt,
                    Words = MoveMore.In("en").Prompts.First(p => p.Id == prompt).Text,
                    Expects = Expects.Open,
                    AskedAt = Days(2),
                    AnswerBy = Days(5),
                },
            ],
        };
}
