using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using SaidTalk = MiCheckin.Core.Replies.Talk;

namespace MiCheckin.Tests.Conversations;

/// <summary>What the conversation makes of a reading that cannot be right here. One test for each rule, and its limits.</summary>
public sealed class PlausibleTests
{
    [Theory]
    [InlineData("7", Expects.Ruler)]
    [InlineData("yes", Expects.YesNo)]
    [InlineData("yes please", Expects.YesNo)]
    public void A_bare_answer_to_a_closed_question_is_no_talk(string words, Expects expects)
    {
        var reading = Read(SaidTalk.Change, TalkKind.Reason) with
        {
            RulerStatus = expects is Expects.Ruler ? RulerStatus.Read : RulerStatus.None,
            YesNo = expects is Expects.YesNo ? true : null,
        };

        Assert.Equal(SaidTalk.Neutral, Weigh(reading, words, Asked(expects)).Talk);
        Assert.Equal(
            SaidTalk.Change,
            Weigh(reading, words + " because my kids need me", Asked(expects)).Talk
        );
    }

    [Theory]
    [InlineData("I just want to", SaidTalk.Unsure)]
    [InlineData("porque mi", SaidTalk.Unsure)]
    [InlineData("I just want to walk", SaidTalk.Change)]
    public void What_breaks_off_leans_nowhere_yet(string words, SaidTalk expected) =>
        Assert.Equal(expected, Weigh(Read(SaidTalk.Change, TalkKind.Desire), words).Talk);

    [Theory]
    [InlineData("I don't want to walk", SaidTalk.Sustain)]
    [InlineData("no quiero caminar", SaidTalk.Sustain)]
    [InlineData("I don't want to end up like my dad", SaidTalk.Change)]
    [InlineData("I hate how I feel, I want out", SaidTalk.Change)]
    public void A_plain_refusal_is_answered_as_one_however_it_is_read(string words, SaidTalk expected) =>
        Assert.Equal(expected, Weigh(Read(SaidTalk.Change, TalkKind.Desire), words).Talk);

    [Theory]
    [InlineData("I will be fine with it", SaidTalk.Unsure)]
    [InlineData("I will never walk", SaidTalk.Sustain)]
    [InlineData("I will smoke till I die", SaidTalk.Sustain)]
    public void A_plain_promise_is_no_sustain_talk(string words, SaidTalk expected) =>
        Assert.Equal(expected, Weigh(Read(SaidTalk.Sustain, TalkKind.Desire), words).Talk);

    [Theory]
    [InlineData("I will walk with my neighbor on saturday", true)]
    [InlineData("im going to start next week", true)]
    [InlineData("voy a caminar el lunes", true)]
    [InlineData("I will watch tv on saturday", false)]
    [InlineData("I will walk some day", false)]
    [InlineData("I will not walk on saturday", false)]
    public void Who_does_it_what_and_when_make_a_plan_however_it_is_read(string words, bool isPlan)
    {
        var weighed = Weigh(Read(SaidTalk.Unsure), words);

        Assert.Equal(isPlan, weighed is { Talk: SaidTalk.Change, Kind: TalkKind.Commitment });
    }

    [Theory]
    [InlineData("I want to walk but my feet hurt", SaidTalk.Mixed)]
    [InlineData("i feel better without it but i miss it", SaidTalk.Mixed)]
    [InlineData("quiero pero no tengo tiempo", SaidTalk.Mixed)]
    [InlineData("quiero\ndejarlo\npero es difícil", SaidTalk.Mixed)]
    [InlineData("sometimes i want to and sometimes i dont care", SaidTalk.Mixed)]
    [InlineData("I want to walk but I will wait no longer", SaidTalk.Change)]
    [InlineData("my knees hurt but I went anyway", SaidTalk.Change)]
    public void Wanting_and_doubting_are_both_sides(string words, SaidTalk expected) =>
        Assert.Equal(expected, Weigh(Read(SaidTalk.Change, TalkKind.Reason), words).Talk);

    [Fact]
    public void A_step_that_was_left_undone_is_no_talk()
    {
        var reading = Read(SaidTalk.Change, TalkKind.Steps) with { Behaviour = [Told(BehaviourKind.DidNot)] };

        Assert.Equal(SaidTalk.Neutral, Weigh(reading, "didnt walk at all this week").Talk);
    }

    [Fact]
    public void An_amount_of_what_somebody_has_left_is_a_slip()
    {
        var reading = Read(SaidTalk.Change, TalkKind.Steps) with { Behaviour = [Cigarettes(2)] };

        var acting = Weigh(reading, "had two last night", stage: Stage.Action);
        Assert.Equal(BehaviourKind.Slip, Assert.Single(acting.Behaviour).Kind);
    }

    [Fact]
    public void An_amount_of_what_somebody_is_leaving_is_no_step_and_no_slip()
    {
        var reading = Read(SaidTalk.Change, TalkKind.Steps) with { Behaviour = [Cigarettes(2)] };

        var preparing = Weigh(reading, "had two last night", stage: Stage.Preparation);
        Assert.Equal((SaidTalk.Unsure, BehaviourKind.Amount), (preparing.Talk, preparing.Behaviour[0].Kind));
    }

    [Fact]
    public void None_of_it_is_no_slip()
    {
        var reading = Read(SaidTalk.Change, TalkKind.Steps) with { Behaviour = [Cigarettes(0)] };

        var acting = Weigh(reading, "0 cigarettes today", stage: Stage.Action);
        Assert.Equal((SaidTalk.Change, BehaviourKind.Amount), (acting.Talk, acting.Behaviour[0].Kind));
    }

    [Fact]
    public void A_step_against_the_change_is_a_slip_only_for_somebody_who_has_changed()
    {
        var reading = Read(SaidTalk.Sustain, TalkKind.Steps) with { Behaviour = [Cigarettes(20)] };

        Assert.Equal(
            BehaviourKind.Slip,
            Weigh(reading, "bought a pack, smoked 20", stage: Stage.Maintenance).Behaviour[0].Kind
        );
        Assert.Equal(BehaviourKind.Amount, Weigh(reading, "bought a pack, smoked 20").Behaviour[0].Kind);
    }

    [Theory]
    [InlineData("feeling down today", SaidTalk.Neutral)]
    [InlineData("worried about money", SaidTalk.Neutral)]
    [InlineData("happy its friday", SaidTalk.Neutral)]
    [InlineData("i feel better when i walk", SaidTalk.Change)]
    [InlineData("so tired of smoking", SaidTalk.Change)]
    public void A_mood_is_no_change_talk(string words, SaidTalk expected) =>
        Assert.Equal(expected, Weigh(Read(SaidTalk.Change, TalkKind.Reason), words).Talk);

    [Theory]
    [InlineData("my dog died on sunday", "hard")]
    [InlineData("estoy muy triste", "hard")]
    [InlineData("feeling great today", "glad")]
    [InlineData("not a good day", null)]
    [InlineData("dunno", "dunno")]
    [InlineData("it rained", null)]
    public void Hard_news_good_days_and_not_knowing_are_told_apart(string words, string? mood) =>
        Assert.Equal(mood, Moods.Of(words));

    [Theory]
    [InlineData("the usual")]
    [InlineData("one day at a time")]
    [InlineData("monday at 7")]
    [InlineData("el lunes a las 7")]
    public void A_set_phrase_or_a_bare_time_leans_nowhere(string words)
    {
        Assert.Equal(SaidTalk.Neutral, Weigh(Read(SaidTalk.Change, TalkKind.Reason), words).Talk);
        Assert.Equal(SaidTalk.Neutral, Weigh(Read(SaidTalk.Sustain, TalkKind.Reason), words).Talk);
    }

    [Fact]
    public void What_was_missed_is_no_reason_for_it() =>
        Assert.Equal(
            SaidTalk.Neutral,
            Weigh(Read(SaidTalk.Change, TalkKind.Reason), "i missed the gym again").Talk
        );

    [Theory]
    [InlineData("my family", "Who is around you?", SaidTalk.Unsure)]
    [InlineData("my family", "What reasons of your own do you have?", SaidTalk.Change)]
    [InlineData("for my family", "Who is around you?", SaidTalk.Change)]
    public void A_bare_name_is_a_reason_only_where_one_was_asked_for(
        string words,
        string asked,
        SaidTalk expected
    ) =>
        Assert.Equal(
            expected,
            Weigh(Read(SaidTalk.Change, TalkKind.Reason), words, Asked(Expects.Open, asked)).Talk
        );

    [Fact]
    public void One_word_shows_nobody_able() =>
        Assert.Equal(SaidTalk.Unsure, Weigh(Read(SaidTalk.Change, TalkKind.Ability), "very").Talk);

    [Theory]
    [InlineData("i could probably bike to work on fridays", true)]
    [InlineData("tal vez el lunes", true)]
    [InlineData("I will bike on friday", false)]
    public void A_thought_is_no_plan(string words, bool isHedged) =>
        Assert.Equal(isHedged, Promises.IsHedged(words));

    [Theory]
    [InlineData("deep breaths", SaidTalk.Unsure)]
    [InlineData("in the kitchen before the kids are up", SaidTalk.Unsure)]
    [InlineData("im thinking about it", SaidTalk.Change)]
    [InlineData("monday is my quit day", SaidTalk.Change)]
    public void There_is_no_commitment_without_a_word_of_it(string words, SaidTalk expected) =>
        Assert.Equal(expected, Weigh(Read(SaidTalk.Change, TalkKind.Commitment), words).Talk);

    [Theory]
    [InlineData("if my sister walked with me", 0)]
    [InlineData("si mi hermana camina conmigo", 0)]
    [InlineData("my sister walked with me", 1)]
    public void What_is_only_supposed_was_not_done(string words, int acts)
    {
        var reading = Read(SaidTalk.Change, TalkKind.Ability) with { Behaviour = [Told(BehaviourKind.Did)] };

        Assert.Equal(acts, Weigh(reading, words).Behaviour.Count);
    }

    [Theory]
    [InlineData("i gave up", true)]
    [InlineData("I gave up smoking", false)]
    [InlineData("i gave up on quitting", true)]
    public void Giving_up_the_habit_is_the_contrary_of_giving_up(string words, bool gaveUp) =>
        Assert.Equal(gaveUp, Slips.GaveUp(Read(SaidTalk.Unsure), words));

    [Fact]
    public void Anger_at_us_is_left_as_it_is_read() =>
        Assert.Equal(SaidTalk.Discord, Weigh(Read(SaidTalk.Discord), "I just want to").Talk);

    private static Reading Weigh(
        Reading reading,
        string words,
        OpenPrompt? prompt = null,
        Stage? stage = null
    ) => Plausible.Weigh(reading, words, prompt, stage);

    private static Reading Read(SaidTalk talk, TalkKind kind = TalkKind.None) =>
        new()
        {
            Talk = talk,
            Kind = kind,
            Confidence = 0.8,
        };

    private static BehaviourReport Told(BehaviourKind kind) =>
        new(kind, null, "", "", new Span(0, 1, "behaviour"));

    private static BehaviourReport Cigarettes(int many) =>
        new(BehaviourKind.Amount, many, "cigarettes", "", new Span(0, 1, "behaviour"));

    private static OpenPrompt Asked(Expects expects, string words = "How is it going?") =>
        new()
        {
            TextKey = "ci|1-p",
            PromptId = "day-now",
            Words = words,
            Expects = expects,
            AskedAt = People.Monday,
            AnswerBy = People.Days(3),
        };
}
