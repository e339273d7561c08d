using MiCheckin.Core.Conversations;
using MiCheckin.Core.Fidelity;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.Conversations.Principles;

/// <summary>Avoid arguing: no side is taken, nothing is taught unasked, and the program is not defended.</summary>
public sealed class AvoidingArgumentTests
{
    [Theory]
    [InlineData("I have no time and I hate exercise")]
    [InlineData("we all die of something")]
    [InlineData("im fine the way i am")]
    public void What_speaks_against_the_change_is_not_answered_with_what_speaks_for_it(string words)
    {
        var text = Principle.Text(
            Principle.Say(Principle.Asked(), words, People.Talk(Talk.Sustain, TalkKind.Reason))
        );

        Assert.DoesNotContain(Principle.CellsOf(text), c => c.StartsWith("info", StringComparison.Ordinal));
        Assert.DoesNotContain("fact", Principle.CellsOf(text));
        Assert.DoesNotContain("but ", text.Body, StringComparison.OrdinalIgnoreCase);
        Principle.IsInSpirit(text);
    }

    [Fact]
    public void Anger_at_us_is_met_with_an_ear_and_shown_to_a_coach_and_nothing_is_defended()
    {
        var decision = Principle.Say(
            Principle.Asked(),
            "these texts are pointless",
            People.Talk(Talk.Discord)
        );

        Assert.Equal(["reflect.discord", "ask.discord"], Principle.CellsOf(Principle.Text(decision)));
        Assert.Contains(
            decision.Effects.OfType<Effect.RaiseAlert>(),
            a => a.Alert.Reason is AlertReason.Discord
        );
    }

    [Fact]
    public void Anger_is_shown_to_a_coach_also_where_nothing_more_may_be_said()
    {
        var asked = Principle.Asked();
        var spent = asked with { OpenPrompts = [asked.OpenPrompts[0] with { Answers = 2 }] };
        var decision = Principle.Say(spent, "you dont listen", People.Talk(Talk.Discord));

        Assert.Empty(decision.Effects.OfType<Effect.SendText>());
        Assert.Contains(
            decision.Effects.OfType<Effect.RaiseAlert>(),
            a => a.Alert.Reason is AlertReason.Discord
        );
    }

    [Fact]
    public void A_fact_comes_only_after_a_question_and_a_yes()
    {
        var asked = Principle.Say(Principle.Asked(), "does walking help with sleep?");
        var permission = Principle.Text(asked);
        Assert.Contains(Cells.InfoPermission, Principle.CellsOf(permission));

        var told = Principle.Text(Principle.Say(asked.State, "yes", days: 1.1));
        Assert.Contains("fact", Principle.CellsOf(told));
        Assert.Equal(Cells.InfoAfter, Principle.CellsOf(told)[^1]);

        var refused = Principle.Say(asked.State, "no", days: 1.1);
        Assert.Empty(refused.Effects.OfType<Effect.SendText>());
    }

    [Theory]
    [MemberData(nameof(Principle.EveryProgramAndLanguage), MemberType = typeof(Principle))]
    public void No_wording_of_a_program_advises_warns_or_confronts(string program, string language) =>
        Assert.All(
            Principle
                .ProgramOf(program)
                .In(language)
                .Cells.Where(c => Spec(c.Key).Role is not CellRole.Service)
                .SelectMany(c => c.Value),
            v => Assert.Empty(TextCoder.Inconsistent(v.Text, language))
        );

    private static CellSpec Spec(string name) =>
        Cells.All.Single(c => string.Equals(c.Name, name, StringComparison.Ordinal));
}
