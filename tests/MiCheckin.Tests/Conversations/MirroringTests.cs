using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Conversations;

namespace MiCheckin.Tests.Conversations;

public sealed class MirroringTests
{
    [Theory]
    [InlineData("I want to walk more", "you want to walk more")]
    [InlineData("I want to play with my kids.", "you want to play with your kids")]
    [InlineData("I'm tired of being out of breath", "you're tired of being out of breath")]
    [InlineData("im ready to try", "you're ready to try")]
    [InlineData("I am proud of myself", "you are proud of yourself")]
    [InlineData("I was walking every day", "you were walking every day")]
    [InlineData("I really wanna feel better", "you really want to feel better")]
    [InlineData("I\u2019ve cut down to five a day", "you've cut down to five a day")]
    [InlineData("I walked three days this week!", "you walked three days this week")]
    [InlineData("I'll start on monday", "you'll start on Monday")]
    [InlineData("I walk with Rosa now", "you walk with Rosa now")]
    [InlineData("it helps me and my wife", null)]
    [InlineData("So I can get off the pills", null)]
    [InlineData("so I want to walk more", "you want to walk more")]
    [InlineData("I tried in january", "you tried in January")]
    public void A_plain_clause_about_oneself_is_turned_to_you(string words, string? expected) =>
        Assert.Equal(expected, Mirroring.Mirror(words, "en"));

    [Theory]
    [InlineData("because I need to sleep better")]
    [InlineData("I don't want to")]
    [InlineData("I can't stop thinking about it")]
    [InlineData("I want you to stop")]
    [InlineData("I want what you said")]
    [InlineData("do I want this?")]
    [InlineData("I want to walk. I hate it though")]
    [InlineData("I think I could")]
    [InlineData("I fucking want this")]
    [InlineData("I AM SO DONE WITH THIS")]
    [InlineData("kids")]
    [InlineData("I want to, for them")]
    [InlineData("I want to die")]
    [InlineData("I guess so yes")]
    [InlineData("I xqz the thing")]
    [InlineData("I want to walk but my knees hurt")]
    [InlineData("I want to be able to do all of the many things that I used to do long ago")]
    [InlineData("quiero caminar más")]
    public void Anything_less_than_certain_is_left_to_a_plain_wording(string words) =>
        Assert.Null(Mirroring.Mirror(words, "en"));

    [Theory]
    [InlineData("I want to walk more\nfor my kids", "you want to walk more")]
    [InlineData("I want to\nbe there for my kids", null)]
    [InlineData("I want to walk more\nbut im so tired", null)]
    [InlineData("I want to quit\nlol", null)]
    public void Of_an_answer_in_parts_the_part_that_can_be_turned_is_given_back(
        string words,
        string? expected
    ) => Assert.Equal(expected, Mirroring.MirrorPart(words, "en"));

    [Fact]
    public void Whatever_is_given_back_is_short_and_speaks_of_you_alone() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNull<string>>(),
                words =>
                    Mirroring.Mirror("I want " + words.Get, "en") is not { } clause
                    || (
                        clause.StartsWith("you want", StringComparison.Ordinal)
                        && clause.Length <= 60
                        && !$" {clause} ".Contains(" i ", StringComparison.Ordinal)
                        && !$" {clause} ".Contains(" my ", StringComparison.Ordinal)
                    )
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("you tried in January", true)]
    [InlineData("you've cut down to five a day", true)]
    [InlineData("you like your couch", false)]
    public void What_is_over_is_not_said_of_now(string theirs, bool isPast) =>
        Assert.Equal(isPast, Mirroring.IsPast(theirs));
}
