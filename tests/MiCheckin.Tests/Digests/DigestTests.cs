using MiCheckin.Core.Conversations;
using MiCheckin.Core.Digests;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using static MiCheckin.Tests.Digests.People;

namespace MiCheckin.Tests.Digests;

public sealed class DigestTests
{
    [Fact]
    public void Somebody_about_whom_nothing_stands_out_is_one_quiet_line()
    {
        var digest = DigestOf(
            new PersonWeek
            {
                State = Person("Bo") with { Stage = At(Stage.Action, 1) },
                Replies = [Said("walked twice", 4, Reads(Talk.Change))],
            }
        );

        Assert.Empty(digest.Attention);
        var line = Assert.Single(digest.Quiet);
        Assert.Equal(("action", "1 reply"), (line.Standing, line.Week));
    }

    [Fact]
    public void Somebody_who_has_not_said_yes_is_told_apart_from_somebody_silent()
    {
        var digest = DigestOf(
            new PersonWeek { State = Person("Bo") with { Consent = new Consent.Asked(On(2)) } }
        );

        Assert.Equal("has not answered the welcome yet", Assert.Single(digest.Quiet).Week);
    }

    [Fact]
    public void Somebody_who_opted_out_weeks_ago_is_told_apart_from_somebody_silent()
    {
        var stopped = new Consent.Stopped(On(1).Minus(Duration.FromDays(20)), "STOP");
        var digest = DigestOf(new PersonWeek { State = Person("Bo") with { Consent = stopped } });

        Assert.Equal("opted out on 9 February 2026", Assert.Single(digest.Quiet).Week);
    }

    [Fact]
    public void Somebody_who_paused_is_told_apart_from_somebody_silent()
    {
        var digest = DigestOf(
            new PersonWeek { State = Person("Bo") with { PausedUntil = On(20) } },
            new PersonWeek { State = Person("Cy") with { PausedUntil = Instant.MaxValue } }
        );

        Assert.Equal(
            ["no reply this week, paused until 20 March 2026", "no reply this week, paused until resumed"],
            digest.Quiet.Select(q => q.Week)
        );
    }

    [Fact]
    public void Who_needs_attention_and_has_paused_is_shown_as_paused()
    {
        var digest = DigestOf(
            new PersonWeek { State = Person("Bo") with { Stale = true, PausedUntil = On(20) } }
        );

        Assert.EndsWith(
            "Texts are paused until 20 March 2026.",
            Assert.Single(digest.Attention).Standing,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Risk_comes_before_everything_and_the_older_alert_before_the_newer()
    {
        var digest = DigestOf(
            new PersonWeek
            {
                State = Person("Bo"),
                Alerts = [Alerted(AlertReason.Discord, 3), Alerted(AlertReason.UnclearStop, 2)],
            },
            new PersonWeek { State = Person("Cy"), Alerts = [Alerted(AlertReason.Risk, 6, RiskKind.Suicide)] }
        );

        Assert.Equal(
            [AlertReason.Risk, AlertReason.UnclearStop, AlertReason.Discord],
            digest.Alerts.Select(a => a.Reason)
        );
        Assert.Equal("Cy", digest.Attention[0].Name.Reveal());
    }

    [Fact]
    public void An_alert_shows_the_words_it_rests_on()
    {
        var digest = DigestOf(
            new PersonWeek
            {
                State = Person("Cy"),
                Replies = [Said("I can't go on", 6, new Reading { Risk = RiskKind.Suicide }, "SM77")],
                Alerts = [Alerted(AlertReason.Risk, 6, RiskKind.Suicide, "SM77")],
            }
        );

        Assert.Equal("I can't go on", Assert.Single(digest.Alerts).Words?.Words.Reveal());
    }

    [Fact]
    public void A_fall_of_two_on_the_confidence_ruler_is_a_reason_and_the_question_asks_why_not_lower()
    {
        var card = OnlyCard(
            new PersonWeek
            {
                State = Person("Di") with
                {
                    Rulers = [Ruler(RulerKind.Confidence, 7, 1), Ruler(RulerKind.Confidence, 4, 5)],
                },
                Facts = [new DatedFact(On(5), new Fact.RulerRead(Ruler(RulerKind.Confidence, 4, 5)))],
            }
        );

        Assert.Equal("Confidence fell from 7 to 4.", Assert.Single(card.Reasons).Sentence);
        Assert.Equal("What makes your confidence a 4 and not lower?", card.Question);
        Assert.Equal("▆▄", Assert.Single(card.Rulers).Sparkline);
    }

    [Fact]
    public void A_fall_on_the_ruler_weeks_ago_is_not_news() =>
        Assert.Empty(
            DigestOf(
                new PersonWeek
                {
                    State = Person("Di") with
                    {
                        Rulers = [Ruler(RulerKind.Confidence, 7, 1), Ruler(RulerKind.Confidence, 4, 1)],
                    },
                }
            ).Attention
        );

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(2, 0, true)]
    [InlineData(2, 2, false)]
    [InlineData(3, 2, true)]
    public void Sustain_talk_is_a_reason_only_where_it_rises(int thisWeek, int lastWeek, bool isReason)
    {
        var facts = Enumerable
            .Repeat(Sustain(1), lastWeek)
            .Concat(Enumerable.Repeat(Sustain(5), thisWeek))
            .ToList();

        var digest = DigestOf(new PersonWeek { State = Person("Ed"), Facts = facts });

        Assert.Equal(isReason ? [ReasonKind.SustainRising] : [], KindsOf(digest));
    }

    [Fact]
    public void Discord_a_slip_and_an_unsure_reading_are_named_in_the_order_of_their_weight()
    {
        var slip = new BehaviourReport(BehaviourKind.Slip, null, "", "yesterday", default);
        var digest = DigestOf(
            new PersonWeek
            {
                State = Person("Flo"),
                Facts = [new DatedFact(On(4), new Fact.BehaviourReported(slip))],
                Replies = [Said("hm", 3, Reads(Talk.Unsure)), Said("useless texts", 5, Reads(Talk.Discord))],
            }
        );

        Assert.Equal([ReasonKind.Discord, ReasonKind.Slip, ReasonKind.Unsure], KindsOf(digest));
    }

    [Fact]
    public void Somebody_who_opted_out_this_week_is_shown_and_no_question_is_offered()
    {
        var card = OnlyCard(
            new PersonWeek { State = Person("Gil") with { Consent = new Consent.Stopped(On(5), "STOP") } }
        );

        Assert.Equal(ReasonKind.OptedOut, Assert.Single(card.Reasons).Kind);
        Assert.Null(card.Question);
    }

    [Fact]
    public void Somebody_who_opted_out_earlier_is_quiet() =>
        Assert.Empty(
            DigestOf(
                new PersonWeek { State = Person("Gil") with { Consent = new Consent.Stopped(On(1), "STOP") } }
            ).Attention
        );

    [Fact]
    public void A_move_is_told_with_the_words_it_rests_on()
    {
        var move = new StageMove(
            Stage.Contemplation,
            Stage.Preparation,
            On(5),
            "5.4",
            [new Evidence("SM5", On(5), "I start Monday", "commitment", 0.9, "v1")]
        );
        var card = OnlyCard(
            new PersonWeek
            {
                State = Person("Hal") with
                {
                    Stale = true,
                    Stage = new StageRecord(Stage.Preparation, On(5), move),
                },
                Facts = [new DatedFact(On(5), new Fact.StageMoved(move))],
            }
        );

        Assert.Equal("Preparation since 5 March 2026.", card.Standing);
        Assert.Equal(
            "Moved from contemplation to preparation on 5 March 2026 (rule 5.4): “I start Monday” was read as commitment.",
            Assert.Single(card.Changes)
        );
    }

    [Fact]
    public void The_strongest_change_talk_is_quoted_and_what_is_unsure_is_not()
    {
        var card = OnlyCard(
            new PersonWeek
            {
                State = Person("Ida") with { Stale = true },
                Replies =
                [
                    Said("maybe", 3, Reads(Talk.Change, strength: 0.1)),
                    Said("I want my breath back", 4, Reads(Talk.Change, strength: 0.9)),
                    Said("my kids ask me to", 5, Reads(Talk.Mixed, strength: 0.6)),
                    Said("perhaps so", 6, Reads(Talk.Change, confidence: 0.2, strength: 1)),
                ],
            }
        );

        Assert.Equal<string>(
            ["I want my breath back", "my kids ask me to"],
            [.. card.Quotes.Select(quote => quote.Words.Reveal())]
        );
    }

    [Fact]
    public void The_week_ends_at_the_coachs_hour_and_is_an_hour_short_when_the_clocks_move_forward()
    {
        Assert.Equal((2026, 11), (Week.WeekYear, Week.Week));
        Assert.Equal(new LocalDateTime(2026, 3, 9, 8, 0), Week.Until.InZone(Vancouver).LocalDateTime);
        Assert.Equal(Duration.FromHours((7 * 24) - 1), Week.Until - Week.From);
    }

    [Fact]
    public void The_iso_week_of_new_year_belongs_to_the_year_that_holds_its_thursday()
    {
        var week = DigestWeek.Around(
            Instant.FromUtc(2027, 1, 1, 12, 0),
            DateTimeZone.Utc,
            IsoDayOfWeek.Monday,
            8
        );

        Assert.Equal((2026, 53), (week.WeekYear, week.Week));
    }

    private static DigestCard OnlyCard(PersonWeek person) => Assert.Single(DigestOf(person).Attention);

    private static IEnumerable<ReasonKind> KindsOf(Digest digest) =>
        digest.Attention.SelectMany(card => card.Reasons).Select(reason => reason.Kind);
}
