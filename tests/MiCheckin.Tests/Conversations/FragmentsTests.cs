using MiCheckin.Core.Conversations;

namespace MiCheckin.Tests.Conversations;

/// <summary>When a text goes on with the one before, and when it answers what we said in between.</summary>
public sealed class FragmentsTests
{
    private static readonly Instant At = People.Monday;

    [Theory]
    [InlineData(20, true, "for my kids")]
    [InlineData(60, true, "for my kids")]
    [InlineData(61, false, "for my kids")]
    public void Within_a_minute_nobody_has_answered_our_question(int seconds, bool goesOn, string words) =>
        Assert.Equal(goesOn, GoesOn(Asked(), words, seconds));

    [Theory]
    [InlineData(64, true)]
    [InlineData(66, false)]
    public void Nobody_answers_a_question_within_twenty_seconds_of_its_coming(int seconds, bool goesOn)
    {
        var last = Asked() with { AnswerAt = At + Duration.FromSeconds(45) };

        Assert.Equal(goesOn, GoesOn(last, "walking I guess", seconds));
    }

    [Fact]
    public void Where_nothing_was_asked_a_text_goes_on() =>
        Assert.True(GoesOn(Asked() with { AskedBack = false }, "walking I guess", 200));

    [Theory]
    [InlineData("and my back hurts less", true)]
    [InlineData("pero me canso", true)]
    [InlineData("*walk", true)]
    [InlineData("because it is mine", false)]
    [InlineData("it is mine", false)]
    public void A_joining_word_ties_two_texts_and_because_answers_us(string words, bool goesOn) =>
        Assert.Equal(goesOn, GoesOn(Asked(), words, 120));

    [Theory]
    [InlineData("I want to walk and")]
    [InlineData("I want to walk,")]
    [InlineData("I want to...")]
    public void A_text_that_ends_open_goes_on(string before) =>
        Assert.True(GoesOn(Asked() with { Words = before }, "swim too", 120));

    private static bool GoesOn(LastReply last, string words, int seconds) =>
        Fragments.GoesOn(last, words, At + Duration.FromSeconds(seconds));

    private static LastReply Asked() =>
        new("SM1", At, "ci|1-p", "I want to walk more", Answered: true, AskedBack: true);
}
