using MiCheckin.Core.Fidelity;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Tests.Fidelity;

public sealed class FidelityReportTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 17, 30);

    [Fact]
    public void An_answer_counts_its_reflection_and_its_question()
    {
        var week = Assert.Single(
            Report(
                Ours(0, "How does moving fit into your days right now?", "prompt/day-now"),
                Theirs(10, "I want to walk more"),
                Ours(
                    11,
                    "Part of you is ready for something new. What would be different for you?",
                    "reflect.desire/3",
                    "ask.desire/1"
                )
            ).Weeks
        );

        Assert.Equal(new Codes { ComplexReflections = 1, OpenQuestions = 1 }, week.Answers);
        Assert.Equal(new Codes { ComplexReflections = 1, OpenQuestions = 2 }, week.All);
        Assert.Equal((1, 1), (week.Week, week.Replies));
        Assert.Equal(1, week.Answers.ReflectionsPerQuestion);
        Assert.Equal(1, week.Answers.ShareComplex);
    }

    [Fact]
    public void Rulers_and_stage_questions_are_closed_and_service_texts_are_nothing()
    {
        var all = Report(
            Ours(0, "How ready are you, from 0 to 10?", "prompt/readiness-1"),
            Ours(1, "Are you active now? YES or NO.", "stage.now/1"),
            Ours(2, "OK, we will ask you again later.", "later.confirm/1"),
            Ours(3, "Call 988 or 911.", "safety"),
            Ours(4, "Brisk walking counts.", "fact/walking")
        ).All;

        Assert.Equal(new Codes { ClosedQuestions = 2 }, all);
    }

    [Fact]
    public void A_week_is_seven_days_from_the_first_text() =>
        Assert.Equal(
            [1, 1, 2],
            Report(Theirs(0, "a"), Theirs(7 * 24 * 60 - 1, "b"), Theirs(7 * 24 * 60, "c"))
                .Weeks.SelectMany(w => Enumerable.Repeat(w.Week, w.Replies))
        );

    [Fact]
    public void The_persons_own_must_in_a_reflection_is_not_ours()
    {
        var report = Report(Theirs(0, "I must quit"), Ours(1, "So you must quit.", "personal.change/1"));

        Assert.Empty(report.Inconsistent);
        Assert.Equal(1, report.All.SimpleReflections);
    }

    [Fact]
    public void A_check_in_that_comes_soon_after_a_reply_does_not_answer_it()
    {
        var asked = Report(
            Theirs(0, "no time"),
            Ours(1, "A quick one: do you walk every day by now? YES or NO.", "stage.now/1")
        );
        var answered = Report(
            Theirs(0, "yes"),
            Ours(1, "Thanks, you are in. Do you walk every day by now?", "consent.thanks/1", "stage.now/1")
        );
        Assert.Equal(0, Assert.Single(asked.Weeks).Answers.Questions);
        Assert.Equal(1, asked.All.Questions);
        Assert.Equal(1, Assert.Single(answered.Weeks).Answers.Questions);
    }

    [Fact]
    public void A_text_of_unknown_parts_is_coded_by_its_words()
    {
        var report = Report(
            Theirs(0, "no time"),
            Ours(1, "Part of you wants this. What would help?", "reflect.unheard-of/9"),
            Ours(2, "You should walk. Do you want that?")
        );

        Assert.Equal(
            new Codes
            {
                ComplexReflections = 1,
                OpenQuestions = 1,
                ClosedQuestions = 1,
                Inconsistent = 1,
            },
            report.All
        );
        Assert.Equal("You should walk. Do you want that?", Assert.Single(report.Inconsistent).Words);
    }

    [Theory]
    [InlineData("You feel two ways about it.", "en", 1)]
    [InlineData("It is your choice. Text STOP to end.", "en", 0)]
    [InlineData("Rain is on its way.", "en", 0)]
    [InlineData("Quieres algo distinto.", "es", 1)]
    public void By_its_words_a_statement_about_the_person_is_a_reflection(
        string words,
        string language,
        int reflections
    ) => Assert.Equal(reflections, TextCoder.Code(words, language).Reflections);

    [Fact]
    public void A_coachs_own_texts_are_not_the_services() =>
        Assert.Equal(
            Codes.None,
            Report(new TranscriptLine(Monday, Speaker.Coach, "You should call me. Will you?", [])).All
        );

    [Theory]
    [InlineData(null, "-")]
    [InlineData(0.99, "below")]
    [InlineData(1.0, "fair")]
    [InlineData(2.0, "good")]
    public void A_measure_is_held_against_what_MITI_calls_fair_and_good(double? value, string verdict) =>
        Assert.Equal(verdict, Threshold.ReflectionsPerQuestion.Judge((decimal?)value));

    private static FidelityReport Report(params TranscriptLine[] lines) =>
        FidelityReport.Of([new Transcript("p1", "move-more", "en", lines)], EmbeddedPrograms.All);

    private static TranscriptLine Ours(int minute, string words, params string[] parts) =>
        new(Monday + Duration.FromMinutes(minute), Speaker.Service, words, parts);

    private static TranscriptLine Theirs(int minute, string words) =>
        new(Monday + Duration.FromMinutes(minute), Speaker.Person, words, []);
}
