using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Tests.Twilio;

public sealed class InboundTextTests
{
    private const string Sid = "SM00000000000000000000000000000001";
    private const string Long =
        "I walked to the shop and back again on Tuesday, and then on Thursday it rained so I stayed in. I’m OK.";

    private static InboundText? Parse(string form) =>
        InboundText.Parse(TwilioForm.Parse(Encoding.UTF8.GetBytes(form)));

    private static InboundText WithBody(string body) =>
        Parse($"MessageSid={Sid}&From=%2B12025550143&Body={Uri.EscapeDataString(body)}")!;

    [Fact]
    public void A_text_as_Twilio_posts_it()
    {
        var text = Parse(
            $"ToCountry=US&ToState=&SmsMessageSid={Sid}&NumMedia=0&SmsSid={Sid}&FromState=DC&SmsStatus=received"
                + "&FromCity=&Body=Yes%2C+I+did+%F0%9F%91%8D&FromCountry=US&To=%2B12025550100"
                + "&MessagingServiceSid=MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&NumSegments=1"
                + $"&MessageSid={Sid}&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&From=%2B12025550143&ApiVersion=2010-04-01"
        )!;

        Assert.Equal(
            (Sid, "Yes, I did 👍", OptOutType.None),
            (text.MessageSid, text.Body.Reveal(), text.OptOut)
        );
        Assert.Equal(("+12025550143", "+12025550100"), (text.From?.E164, text.To?.E164));
        Assert.Equal((0, false), (text.Media.Count, text.IsMediaOnly));
        Assert.Equal("MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", text.MessagingServiceSid);
    }

    [Fact]
    public void Printing_a_text_shows_no_word_number_or_picture()
    {
        var text = Parse(
            $"MessageSid={Sid}&From=%2B12025550143&Body=secret&NumMedia=1&MediaUrl0=https://x.example/me"
        )!;

        Assert.DoesNotContain("secret", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("5550143", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("x.example", $"{text} {text.Media[0]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STOP", "Stop")]
    [InlineData("START", "Start")]
    [InlineData("HELP", "Help")]
    [InlineData("", "None")]
    [InlineData("PAUSE", "Other")]
    public void Twilio_says_what_it_has_answered_already(string word, string type) =>
        Assert.Equal(
            type,
            Parse($"MessageSid={Sid}&From=%2B12025550143&Body=x&OptOutType={word}")!.OptOut.ToString()
        );

    [Theory]
    [InlineData("From=%2B12025550143&Body=x")]
    [InlineData("MessageSid=&From=%2B12025550143&Body=x")]
    [InlineData("MessageSid=SM%2F1&From=%2B12025550143&Body=x")]
    [InlineData("MessageSid=SM00000000000000000000000000000001&Body=x")]
    [InlineData("messagesid=SM00000000000000000000000000000001&From=%2B12025550143&Body=x")]
    public void Without_a_sid_and_a_sender_it_is_no_text(string form) => Assert.Null(Parse(form));

    [Theory]
    [InlineData("12345")]
    [InlineData("BANK")]
    [InlineData("whatsapp%3A%2B12025550143")]
    public void A_sender_that_is_no_number_is_nobody_of_ours(string from) =>
        Assert.Null(Parse($"MessageSid={Sid}&From={from}&Body=x")!.From);

    [Theory]
    [InlineData("NumMedia=2&MediaUrl0=https://a.example/0&MediaContentType0=image/jpeg", 2)]
    [InlineData("NumMedia=99", 10)]
    [InlineData("MediaUrl0=https://a.example/0&MediaUrl1=https://a.example/1", 2)]
    [InlineData("NumMedia=many&MediaUrl0=https://a.example/0", 1)]
    [InlineData("NumMedia=-1", 0)]
    public void Pictures_are_counted_and_bounded(string media, int count)
    {
        var text = Parse($"MessageSid={Sid}&From=%2B12025550143&{media}")!;

        Assert.Equal(count, text.Media.Count);
        Assert.Equal(count > 0, text.IsMediaOnly);
    }

    [Fact]
    public void A_picture_with_words_is_not_only_a_picture() =>
        Assert.False(Parse($"MessageSid={Sid}&From=%2B12025550143&Body=look&NumMedia=1")!.IsMediaOnly);

    [Fact]
    public void Words_that_Twilio_mangled_to_base64_are_read()
    {
        var mangled = Convert.ToBase64String(
            Encoding.UTF8.GetBytes(Long),
            Base64FormattingOptions.InsertLineBreaks
        );

        Assert.Equal(Long, WithBody(mangled).Body.Reveal());
        Assert.Equal(Long, WithBody(mangled + "\r").Body.Reveal());
    }

    [Fact]
    public void A_mangled_text_cut_inside_a_character_keeps_the_rest()
    {
        var bytes = Encoding.UTF8.GetBytes(Long[..^5] + "’");

        foreach (var cut in new[] { 1, 2 })
        {
            // Base64 carries whole threes, so pad in front until the cut falls on one.
            var padded = Encoding
                .UTF8.GetBytes(new string('x', (3 - ((bytes.Length - cut) % 3)) % 3))
                .Concat(bytes);
            var mangled = Convert.ToBase64String([.. padded.SkipLast(cut)]);

            Assert.EndsWith(
                "stayed in. I",
                WithBody(mangled).Body.Reveal().TrimEnd('’', 'm'),
                StringComparison.Ordinal
            );
            Assert.DoesNotContain('\uFFFD', WithBody(mangled).Body.Reveal());
        }
    }

    [Theory]
    [InlineData("hahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahaha")]
    [InlineData("noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aGVsbG8gd29ybGQ=")]
    [InlineData("Supercalifragilisticexpialidocious")]
    public void What_a_person_may_have_typed_is_left_alone(string typed) =>
        Assert.Equal(typed, WithBody(typed).Body.Reveal());

    [Fact]
    public void Words_with_spaces_are_never_taken_for_mangled() =>
        Prop.ForAll(
                Gen.Elements("abcXYZ019+/= ".ToCharArray()).ArrayOf(90).ToArbitrary(),
                letters =>
                    letters.Contains(' ') is false
                    || string.Equals(
                        MangledBody.Mend(new string(letters)),
                        new string(letters),
                        StringComparison.Ordinal
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Letters_without_sense_are_never_taken_for_mangled() =>
        Prop.ForAll(
                Gen.Elements("abcdefghijklmnopqrstuvwxyz".ToCharArray()).ArrayOf(80).ToArbitrary(),
                letters =>
                    string.Equals(
                        MangledBody.Mend(new string(letters)),
                        new string(letters),
                        StringComparison.Ordinal
                    )
            )
            .QuickCheckThrowOnFailure();
}
