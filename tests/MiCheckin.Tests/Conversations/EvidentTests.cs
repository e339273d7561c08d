using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using MiCheckin.Tests.Conversations.Principles;
using SaidTalk = MiCheckin.Core.Replies.Talk;

namespace MiCheckin.Tests.Conversations;

/// <summary>What bears out a stage, and what is only answered, however it was read.</summary>
public sealed class EvidentTests
{
    [Theory]
    [InlineData("is swimming better than walking?")]
    [InlineData("will i lose weight")]
    [InlineData("what if i want to walk more?")]
    [InlineData("¿sirve caminar por mi corazón?")]
    [InlineData("how many steps should i walk?\ndo i need to run?")]
    public void A_question_to_us_is_evidence_of_nothing(string words) =>
        Assert.Empty(Signals(SaidTalk.Change, TalkKind.Reason, words));

    [Fact]
    public void What_is_said_beside_a_question_counts_by_itself() =>
        Assert.Equal(
            [SignalClass.Change],
            Signals(SaidTalk.Change, TalkKind.Desire, "I want to walk more with my kids. is swimming ok too?")
        );

    [Fact]
    public void What_beside_a_question_says_nothing_counts_for_nothing() =>
        Assert.Empty(Signals(SaidTalk.Change, TalkKind.Desire, "hi there. would it help to walk more?"));

    [Theory]
    [InlineData("my blood pressure is up again", "How does moving fit into your days right now?", false)]
    [InlineData("mi presión subió otra vez", "¿Qué tal va todo?", false)]
    [InlineData(
        "my blood pressure is up again",
        "What reasons of your own do you have for moving more?",
        true
    )]
    [InlineData("my blood pressure is up again", "What else speaks for a change?", true)]
    [InlineData("my blood pressure is up again", "What matters to you right now?", false)]
    [InlineData("worried about money", "What else speaks for a change?", false)]
    [InlineData("kinda proud of myself tbh", "What makes it 7 and not 4?", false)]
    [InlineData("because my blood pressure is up again", "How do you see things today?", true)]
    [InlineData("my doctor says my heart needs it", "How do you see things today?", true)]
    [InlineData("my clothes would fit again", "How do you see things today?", true)]
    public void A_fact_is_a_reason_where_it_is_tied_to_the_change_or_reasons_were_asked_for(
        string words,
        string asked,
        bool counts
    ) => Assert.Equal(counts ? 1 : 0, Signals(SaidTalk.Change, TalkKind.Reason, words, asked).Count);

    [Fact]
    public void A_time_of_day_is_no_step() =>
        Assert.Empty(Signals(SaidTalk.Change, TalkKind.Steps, "in the morning before the kids are up"));

    [Theory]
    [InlineData("bored", "How do you see things today?", 0)]
    [InlineData("nothing tastes like anything", "What do you notice about taste and smell?", 0)]
    [InlineData("nothing tastes like anything", "What tends to get in the way, and what has helped?", 1)]
    [InlineData("no time for that, work is crazy", "How do you see things today?", 1)]
    [InlineData("I hate exercise, always have", "How do you see things today?", 1)]
    public void Against_it_a_fact_counts_only_where_it_is_in_the_way_of_the_change(
        string words,
        string asked,
        int signals
    ) => Assert.Equal(signals, Signals(SaidTalk.Sustain, TalkKind.Reason, words, asked).Count);

    [Theory]
    [InlineData("i am going to smoke only outside this week", 0)]
    [InlineData("voy a fumar solo afuera esta semana", 0)]
    [InlineData("i am going to smoke less this week", 1)]
    [InlineData("i'm not going to smoke this week", 1)]
    [InlineData("i am going to quit this week", 1)]
    public void A_promise_of_the_habit_is_no_commitment_to_leave_it(string words, int signals) =>
        Assert.Equal(signals, Signals(SaidTalk.Change, TalkKind.Commitment, words).Count);

    [Fact]
    public void A_wish_for_the_habit_that_comes_in_two_parts_is_answered_as_one()
    {
        var weighed = Plausible.Weigh(
            new Reading
            {
                Talk = SaidTalk.Change,
                Kind = TalkKind.Desire,
                Confidence = 0.8,
            },
            "i want to\njust smoke",
            null,
            null
        );

        Assert.Equal(SaidTalk.Sustain, weighed.Talk);
    }

    private static List<SignalClass> Signals(
        SaidTalk talk,
        TalkKind kind,
        string words,
        string asked = "How does moving fit into your days right now?"
    )
    {
        var state = Principle.Asked();
        state = state with { OpenPrompts = [state.OpenPrompts[0] with { Words = asked }] };
        var reading = new Reading
        {
            Talk = talk,
            Kind = kind,
            Confidence = 0.9,
            Version = "test",
        };
        return [.. Principle.Say(state, words, reading).State.Signals.Select(s => s.Class)];
    }
}
