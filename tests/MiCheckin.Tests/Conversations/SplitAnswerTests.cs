using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using static MiCheckin.Tests.Conversations.People;

namespace MiCheckin.Tests.Conversations;

/// <summary>An answer split over several texts gets one answer, to the whole of it.</summary>
public sealed class SplitAnswerTests
{
    private static readonly Duration Wait = Duration.FromSeconds(MoveMore.AnswerAfterSeconds);

    [Fact]
    public void A_part_that_comes_while_the_answer_waits_takes_it_back()
    {
        var talk = new Talking(Asked(out _));
        talk.Say("I want to walk more with my kids", 0);
        var second = talk.Say("and feel better in my body", 20);

        Assert.Equal("SM1-a0", Assert.Single(second.Effects.OfType<Effect.WithdrawText>()).TextKey);
        Assert.Equal("SM2-a0", Assert.Single(talk.Answers).Key);
        Assert.Equal(1, talk.State.OpenPrompts[^1].Answers);
        Assert.Equal(2, talk.State.Planned.Count);
        Assert.Equal(talk.State.Worded.Distinct(StringComparer.Ordinal).Count(), talk.State.Worded.Count);
    }

    [Fact]
    public void An_answer_that_a_worker_has_claimed_is_not_taken_back()
    {
        var talk = new Talking(Asked(out _)) { Claims = true };
        talk.Say("I want to walk more with my kids", 0);
        var second = talk.Say("and feel better in my body", 20);

        Assert.Empty(second.Effects);
        Assert.Equal("SM1-a0", Assert.Single(talk.Answers).Key);
    }

    [Fact]
    public void The_answer_waits_from_the_last_part_on()
    {
        var talk = new Talking(Asked(out var at));
        talk.Say("I want to", 0);
        talk.Say("be there for my kids", 20);
        talk.Say("but im so tired after work", 50);

        var answer = Assert.Single(talk.Answers);
        Assert.Equal(at + Duration.FromSeconds(50) + Wait, answer.NotBefore);
        Assert.StartsWith("discrepancy/", answer.Parts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void One_part_for_and_one_against_are_both_sides()
    {
        var talk = new Talking(Asked(out _) with { Goal = null });
        talk.Say("I want to walk more for my kids", 0);
        talk.Say("I have no time and I hate exercise", 25);

        Assert.StartsWith("reflect.mixed/", Assert.Single(talk.Answers).Parts[0], StringComparison.Ordinal);
        Assert.Equal([SignalClass.Mixed], talk.State.Signals.Select(s => s.Class));
    }

    [Fact]
    public void A_stage_that_the_first_part_moved_goes_back_where_the_whole_says_otherwise()
    {
        var acting = Asked(out _) with
        {
            Stage = new StageRecord(
                Stage.Action,
                Monday,
                new StageMove(Stage.Preparation, Stage.Action, Monday, "5.2", [])
            ),
        };
        var talk = new Talking(acting);
        talk.Say("I gave up", 0);
        Assert.Equal(Stage.Contemplation, talk.State.Stage?.Stage);

        var second = talk.Say("smoking, and I walked every day too", 15);

        Assert.Equal(Stage.Action, talk.State.Stage?.Stage);
        Assert.Equal(Monday, talk.State.Stage?.Since);
        Assert.Contains(second.Facts, f => f is Fact.MoveTakenBack);
    }

    [Fact]
    public void A_stage_that_the_whole_moves_too_is_moved_once()
    {
        var before = Asked(out _);
        var earlier = Reply("SM0", "I want to walk for my kids", ForChange(TalkKind.Desire), Hours(20));
        var talk = new Talking(After(before, earlier) with { LastReply = null, Waiting = null });
        var first = talk.Say("I will start walking on Monday", 0);
        Assert.Contains(first.Facts, f => f is Fact.StageMoved);

        var second = talk.Say("with my neighbor", 20);

        Assert.Equal(Stage.Preparation, talk.State.Stage?.Stage);
        Assert.DoesNotContain(second.Facts, f => f is Fact.StageMoved or Fact.MoveTakenBack);
        Assert.Single(talk.State.Moves);
    }

    [Fact]
    public void A_number_and_then_its_reason_are_one_score_and_one_answer_to_both()
    {
        var talk = new Talking(Asked(out _, "importance-1"));
        talk.Say("7", 0);
        talk.Say("because my kids need me healthy", 15);

        var answer = Assert.Single(talk.Answers);
        Assert.Contains(answer.Parts, p => p.StartsWith("ruler.next/", StringComparison.Ordinal));
        Assert.Equal(7, Assert.Single(talk.State.Rulers).Score.Low);
        Assert.Single(talk.State.Signals, s => s.Class is SignalClass.Importance);
    }

    [Fact]
    public void A_number_set_right_in_the_next_text_counts_as_set_right()
    {
        var talk = new Talking(Asked(out _, "importance-1"));
        talk.Say("7", 0);
        talk.Say("6", 10);

        Assert.Equal(6, talk.State.Rulers[^1].Score.Low);
        Assert.Contains("6", Assert.Single(talk.Answers).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_asks_for_a_pause_gets_no_question_after_it()
    {
        var talk = new Talking(Asked(out _));
        talk.Say("I want to walk more with my kids", 0);
        var pause = talk.Say("PAUSE", 20);

        Assert.Contains(pause.Effects, e => e is Effect.WithdrawText { TextKey: "SM1-a0" });
        Assert.Empty(talk.Answers);
        Assert.True(talk.State.OpenPrompts[^1].Answered);
    }

    [Fact]
    public void A_late_part_that_says_more_of_the_same_gets_no_second_answer()
    {
        var talk = new Talking(Asked(out _));
        talk.Say("I want to walk more with my kids", 0);
        talk.Say("and my back hurts less when I walk", 120);

        Assert.Single(talk.Answers);
    }

    [Fact]
    public void A_late_part_that_adds_a_plan_is_answered_within_the_budget()
    {
        var talk = new Talking(Asked(out _));
        talk.Say("I want to walk more with my kids", 0);
        talk.Say("and I will start on Monday", 120);

        Assert.Equal(2, talk.Answers.Count);
        Assert.DoesNotContain('?', talk.Answers[1].Body);
        Assert.Equal("I will start on Monday", talk.State.FirstStep);
    }

    [Fact]
    public void Danger_in_a_following_part_is_answered_at_once()
    {
        var talk = new Talking(Asked(out var at));
        talk.Say("I want to", 0);
        var second = talk.Say("die", 20);

        var safety = Assert.Single(second.Effects.OfType<Effect.SendText>()).Text;
        Assert.Equal(TextKind.Safety, safety.Kind);
        Assert.Equal(at + Duration.FromSeconds(20), safety.NotBefore);
    }

    [Fact]
    public void An_answer_in_any_number_of_parts_gets_one_answer_at_most_and_no_word_of_it_is_lost() =>
        Prop.ForAll(
                Parts.ToArbitrary(),
                parts =>
                {
                    var talk = new Talking(Asked(out _));
                    var at = 0;

                    foreach (var (words, after) in parts)
                    {
                        talk.Say(words, at += after);
                    }

                    Assert.True(talk.Answers.Count <= 1, string.Join(" / ", parts.Select(p => p.Words)));
                    var joined = string.Join('\n', parts.Select(p => p.Words));
                    Assert.EndsWith(talk.State.LastReply!.Words, joined, StringComparison.Ordinal);
                    Assert.True(talk.State.LastReply.Words.Length >= Math.Min(joined.Length, 400));
                    Assert.InRange(talk.State.OpenPrompts[^1].Answers, 0, 1);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20260302, 7));

    private static Gen<(string Words, int After)[]> Parts { get; } =
        (
            from words in Gen.Elements(
                "I want to walk more with my kids",
                "no time for that",
                "ok",
                "I walked three days this week",
                "and my back hurts",
                "I will start on Monday",
                "lol",
                "but im so tired",
                "maybe",
                "I gave up",
                "what helps with sore knees?",
                "because my doctor worries",
                "hm..."
            )
            from after in Gen.Choose(1, MoveMore.AnswerAfterSeconds - 1)
            select (words, after)
        )
            .ArrayOf()
            .Where(parts => parts.Length is > 1 and <= 8);

    /// <summary>Ana, half a day after a prompt was asked.</summary>
    private static ConversationState Asked(out Instant at, string promptId = "day-now")
    {
        at = Days(1);
        return People.Asked(Prompt(promptId), Hours(12)) with { Planned = [Hours(12)] };
    }
}
