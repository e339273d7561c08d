using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.Conversations.Principles;

/// <summary>Support self-efficacy: effort is affirmed, past successes come back in the person's own words, and steps are of their own choosing.</summary>
public sealed class SelfEfficacyTests
{
    private static readonly OwnWords Success = new(
        "SM0",
        People.Hours(2),
        OwnWordsKind.Success,
        "you walked three times in one week"
    );

    [Fact]
    public void A_step_taken_is_affirmed_and_asked_how()
    {
        var text = Principle.Text(Principle.Say(Principle.Asked(), "I walked three times this week"));

        Assert.Equal(["reflect.steps", "ask.steps"], Principle.CellsOf(text));
    }

    [Fact]
    public void A_success_told_is_kept_in_the_persons_own_words() =>
        Assert.Contains(
            Principle.Say(Principle.Asked(), "I walked three times this week").State.Quotes,
            q => q is { Kind: OwnWordsKind.Success, Clause: "you walked three times this week" }
        );

    [Fact]
    public void After_a_slip_the_next_check_in_brings_the_success_back()
    {
        var told = Principle.Asked() with { Quotes = [Success] };
        var slipped = Principle.Say(told, "had a bad week, i skipped my walks");
        var text = Principle.Text(Conversation.Decide(slipped.State, slipped.State.Due(), People.MoveMore));

        Assert.Equal([Cells.Efficacy], Principle.CellsOf(text));
        Assert.Contains(Success.Clause, text.Body, StringComparison.Ordinal);
        Assert.EndsWith("?", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Low_confidence_brings_it_back_too()
    {
        var asked = Principle.Asked(Expects.Ruler, RulerKind.Confidence) with { Quotes = [Success] };
        var unsure = Principle.Say(asked, "3");
        var text = Principle.Text(Conversation.Decide(unsure.State, unsure.State.Due(), People.MoveMore));

        Assert.Equal([Cells.Efficacy], Principle.CellsOf(text));
    }

    [Fact]
    public void It_comes_back_once_in_four_weeks_and_then_the_next_prompt_is_asked()
    {
        var asked = Principle.Asked(Expects.Ruler, RulerKind.Confidence) with { Quotes = [Success] };
        var state = Principle.Say(asked, "3").State with { StepUp = null };
        var cells = new List<string>();

        for (var n = 0; n < 6; n++)
        {
            var due = Conversation.Decide(state, state.Due(), People.MoveMore);
            cells.AddRange(Principle.CellsOf(Principle.Text(due)));
            state = due.State;
        }

        Assert.Single(cells, c => c is Cells.Efficacy);
    }

    [Fact]
    public void Without_a_success_told_none_is_made_up()
    {
        var asked = Principle.Asked(Expects.Ruler, RulerKind.Confidence);
        var unsure = Principle.Say(asked, "3");
        var text = Principle.Text(Conversation.Decide(unsure.State, unsure.State.Due(), People.MoveMore));

        Assert.DoesNotContain(Cells.Efficacy, Principle.CellsOf(text));
    }

    [Fact]
    public void The_first_step_is_their_own_and_shown_back()
    {
        var asked = Principle.Asked();
        var goal = asked with { OpenPrompts = [asked.OpenPrompts[0] with { PromptId = Cells.GoalThanks }] };
        var decision = Principle.Say(goal, "walk to the corner after dinner");

        Assert.Equal("walk to the corner after dinner", decision.State.FirstStep);
        Assert.Contains(
            "\"walk to the corner after dinner\"",
            Principle.Text(decision).Body,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Principle.EveryProgramAndLanguage), MemberType = typeof(Principle))]
    public void Every_wording_that_brings_a_success_back_asks_what_it_says_of_the_person(
        string program,
        string language
    ) =>
        Assert.All(
            Principle.Cell(program, language, Cells.Efficacy),
            v =>
            {
                Assert.Contains("{success}", v.Text, StringComparison.Ordinal);
                Assert.EndsWith("?", v.Text, StringComparison.Ordinal);
            }
        );
}
