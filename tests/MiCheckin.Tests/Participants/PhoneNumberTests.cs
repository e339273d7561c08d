using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Participants;

namespace MiCheckin.Tests.Participants;

public sealed class PhoneNumberTests
{
    private static PhoneNumber Number(string text) =>
        PhoneNumber.TryParse(text, out var number) ? number : throw new FormatException(text);

    [Theory]
    [InlineData("+16045550143")]
    [InlineData("+12124567890")]
    [InlineData("+18005551212")]
    [InlineData("+6834002")]
    [InlineData("+491711234567")]
    [InlineData("+123456789012345", false)]
    [InlineData("+447700900123")]
    [InlineData("16045550143", false)]
    [InlineData("+1604555014", false)]
    [InlineData("+160455501433", false)]
    [InlineData("+11045550143", false)]
    [InlineData("+19115550143", false)]
    [InlineData("+12925550143", false)]
    [InlineData("+16041550143", false)]
    [InlineData("+16044110143", false)]
    [InlineData("+0123456789", false)]
    [InlineData("+1 604 555 0143", false)]
    [InlineData("+16045550143\n", false)]
    [InlineData("+4917112345678901", false)]
    [InlineData("+1٦045550143", false)]
    [InlineData("12345", false)]
    [InlineData("+", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_e164_numbers_are_numbers(string? text, bool good = true) =>
        Assert.Equal(good, PhoneNumber.TryParse(text, out _));

    [Theory]
    [InlineData("+18005551212", NumberFault.TollFree)]
    [InlineData("+18332345678", NumberFault.TollFree)]
    [InlineData("+18882345678", NumberFault.TollFree)]
    [InlineData("+18122345678", NumberFault.None)]
    [InlineData("+18182345678", NumberFault.None)]
    [InlineData("+19002345678", NumberFault.PremiumRate)]
    [InlineData("+16045550100", NumberFault.Fictional)]
    [InlineData("+16045550199", NumberFault.Fictional)]
    [InlineData("+16045550200", NumberFault.None)]
    [InlineData("+498001234567", NumberFault.None)]
    public void Numbers_that_reach_no_participant_are_refused(string text, NumberFault fault) =>
        Assert.Equal(fault, Number(text).FaultForParticipant(simulated: false));

    [Fact]
    public void Simulated_phones_may_have_numbers_kept_for_fiction()
    {
        Assert.Equal(NumberFault.None, Number("+16045550143").FaultForParticipant(simulated: true));
        Assert.Equal(NumberFault.TollFree, Number("+18005550143").FaultForParticipant(simulated: true));
    }

    [Fact]
    public void Printing_shows_two_digits_at_most()
    {
        Assert.Equal("+…43", $"{Number("+16045550143")}");
        Assert.Equal("(none)", $"{default(PhoneNumber)}");
        Assert.Throws<InvalidOperationException>(() => default(PhoneNumber).E164);
    }

    [Fact]
    public void What_parses_is_kept_as_it_is() =>
        Prop.ForAll(
                Gen.Choose(0, 9).ArrayOf().ToArbitrary(),
                digits =>
                {
                    var text = "+" + string.Concat(digits);
                    return !PhoneNumber.TryParse(text, out var number)
                        || string.Equals(number.E164, text, StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Words_print_as_their_length()
    {
        Assert.Equal("(5 characters)", new MessageText("hello").ToString());
        Assert.Equal("(0 characters)", default(MessageText).ToString());
        Assert.Equal("", default(MessageText).Reveal());
    }
}
