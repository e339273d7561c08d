using MiCheckin.Core.Conversations;
using MiCheckin.Core.Digests;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using static MiCheckin.Tests.Digests.People;

namespace MiCheckin.Tests.Digests;

public sealed class OpenQuestionsTests
{
    private static readonly string[] Openings = ["What", "How ", "If you did decide"];
    private static readonly string[] Closed = ["should", "must", "need to", "why", "don't", "fail"];

    public static TheoryData<string> Questions =>
        [
            .. Enum.GetValues<ReasonKind>()
                .Select(kind =>
                    OpenQuestions.For(new Reason(kind, ""), new PersonWeek { State = Person("Bo") })
                )
                .OfType<string>(),
            .. Enum.GetValues<Stage>().Select(stage => OpenQuestions.ForStage(stage)),
            OpenQuestions.ForStage(null),
        ];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Every_question_is_one_open_question_without_advice(string question)
    {
        Assert.Contains(Openings, opening => question.StartsWith(opening, StringComparison.Ordinal));
        Assert.Equal(1, question.Count(c => c == '?'));
        Assert.DoesNotContain(Closed, word => question.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Somebody_at_zero_is_never_asked_why_not_lower() =>
        Assert.Equal(
            "What would have to happen for you to feel a little more confident?",
            OpenQuestions.For(
                new Reason(ReasonKind.ConfidenceFalling, ""),
                new PersonWeek { State = Person("Bo") with { Rulers = [Ruler(RulerKind.Confidence, 0, 4)] } }
            )
        );

    [Theory]
    [InlineData("a\r\n\tb", "a b")]
    [InlineData("  spaced   out ", "spaced out")]
    [InlineData("turn\u202Ethe line\u202C", "turnthe line")]
    [InlineData("bell\u0007rings", "bell rings")]
    [InlineData("", "")]
    public void A_quote_is_one_line_that_cannot_turn_the_text_around_it(string words, string quoted) =>
        Assert.Equal(quoted, Quote.Clean(words));

    [Fact]
    public void A_long_quote_is_cut_between_characters_as_people_see_them()
    {
        var family = "👨‍👩‍👧";

        var cut = Quote.Clean(string.Concat(Enumerable.Repeat(family, Quote.Longest + 5)));

        Assert.Equal(string.Concat(Enumerable.Repeat(family, Quote.Longest)) + "…", cut);
    }

    [Fact]
    public void A_new_scale_starts_a_new_trend()
    {
        RulerAnswer[] answers =
        [
            Ruler(RulerKind.Readiness, 8, 1),
            Ruler(RulerKind.Readiness, 3, 2) with
            {
                Scale = RulerScale.OneToTen,
                Score = new RulerScore(1, 2),
            },
        ];

        var trend = RulerTrend.Of(answers, RulerKind.Readiness);

        Assert.Equal(("1–2", "▁", "1–10"), (trend.Numbers, trend.Sparkline, trend.ScaleWords));
    }

    [Fact]
    public void Every_alert_has_a_sentence() =>
        Assert.All(
            Enum.GetValues<AlertReason>()
                .SelectMany(_ => Enum.GetValues<RiskKind>(), (reason, risk) => (reason, risk)),
            pair =>
                Assert.EndsWith(
                    ".",
                    AlertSentences.Of(
                        new Alert
                        {
                            Key = "k",
                            Reason = pair.reason,
                            Risk = pair.risk,
                            At = On(1),
                        }
                    ),
                    StringComparison.Ordinal
                )
        );
}
