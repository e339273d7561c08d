using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.Conversations.Principles;

/// <summary>Develop discrepancy: the gap to the person's own goal, in their own words, double-sided, now and then, never as a reproach.</summary>
public sealed class DiscrepancyTests
{
    [Theory]
    [InlineData(Talk.Sustain)]
    [InlineData(Talk.Mixed)]
    public void What_holds_somebody_back_stands_beside_their_own_goal(Talk talk)
    {
        var text = Principle.Text(
            Principle.Say(Principle.Asked(), "no time for any of it", People.Talk(talk, TalkKind.Reason))
        );

        Assert.Equal(Cells.Discrepancy, Principle.CellsOf(text)[0]);
        Assert.Contains("\"play with my grandkids\"", text.Body, StringComparison.Ordinal);
        Principle.IsInSpirit(text);
    }

    [Fact]
    public void Without_a_goal_of_their_own_there_is_no_gap_to_show() =>
        Assert.DoesNotContain(
            Cells.Discrepancy,
            Principle.CellsOf(
                Principle.Text(
                    Principle.Say(
                        Principle.Asked() with
                        {
                            Goal = null,
                        },
                        "no time for any of it",
                        People.Talk(Talk.Sustain, TalkKind.Reason)
                    )
                )
            )
        );

    [Fact]
    public void It_is_not_shown_again_at_once()
    {
        var sustain = People.Talk(Talk.Sustain, TalkKind.Reason);
        var first = Principle.Say(Principle.Asked(), "no time for any of it", sustain);
        var second = Principle.Text(Principle.Say(first.State, "too cold out there", sustain, days: 1.1));

        Assert.DoesNotContain(Cells.Discrepancy, Principle.CellsOf(second));
    }

    [Fact]
    public void Somebody_who_speaks_for_the_change_is_shown_no_gap() =>
        Assert.DoesNotContain(
            Cells.Discrepancy,
            Principle.CellsOf(Principle.Text(Principle.Say(Principle.Asked(), "I want to feel better")))
        );

    [Theory]
    [MemberData(nameof(Principle.EveryProgramAndLanguage), MemberType = typeof(Principle))]
    public void Both_sides_are_joined_by_and_and_the_goal_comes_last(string program, string language) =>
        Assert.All(
            Principle.Cell(program, language, Cells.Discrepancy),
            v =>
            {
                Assert.Matches(language is "es" ? "\\b(y|por otro)\\b" : "\\band\\b", v.Text);
                Assert.DoesNotMatch("\\b(but|pero|should|supposed|failed|debes)\\b", v.Text);
                Assert.EndsWith("\"{goal}\".", v.Text, StringComparison.Ordinal);
            }
        );
}
