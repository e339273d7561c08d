using MiCheckin.Core.Participants;

namespace MiCheckin.Tests.Participants;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ana@clinic.example")]
    [InlineData("a.b+c@localhost")]
    [InlineData("o'brien@sub.clinic.example")]
    [InlineData("ana", false)]
    [InlineData("@clinic.example", false)]
    [InlineData("ana@", false)]
    [InlineData("ana@@clinic.example", false)]
    [InlineData("ana@clinic..example", false)]
    [InlineData(".ana@clinic.example", false)]
    [InlineData("ana@-clinic.example", false)]
    [InlineData("ana@clinic.example\r\nBcc: eve@evil.example", false)]
    [InlineData("ana@clinic.example\n", false)]
    [InlineData("Ana <ana@clinic.example>", false)]
    [InlineData("änna@clinic.example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_plain_addresses_are_addresses(string? text, bool good = true) =>
        Assert.Equal(good, EmailAddress.TryParse(text, out _));

    [Fact]
    public void A_local_part_has_at_most_64_characters()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 64) + "@x.example", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@x.example", out _));
    }

    [Fact]
    public void Printing_shows_the_domain_only()
    {
        Assert.True(EmailAddress.TryParse("ana@clinic.example", out var address));
        Assert.Equal("…@clinic.example", address.ToString());
        Assert.Equal("ana@clinic.example", address.Reveal());
    }
}
