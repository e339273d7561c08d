using MiCheckin.Functions.Mail;
using MiCheckin.Tests.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Mail;

public sealed class SmtpMailerTests : MailerContract
{
    private static readonly MovableClock Clock = new(Instant.FromUtc(2026, 11, 21, 9, 0));
    private SmtpServer? _server;

    public override async ValueTask InitializeAsync()
    {
        _server = await SmtpServer.StartAsync(Token);
        Mailer = _server is null ? null : Create(_server.Options);
    }

    public override ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Words_travel_under_TLS_only_in_lines_that_every_server_carries()
    {
        if (_server is null)
        {
            return;
        }

        await Mailer!.SendAsync(SomeMail.To("ana@clinic.example"), Token);

        var (to, secure, message) = await _server.ReceivedAsync(Token);
        Assert.Equal(("ana@clinic.example", true), (to, secure));
        Assert.All(message.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.DoesNotContain('\n', message.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains("\r\nDate: Sat, 21 Nov 2026 09:00:00 +0000\r\n", message, StringComparison.Ordinal);
        Assert.Contains("From: =?UTF-8?B?", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "PLAIN")]
    [InlineData(true, "LOGIN")]
    [InlineData(false, "LOGIN")]
    public async Task TLS_from_the_first_byte_and_the_older_sign_in_work_too(bool tls, string authMethod)
    {
        await using var server = await SmtpServer.StartAsync(Token, secure: tls, authMethod: authMethod);

        if (server is null)
        {
            return;
        }

        var options = server.Options with { Security = tls ? SmtpSecurity.Tls : SmtpSecurity.StartTls };

        Assert.IsType<MailOutcome.Sent>(
            await Create(options).SendAsync(SomeMail.To("ana@clinic.example"), Token)
        );
        Assert.True((await server.ReceivedAsync(Token)).Secure);
    }

    [Theory]
    [InlineData("nobody@clinic.example", typeof(MailOutcome.Refused), "RCPT: 550 5.1.1")]
    [InlineData("full@clinic.example", typeof(MailOutcome.TryLater), "RCPT: 452 4.2.2")]
    [InlineData("spam@clinic.example", typeof(MailOutcome.Refused), "message: 554 5.7.1")]
    [InlineData("silence@clinic.example", typeof(MailOutcome.Unknown), "the connection broke")]
    public async Task A_refusal_says_whether_to_try_again_and_repeats_no_address(
        string to,
        Type outcome,
        string why
    )
    {
        if (Mailer is null)
        {
            return;
        }

        var ended = await Mailer.SendAsync(SomeMail.To(to), Token);

        Assert.IsType(outcome, ended);
        Assert.Contains(why, ended.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("clinic.example", ended.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_our_set_up()
    {
        if (_server is null)
        {
            return;
        }

        var ended = await Create(_server.Options with { Password = "wrong" })
            .SendAsync(SomeMail.To("ana@clinic.example"), Token);

        Assert.Equal(new MailOutcome.OurSetUp("AUTH: 535 5.7.8"), ended);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        if (_server is null)
        {
            return;
        }

        var ended = await Create(_server.Options with { CertificateAuthority = null })
            .SendAsync(SomeMail.To("ana@clinic.example"), Token);

        Assert.IsType<MailOutcome.OurSetUp>(ended);
    }

    [Fact]
    public async Task Without_TLS_nothing_is_said()
    {
        await using var server = await SmtpServer.StartAsync(Token, hideStartTls: true);

        if (server is null)
        {
            return;
        }

        var ended = await Create(server.Options).SendAsync(SomeMail.To("ana@clinic.example"), Token);

        Assert.IsType<MailOutcome.OurSetUp>(ended);
        Assert.Contains("STARTTLS", ended.Sentence, StringComparison.Ordinal);
    }

    private protected override async Task<StoredMail> ArrivedAsync()
    {
        var (_, _, message) = await _server!.ReceivedAsync(Token);
        return StoredMail.Parse("arrived", message)
            ?? throw new InvalidOperationException("Not a mail of ours.");
    }

    private static SmtpMailer Create(SmtpOptions options) =>
        new(options, Clock, NullLogger<SmtpMailer>.Instance);
}
