using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.Conversations.Principles;

/// <summary>Express empathy: what was said is reflected before anything is asked, in the person's own words where that is certain.</summary>
public sealed class EmpathyTests
{
    [Theory]
    [InlineData(Talk.Change, TalkKind.Desire, "personal.change", "ask.desire")]
    [InlineData(Talk.Change, TalkKind.Ability, "reflect.ability", "ask.ability")]
    [InlineData(Talk.Change, TalkKind.Reason, "reflect.reason", "ask.reason")]
    [InlineData(Talk.Change, TalkKind.Need, "reflect.need", "ask.need")]
    [InlineData(Talk.Change, TalkKind.Commitment, "reflect.commitment", "ask.commitment")]
    [InlineData(Talk.Change, TalkKind.Activation, "reflect.activation", "ask.activation")]
    [InlineData(Talk.Sustain, TalkKind.Reason, "discrepancy", "ask.sustain")]
    [InlineData(Talk.Mixed, TalkKind.Reason, "discrepancy", "ask.mixed")]
    [InlineData(Talk.Neutral, TalkKind.None, "reflect.neutral", "ask.neutral")]
    public void A_reflection_comes_before_the_question(Talk talk, TalkKind kind, string reflects, string asks)
    {
        var words =
            kind is TalkKind.Desire ? "I want to feel better" : "ready, the will is there, for them all";
        var text = Principle.Text(Principle.Say(Principle.Asked(), words, People.Talk(talk, kind)));

        Assert.StartsWith(reflects, Principle.CellsOf(text)[0], StringComparison.Ordinal);
        Assert.Equal(asks, Principle.CellsOf(text)[^1]);
        Principle.IsInSpirit(text);
    }

    [Fact]
    public void The_persons_own_words_come_back_turned_to_you() =>
        Assert.Contains(
            "you want to play with your kids",
            Principle.Text(Principle.Say(Principle.Asked(), "I want to play with my kids")).Body,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_number_is_reflected_before_it_is_asked_about()
    {
        var asked = Principle.Asked(Expects.Ruler, Core.Conversations.RulerKind.Importance);

        Assert.Equal(
            [Cells.RulerThanks, Cells.RulerWhyNotLower],
            Principle.CellsOf(Principle.Text(Principle.Say(asked, "6")))
        );
    }

    [Theory]
    [MemberData(nameof(Principle.EveryProgramAndLanguage), MemberType = typeof(Principle))]
    public void Half_of_the_reflections_of_each_class_say_more_than_was_said(string program, string language)
    {
        string[] classes =
        [
            "desire",
            "ability",
            "reason",
            "need",
            "commitment",
            "activation",
            "steps",
            "sustain",
        ];
        Assert.All(
            classes,
            c =>
            {
                var wordings = Principle.Cell(program, language, Cells.Reflect(c));
                Assert.True(wordings.Count(v => v.Complex) * 2 >= wordings.Count, c);
                Assert.DoesNotContain(wordings, v => v.Text.Contains('?', StringComparison.Ordinal));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Principle.EveryProgramAndLanguage), MemberType = typeof(Principle))]
    public void A_slip_is_met_with_thanks_or_as_what_happens_to_most(string program, string language) =>
        Assert.All(
            Principle.Cell(program, language, Cells.Reflect("slip")),
            v => Assert.Empty(Core.Fidelity.TextCoder.Inconsistent(v.Text, language))
        );
}
