using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Tests.Twilio;

public sealed class TwilioFormTests
{
    [Theory]
    [InlineData("a=1&b=2", "a|1,b|2")]
    [InlineData("a=+x+%2B%26%3d", "a| x +&=")]
    [InlineData("a=1&a=2&A=3", "a|1,a|2,A|3")]
    [InlineData("a&=b&&c=", "a|,|b,c|")]
    [InlineData("a=b=c", "a|b=c")]
    [InlineData("a=%&b=%4&c=%zz&d=%41", "a|%,b|%4,c|%zz,d|A")]
    [InlineData("a=%F0%9F%91%8D", "a|👍")]
    [InlineData("a=%FF", "a|\uFFFD")]
    [InlineData("a=%00", "a|\0")]
    [InlineData("", "")]
    public void Fields_are_read_as_they_came(string body, string fields) =>
        Assert.Equal(
            fields,
            string.Join(
                ',',
                TwilioForm.Parse(Encoding.UTF8.GetBytes(body)).Fields.Select(f => $"{f.Key}|{f.Value}")
            )
        );

    [Fact]
    public void The_first_value_of_exactly_that_name_is_given()
    {
        var form = TwilioForm.Parse("body=x&Body=1&Body=2"u8);

        Assert.Equal("1", form["Body"]);
        Assert.Null(form["BODY"]);
    }

    [Fact]
    public void Any_bytes_can_be_read() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                bytes => TwilioForm.Parse(bytes).Fields.Count <= bytes.Length
            )
            .QuickCheckThrowOnFailure();
}
