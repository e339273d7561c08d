using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using MiCheckin.Tests.Conversations.Principles;

namespace MiCheckin.Tests.Conversations;

/// <summary>The goal, the first step and plans with a time: in the person's own words, shown back, changed by a text.</summary>
public sealed class GoalsAndPlansTests
{
    [Fact]
    public void The_goal_is_asked_at_the_first_check_in_where_none_is_known()
    {
        var state = Settled(goal: null) with { GoalAsked = false };
        var text = Principle.Text(Conversation.Decide(state, state.Due(), People.MoveMore));

        Assert.Equal([Cells.GoalAsk], Principle.CellsOf(text));
    }

    [Fact]
    public void The_goal_is_kept_and_shown_back_with_a_question_for_a_first_step()
    {
        var decision = Principle.Say(AskedFor(Cells.GoalAsk, goal: null), "keep up with my grandkids");

        Assert.Equal("keep up with my grandkids", decision.State.Goal);
        var text = Principle.Text(decision);
        Assert.Equal([Cells.GoalThanks], Principle.CellsOf(text));
        Assert.Contains("\"keep up with my grandkids\"", text.Body, StringComparison.Ordinal);
        Assert.EndsWith("?", text.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GOAL climb the stairs", "climb the stairs")]
    [InlineData("my goal is now to do a 5k", "to do a 5k")]
    [InlineData("mi meta es caminar al parque", "caminar al parque")]
    public void A_text_changes_the_goal_at_any_time(string words, string goal)
    {
        var decision = Principle.Say(Principle.Asked(), words);

        Assert.Equal(goal, decision.State.Goal);
        Assert.Contains($"\"{goal}\"", Principle.Text(decision).Body, StringComparison.Ordinal);
        Assert.Contains(decision.Facts, f => f is Fact.GoalSet s && s.Goal == goal);
    }

    [Theory]
    [InlineData("idk")]
    [InlineData("no")]
    [InlineData("what do you mean?")]
    [InlineData("you people dont know my life")]
    public void What_names_no_goal_sets_none(string words) =>
        Assert.Null(Principle.Say(AskedFor(Cells.GoalAsk, goal: null), words).State.Goal);

    [Theory]
    [InlineData("stay smoke free for my girl", false)]
    [InlineData("I've been walking since May", true)]
    public void A_goal_is_no_report_of_an_act(string words, bool isOne) =>
        Assert.Equal(
            isOne,
            Conversation
                .Decide(
                    AskedFor(Cells.GoalAsk, goal: null),
                    People.Reply(
                        "SM-goal",
                        words,
                        new Reading
                        {
                            Behaviour =
                            [
                                new BehaviourReport(
                                    BehaviourKind.Streak,
                                    null,
                                    "",
                                    "",
                                    new Span(0, 4, "streak")
                                ),
                            ],
                        },
                        People.Days(2.1)
                    ),
                    People.MoveMore
                )
                .State.Signals.Any(s => s.Class is SignalClass.Did)
        );

    [Fact]
    public void A_goal_that_only_names_what_was_asked_for_is_no_sign_of_a_stage() =>
        Assert.DoesNotContain(
            Principle.Say(AskedFor(Cells.GoalAsk, goal: null), "keep up with my grandkids").State.Signals,
            s => s.Class is SignalClass.Change
        );

    [Fact]
    public void Wanting_it_in_so_many_words_is() =>
        Assert.Contains(
            Principle
                .Say(AskedFor(Cells.GoalAsk, goal: null), "I want to feel better in my body")
                .State.Signals,
            s => s.Class is SignalClass.Change
        );

    [Fact]
    public void A_plan_with_its_time_is_kept_as_first_step_and_never_asked_when()
    {
        var decision = Principle.Say(Principle.Asked(), "I will walk with my neighbor on saturday");

        Assert.Equal("I will walk with my neighbor on saturday", decision.State.FirstStep);
        Assert.Equal(Cells.AskPlan, Principle.CellsOf(Principle.Text(decision))[^1]);
        Assert.Contains(
            decision.State.Signals,
            s => s is { Class: SignalClass.Change, Kind: TalkKind.Commitment, Soon: true }
        );
    }

    [Theory]
    [MemberData(nameof(Principle.EveryProgramAndLanguage), MemberType = typeof(Principle))]
    public void No_wording_that_follows_a_plan_asks_when(string program, string language) =>
        Assert.All(
            Principle.Cell(program, language, Cells.AskPlan),
            v => Assert.DoesNotMatch("(?i)\\b(when|which day|cuándo|qué día|qué momento)\\b", v.Text)
        );

    [Theory]
    [InlineData("Monday at 7 before work", true)]
    [InlineData("tomorrow morning", true)]
    [InlineData("after lunch on tuesday with my sister", true)]
    [InlineData("walk to the corner on Monday", true)]
    [InlineData("happy its friday", false)]
    [InlineData("not on Monday", false)]
    [InlineData("too busy on Monday", false)]
    [InlineData("Monday?", false)]
    public void A_bare_time_is_a_plan_where_we_asked_for_one(string words, bool isPlan)
    {
        var asked = Principle.Asked();
        var when = asked with
        {
            OpenPrompts = [asked.OpenPrompts[0] with { Words = "What is your first step, and when?" }],
        };
        var decision = Principle.Say(when, words, People.Talk(Core.Replies.Talk.Unsure));

        Assert.Equal(isPlan ? words : null, decision.State.FirstStep);
        Assert.Equal(isPlan, decision.Facts.Any(f => f is Fact.FirstStepSet));
    }

    [Fact]
    public void A_bare_time_is_none_where_we_asked_something_else() =>
        Assert.Null(
            Principle
                .Say(Principle.Asked(), "Monday at 7 before work", People.Talk(Core.Replies.Talk.Unsure))
                .State.FirstStep
        );

    [Fact]
    public void A_commitment_and_then_its_time_lead_to_preparation()
    {
        var first = Principle.Say(Principle.Asked(), "I will walk every morning this week");
        var second = Principle.Say(first.State, "Monday at 7 before work", days: 1.02);

        Assert.Equal([Cells.StepThanks], Principle.CellsOf(Principle.Text(second)));
        Assert.Equal(Stage.Preparation, second.State.Stage?.Stage);
        Assert.Equal("5.4", second.State.Stage?.Why.Rule);
    }

    [Fact]
    public void A_plan_told_after_the_two_answers_is_shown_back_once_without_a_question()
    {
        var asked = Principle.Asked();
        var spent = asked with { OpenPrompts = [asked.OpenPrompts[0] with { Answers = 2 }] };
        var late = Principle.Say(spent, "I will walk with my neighbor on saturday");

        var text = Principle.Text(late);
        Assert.Equal([Cells.StepThanks], Principle.CellsOf(text));
        Assert.DoesNotContain('?', text.Body);
        Assert.Equal(2, late.State.OpenPrompts[^1].Answers);
        Assert.Empty(
            Principle
                .Say(late.State, "I will walk alone on sunday", days: 1.1)
                .Effects.OfType<Effect.SendText>()
        );
    }

    [Fact]
    public void A_ruler_gets_two_answers_and_the_next_check_in_asks_for_the_step_up()
    {
        var asked = Principle.Asked(Expects.Ruler, RulerKind.Importance);
        var score = Principle.Say(asked, "6");
        var why = Principle.Say(score.State, "because my kids need me healthy", days: 1.1);
        var more = Principle.Say(why.State, "they worry about me", days: 1.2);

        Assert.Equal([Cells.RulerThanks, Cells.RulerWhyNotLower], Principle.CellsOf(Principle.Text(score)));
        Assert.DoesNotContain('?', Principle.Text(why).Body);
        Assert.Empty(more.Effects.OfType<Effect.SendText>());
        Assert.Equal(2, more.State.OpenPrompts[^1].Answers);

        var next = Conversation.Decide(more.State, more.State.Due(), People.MoveMore);
        Assert.Equal([Cells.RulerStepUp], Principle.CellsOf(Principle.Text(next)));
        Assert.Contains("6", Principle.Text(next).Body, StringComparison.Ordinal);
        Assert.Contains("7", Principle.Text(next).Body, StringComparison.Ordinal);
        Assert.Null(next.State.StepUp);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    public void At_the_ends_of_the_ruler_no_step_up_is_owed(string score) =>
        Assert.Null(Principle.Say(Principle.Asked(Expects.Ruler, RulerKind.Importance), score).State.StepUp);

    [Fact]
    public void A_number_given_three_weeks_ago_is_not_brought_up_again()
    {
        var owed = Principle.Asked() with { StepUp = new StepUp(6, People.Days(-14)), OpenPrompts = [] };
        var next = Conversation.Decide(owed, owed.Due(), People.MoveMore);

        Assert.DoesNotContain(Cells.RulerStepUp, Principle.CellsOf(Principle.Text(next)));
    }

    private static ConversationState Settled(string? goal) => People.Settled with { Goal = goal };

    private static ConversationState AskedFor(string cell, string? goal)
    {
        var asked = Principle.Asked();
        return asked with { Goal = goal, OpenPrompts = [asked.OpenPrompts[0] with { PromptId = cell }] };
    }
}
