using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Tests.Stages;

/// <summary>Each rule by its number in docs/stages.md.</summary>
public sealed class StageRulesTests
{
    private static readonly Instant Day0 = Instant.FromUtc(2026, 3, 2, 12, 0);

    [Theory]
    [InlineData(SignalClass.NowYes, Stage.Action)]
    [InlineData(SignalClass.SoonNo, Stage.Precontemplation)]
    [InlineData(SignalClass.MonthNo, Stage.Contemplation)]
    [InlineData(SignalClass.AttemptNo, Stage.Contemplation)]
    [InlineData(SignalClass.AttemptYes, Stage.Preparation)]
    public void Rule_5_0_the_stage_questions_place(SignalClass last, Stage expected) =>
        Moves(null, "5.0", expected, (1, last));

    [Fact]
    public void Rule_5_0_the_stage_questions_never_lead_out_of_action() =>
        Stays(Stage.Action, (1, SignalClass.SoonNo));

    [Fact]
    public void Rule_5_1_behaviour_outranks_what_is_said() =>
        Moves(
            Stage.Contemplation,
            "5.2",
            Stage.Action,
            (1, SignalClass.Did),
            (4, SignalClass.Sustain),
            (5, SignalClass.Did)
        );

    [Fact]
    public void Rule_5_2_two_reports_lead_into_action() =>
        Moves(Stage.Preparation, "5.2", Stage.Action, (1, SignalClass.Did), (4, SignalClass.Did));

    [Fact]
    public void Rule_5_2_one_report_does_not() => Stays(Stage.Preparation, (4, SignalClass.Did));

    [Fact]
    public void Rule_5_2_a_slip_in_between_starts_the_count_anew() =>
        Stays(Stage.Preparation, (1, SignalClass.Did), (2, SignalClass.Slip), (4, SignalClass.Did));

    [Fact]
    public void Rule_5_2_from_precontemplation_two_reports_lead_to_preparation_first() =>
        Moves(Stage.Precontemplation, "5.2", Stage.Preparation, (1, SignalClass.Did), (4, SignalClass.Did));

    [Fact]
    public void Rule_5_2_two_reports_more_than_two_weeks_apart_do_not() =>
        Stays(Stage.Preparation, (1, SignalClass.Did), (16, SignalClass.Did));

    [Fact]
    public void Rule_5_2_two_reports_two_weeks_apart_do() =>
        Moves(Stage.Preparation, "5.2", Stage.Action, (1, SignalClass.Did), (15, SignalClass.Did));

    [Fact]
    public void Rule_5_2_two_reports_of_one_day_are_one_act() =>
        Assert.Null(
            Judge(
                Stage.Preparation,
                Of(4, SignalClass.Did),
                Of(4, SignalClass.Did) with
                {
                    ReplyId = "SM4b",
                    PromptKey = "ci-4b",
                    At = Day0 + Duration.FromDays(4) + Duration.FromHours(17),
                }
            )
        );

    [Fact]
    public void Rule_5_2_the_older_of_three_reports_may_lie_further_back() =>
        Moves(
            Stage.Preparation,
            "5.2",
            Stage.Action,
            (1, SignalClass.Did),
            (17, SignalClass.Did),
            (20, SignalClass.Did)
        );

    [Theory]
    [InlineData("i quit once for a year so i know i can")]
    [InlineData("I was a runner once")]
    [InlineData("ya lo dejé una vez un año")]
    [InlineData("threw out my ashtray yesterday")]
    [InlineData("i said no when my cousin offered")]
    public void Rule_5_2_what_was_once_done_or_only_makes_ready_is_no_act_of_now(string words)
    {
        var told = new BehaviourReport(BehaviourKind.Did, null, "", "", new Span(0, 1, "behaviour"));

        Assert.Empty(BehaviourSignals.Of(new Reading { Behaviour = [told] }, words));
        Assert.Single(BehaviourSignals.Of(new Reading { Behaviour = [told] }, "I walked today"));
    }

    [Fact]
    public void Rule_5_5_talk_that_is_read_with_less_certainty_moves_nothing() =>
        Assert.Null(
            Judge(
                Stage.Precontemplation,
                Of(1, SignalClass.Change),
                Of(4, SignalClass.Change) with
                {
                    Confidence = 0.5,
                }
            )
        );

    [Fact]
    public void Rule_5_2_no_talk_leads_into_action() =>
        Stays(Stage.Preparation, (1, SignalClass.Change), (2, SignalClass.Change), (4, SignalClass.Change));

    [Fact]
    public void Rule_5_3_two_replies_of_change_talk_lead_to_contemplation() =>
        Moves(
            Stage.Precontemplation,
            "5.3",
            Stage.Contemplation,
            (1, SignalClass.Change),
            (4, SignalClass.Change)
        );

    [Fact]
    public void Rule_5_3_readiness_of_four_leads_to_contemplation() =>
        Assert.Equal(
            Stage.Contemplation,
            Judge(Stage.Precontemplation, Score(4, SignalClass.Readiness, 4))?.To
        );

    [Fact]
    public void Rule_5_3_low_readiness_and_sustain_lead_back() =>
        Assert.Equal(
            Stage.Precontemplation,
            Judge(Stage.Contemplation, Of(1, SignalClass.Sustain), Score(4, SignalClass.Readiness, 2))?.To
        );

    [Fact]
    public void Rule_5_3_change_talk_in_the_window_keeps_contemplation() =>
        Assert.Null(
            Judge(
                Stage.Contemplation,
                Of(1, SignalClass.Change),
                Of(2, SignalClass.Sustain),
                Score(4, SignalClass.Readiness, 2)
            )
        );

    [Fact]
    public void Rule_5_4_a_timed_commitment_and_a_second_change_reply_lead_to_preparation() =>
        Assert.Equal(
            "5.4",
            Judge(
                Stage.Contemplation,
                Of(1, SignalClass.Change),
                Of(4, SignalClass.Change) with
                {
                    Kind = TalkKind.Commitment,
                    Soon = true,
                }
            )?.Rule
        );

    [Fact]
    public void Rule_5_4_a_commitment_without_a_time_does_not() =>
        Assert.Null(
            Judge(
                Stage.Contemplation,
                Of(1, SignalClass.Change),
                Of(4, SignalClass.Change) with
                {
                    Kind = TalkKind.Commitment,
                }
            )
        );

    [Fact]
    public void Rule_5_4_a_time_named_more_than_a_week_ago_has_passed() =>
        Assert.Null(
            Judge(
                Stage.Contemplation,
                Of(1, SignalClass.Change) with
                {
                    Kind = TalkKind.Commitment,
                    Soon = true,
                },
                Of(12, SignalClass.Change)
            )
        );

    [Fact]
    public void Rule_5_4_readiness_confidence_and_change_talk_together_do() =>
        Assert.Equal(
            Stage.Preparation,
            Judge(
                Stage.Contemplation,
                Score(1, SignalClass.Readiness, 8),
                Score(2, SignalClass.Confidence, 5),
                Of(4, SignalClass.Change)
            )?.To
        );

    [Fact]
    public void Rule_5_5_one_negative_reply_never_demotes()
    {
        Stays(Stage.Preparation, (4, SignalClass.Sustain));
        Assert.Null(Judge(Stage.Preparation, Score(4, SignalClass.Readiness, 0)));
    }

    [Fact]
    public void Rule_5_5_two_texts_within_five_minutes_are_one_reply() =>
        Assert.Null(
            Judge(
                Stage.Precontemplation,
                Of(4, SignalClass.Change) with
                {
                    At = Day0 + Duration.FromDays(4) - Duration.FromMinutes(2),
                    ReplyId = "SM-first",
                },
                Of(4, SignalClass.Change)
            )
        );

    [Fact]
    public void Rule_5_5_what_is_older_than_four_weeks_counts_no_more() =>
        Stays(Stage.Precontemplation, (1, SignalClass.Change), (30, SignalClass.Change));

    [Fact]
    public void Rule_5_5_what_came_before_the_last_move_counts_no_more() =>
        Assert.Null(
            StageRules.Judge(
                new StageView(
                    Stage.Precontemplation,
                    Day0 + Duration.FromDays(2),
                    [Of(1, SignalClass.Change), Of(4, SignalClass.Change)],
                    null,
                    Day0 + Duration.FromDays(4),
                    "SM4"
                )
            )
        );

    [Fact]
    public void Rule_5_6_a_slip_does_not_demote() =>
        Stays(Stage.Action, (1, SignalClass.Slip), (4, SignalClass.Slip));

    [Fact]
    public void Rule_5_6_daily_again_in_two_check_ins_is_a_relapse() =>
        Assert.Equal(
            (Stage.Contemplation, "5.6"),
            Judge(
                Stage.Action,
                Of(1, SignalClass.Slip) with
                {
                    Daily = true,
                },
                Of(4, SignalClass.Slip) with
                {
                    Daily = true,
                }
            )
                is { } move
                ? (move.To, move.Rule)
                : default
        );

    [Fact]
    public void Rule_5_6_giving_up_is_a_relapse_at_once() =>
        Moves(Stage.Maintenance, "5.6", Stage.Contemplation, (4, SignalClass.GaveUp));

    [Fact]
    public void Rule_5_8_every_move_names_its_evidence_and_says_why_in_words()
    {
        var move = Judge(Stage.Precontemplation, Of(1, SignalClass.Change), Of(4, SignalClass.Change));
        Assert.Equal(
            "From precontemplation to contemplation: readiness or change talk (rule 5.3). "
                + "\"words 1\" read as change talk on 2026-03-03; \"words 4\" read as change talk on 2026-03-06.",
            StageMoves.Explain(Assert.IsType<StageMove>(move))
        );
    }

    private static void Moves(
        Stage? from,
        string rule,
        Stage to,
        params (int Day, SignalClass Class)[] signals
    )
    {
        var move = Judge(from, [.. signals.Select(s => Of(s.Day, s.Class))]);
        Assert.Equal((rule, to), (move?.Rule, move?.To));
    }

    private static void Stays(Stage? from, params (int Day, SignalClass Class)[] signals) =>
        Assert.Null(Judge(from, [.. signals.Select(s => Of(s.Day, s.Class))]));

    private static StageMove? Judge(Stage? from, params Signal[] signals) =>
        StageRules.Judge(new StageView(from, Day0, signals, null, signals[^1].At, signals[^1].ReplyId));

    private static Signal Of(int day, SignalClass kind) =>
        new($"SM{day}", Day0 + Duration.FromDays(day), kind, $"words {day}", 0.9, "test")
        {
            PromptKey = $"ci-{day}",
        };

    private static Signal Score(int day, SignalClass kind, decimal score) =>
        Of(day, kind) with
        {
            Score = score,
        };
}
