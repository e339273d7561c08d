using MiCheckin.Functions.Console.People;

namespace MiCheckin.Tests.Console;

public sealed class PeopleWordsTests
{
    [Theory]
    [InlineData("consent-changed")]
    [InlineData("stopped")]
    [InlineData("wrong-number")]
    [InlineData("no-consent")]
    [InlineData("held")]
    [InlineData("paused")]
    [InlineData("went-on")]
    [InlineData("late")]
    [InlineData("window-closed")]
    [InlineData("no-window")]
    [InlineData("budget")]
    [InlineData("no-fresh-prompt")]
    [InlineData("no-words")]
    [InlineData("not-heard-lately")]
    public void Why_a_text_was_held_back_is_told_in_words_of_people(string reason)
    {
        var words = PeopleWords.WhyHeldBack(reason);

        Assert.NotEqual(reason, words);
        Assert.DoesNotContain('-', words);
    }
}
