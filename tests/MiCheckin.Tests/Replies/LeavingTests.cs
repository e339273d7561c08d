using MiCheckin.Cli.Read;
using MiCheckin.Core.Replies;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.ReplyReading;

/// <summary>A wish to leave is sensed beyond the rules, and what is sensed is asked about.</summary>
public sealed class LeavingTests
{
    [Fact]
    public void Nothing_that_means_something_else_opts_anyone_out()
    {
        var gone = LeavingCorpus
            .Read(Checkout.At("corpus"))
            .Where(t => !t.Leaves && Read(t.Text, Asked.Nothing) == ControlWord.Stop)
            .Select(t => t.Text);
        Assert.Empty(gone);
    }

    [Fact]
    public void Of_those_who_want_to_leave_hardly_anyone_is_passed_over()
    {
        var leaving = LeavingCorpus.Read(Checkout.At("corpus")).Where(t => t.Leaves).ToList();
        var over = leaving
            .Where(t => Read(t.Text, Asked.Nothing) is not (ControlWord.Stop or ControlWord.Ask))
            .Select(t => t.Text)
            .ToList();
        Assert.True(over.Count <= leaving.Count * MostPassedOver, string.Join(" | ", over));
    }

    private const double MostPassedOver = 0.12;

    [Theory]
    [InlineData("tkae me off")]
    [InlineData("this is a church office phone hon nobody here signed up to stop vaping")]
    [InlineData("me sacas de la lista please, my phone bill está bien alto")]
    public void What_no_rule_knows_is_asked_about(string text) =>
        Assert.Equal(ControlWord.Ask, Read(text, Asked.Nothing));

    [Fact]
    public void Who_has_left_is_not_asked_whether_they_want_to_leave()
    {
        const string Text = "this is a church office phone hon nobody here signed up to stop vaping";
        Assert.Equal(ControlWord.None, Read(Text, new Asked { OptedOut = true }));
    }

    [Fact]
    public void A_wish_to_leave_that_is_sensed_does_not_hide_danger()
    {
        var reading = ReplyReader.Read(
            "dont text me no more i took all of my pills and im lying down now",
            Asked.Nothing
        );
        Assert.True(reading.Urgency >= Urgency.Crisis);
    }

    private static ControlWord Read(string text, Asked asked) => ReplyReader.Read(text, asked).Control;
}
