using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.Conversations.Principles;

/// <summary>Roll with resistance: it is reflected, the choice is said to be theirs, and an open question leaves room for the other side.</summary>
public sealed class RollingWithResistanceTests
{
    [Fact]
    public void Sustain_talk_is_reflected_and_the_choice_stays_theirs()
    {
        var text = Principle.Text(
            Principle.Say(
                Principle.Asked() with
                {
                    Goal = null,
                },
                "no time for any of it",
                People.Talk(Talk.Sustain, TalkKind.Reason)
            )
        );

        Assert.Equal(["reflect.hurdle", "ask.sustain"], Principle.CellsOf(text));
        Principle.IsInSpirit(text);
    }

    [Fact]
    public void A_refusal_in_plain_words_comes_back_in_those_words()
    {
        var state = Principle.Asked() with { Goal = null };
        var text = Principle.Text(
            Principle.Say(state, "I like my couch", People.Talk(Talk.Sustain, TalkKind.Desire))
        );

        Assert.Contains("you like your couch", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_no_gets_no_question_and_no_third_text()
    {
        var sustain = People.Talk(Talk.Sustain, TalkKind.Reason);
        var first = Principle.Say(Principle.Asked(), "no time for any of it", sustain);
        var second = Principle.Say(first.State, "too cold out there", sustain, days: 1.1);
        var third = Principle.Say(second.State, "and too dark", sustain, days: 1.2);

        Assert.DoesNotContain('?', Principle.Text(second).Body);
        Assert.Empty(third.Effects);
    }

    [Fact]
    public void One_refusal_moves_no_stage() =>
        Assert.Equal(
            Core.Stages.Stage.Contemplation,
            Principle
                .Say(Principle.Asked(), "i dont want to", People.Talk(Talk.Sustain, TalkKind.Desire))
                .State.Stage?.Stage
        );

    [Theory]
    [MemberData(nameof(Principle.EveryProgramAndLanguage), MemberType = typeof(Principle))]
    public void Every_question_after_sustain_talk_leaves_the_choice_with_the_person(
        string program,
        string language
    ) =>
        Assert.All(
            Principle.Cell(program, language, Cells.Ask("sustain")),
            v =>
            {
                Assert.Matches(
                    language is "es"
                        ? "(?i)depende de ti|cosa tuya|palabra|nadie|tu vida|puedes|tu cuenta|tu voz|a tu"
                        : "(?i)your (call|choice|life|pace|own)|up to you|you decide|you know|no one|nobody|yours|you can leave|if you|you are the one|only you|you set",
                    v.Text
                );
                Assert.DoesNotMatch("(?i)why not|por qué no", v.Text);
            }
        );
}
