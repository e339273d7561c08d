using MiCheckin.Functions.Mail;

namespace MiCheckin.Tests.Mail;

/// <summary>What every mailer promises. Each implementation runs all of it.</summary>
public abstract class MailerContract : IAsyncLifetime
{
    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Null where this machine lacks what it needs; the output says so.</summary>
    private protected IMailer? Mailer { get; set; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task A_mail_arrives_whole()
    {
        if (Mailer is null)
        {
            return;
        }

        var mail = SomeMail.To("ana@clinic.example");
        var sent = Assert.IsType<MailOutcome.Sent>(await Mailer.SendAsync(mail, Token));

        var arrived = await ArrivedAsync();
        Assert.Equal(("ana@clinic.example", SomeMail.Subject), (arrived.To, arrived.Subject));
        Assert.Equal((mail.Text, mail.Html), (arrived.Text, arrived.Html));
        Assert.Equal(MailKind.Digest, arrived.Kind);
        Assert.EndsWith("@clinic.example>", sent.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_mail_again_has_the_same_name_and_another_has_another()
    {
        if (Mailer is null)
        {
            return;
        }

        var first = await Mailer.SendAsync(SomeMail.To("ana@clinic.example"), Token);
        var again = await Mailer.SendAsync(SomeMail.To("ana@clinic.example"), Token);
        var other = await Mailer.SendAsync(SomeMail.To("ana@clinic.example", key: "another"), Token);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task A_subject_can_add_no_header()
    {
        if (Mailer is null)
        {
            return;
        }

        var mail = SomeMail.To("ana@clinic.example") with
        {
            Subject = "hello\r\nBcc: eve@evil.example\r\n\r\nbody",
        };
        Assert.IsType<MailOutcome.Sent>(await Mailer.SendAsync(mail, Token));

        var arrived = await ArrivedAsync();
        Assert.Equal("hello  Bcc: eve@evil.example    body", arrived.Subject);
        Assert.Equal(mail.Text, arrived.Text);
    }

    private protected abstract Task<StoredMail> ArrivedAsync();
}
