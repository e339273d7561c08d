using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Mail;
using MiCheckin.Tests.Storage;

namespace MiCheckin.Tests.Mail;

public sealed class MailMessageTests
{
    private static readonly MailSender Sender = new(SomeMail.Address("checkin@clinic.example"), "MiCheckin");

    /// <summary>Every kind of character that a mail can stumble over.</summary>
    private static Arbitrary<string> AnyWords =>
        Gen.Elements(
                "a .=\n\t-_é’👍\0\u0085\u2028?<>,:\""
                    .EnumerateRunes()
                    .Select(rune => rune.ToString())
                    .ToArray()
            )
            .ArrayOf()
            .Select(string.Concat)
            .ToArbitrary();

    [Fact]
    public void Words_come_back_as_they_were_and_every_line_can_be_carried() =>
        Prop.ForAll(
                AnyWords,
                AnyWords,
                (subject, words) =>
                {
                    var mail = SomeMail.To("ana@clinic.example") with
                    {
                        Subject = subject,
                        Text = words,
                        Html = words,
                    };
                    var message = MailMessage.Write(mail, Sender, NodaConstants.UnixEpoch);
                    var back = StoredMail.Parse("x", message)!;
                    var lines = words.ReplaceLineEndings("\n");

                    return string.Equals(back.Text, lines, StringComparison.Ordinal)
                        && string.Equals(back.Html, lines, StringComparison.Ordinal)
                        && message
                            .Split("\r\n")
                            .All(line =>
                                line.Length <= 78 && line.All(c => c is '\t' or (>= ' ' and <= '~'))
                            );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_subject_comes_back_without_what_could_break_a_header() =>
        Prop.ForAll(
                AnyWords,
                words =>
                {
                    var safe = string.Concat(words.Select(c => char.IsControl(c) || c is '\u2028' ? ' ' : c))
                        .Trim();
                    var header = HeaderWords.Encode(words).Replace("\r\n ", " ", StringComparison.Ordinal);
                    return string.Equals(HeaderWords.Decode(header), safe, StringComparison.Ordinal)
                        && !header.Contains('\n', StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Your week: 3 of 4, well done!", "Your week: 3 of 4, well done!")]
    [InlineData("Ana’s week", "=?UTF-8?B?QW5h4oCZcyB3ZWVr?=")]
    [InlineData("=?UTF-8?B?QW5h?=", "=?UTF-8?B?PT9VVEYtOD9CP1FXNWg/PQ==?=")]
    public void Plain_subjects_stay_readable_and_others_are_encoded(string subject, string header) =>
        Assert.Equal(header, HeaderWords.Encode(subject));

    [Fact]
    public void A_name_with_a_comma_is_still_one_name() =>
        Assert.StartsWith("=?UTF-8?B?", HeaderWords.EncodeName("Clinic, North"), StringComparison.Ordinal);

    [Fact]
    public async Task A_certificate_authority_that_is_none_is_told_at_the_start()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "authority.pem");
        var options = new SmtpOptions
        {
            Host = "smtp.clinic.example",
            From = "checkin@clinic.example",
            CertificateAuthority = file,
        };

        foreach (
            var wrong in (string[])
                ["", "not PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
        )
        {
            await File.WriteAllTextAsync(file, wrong, TestContext.Current.CancellationToken);
            Assert.StartsWith(
                "Mail:CertificateAuthority",
                Assert.Single(options.Mistakes()),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Settings_are_told_all_their_mistakes_and_no_secret()
    {
        var wrong = new SmtpOptions
        {
            Port = 0,
            User = "u",
            Security = SmtpSecurity.None,
            TimeoutSeconds = 0,
            CertificateAuthority = "/nowhere",
        };
        var right = new SmtpOptions
        {
            Host = "smtp.clinic.example",
            From = "checkin@clinic.example",
            User = "u",
            Password = "secret",
        };

        Assert.Equal(7, wrong.Mistakes().Count());
        Assert.Empty(right.Mistakes());
        Assert.DoesNotContain("secret", right.ToString(), StringComparison.Ordinal);
        Assert.True(EmailAddress.TryParse(right.From, out var from) && right.Sender().Address == from);
    }
}
