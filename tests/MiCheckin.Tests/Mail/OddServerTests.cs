using System.Net;
using System.Net.Sockets;
using System.Text;
using MiCheckin.Functions.Mail;
using MiCheckin.Tests.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Mail;

/// <summary>Servers that no good mail server is: each says its lines, one for each line it hears, and then falls silent.</summary>
public sealed class OddServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("99 too short a code")]
    [InlineData("999 too high a code")]
    [InlineData("")]
    public async Task What_is_no_mail_server_is_tried_again_later(string greeting)
    {
        var (outcome, heard) = await SendToAsync(SmtpSecurity.None, [greeting]);

        Assert.Equal(new MailOutcome.TryLater("the connection broke after connecting"), outcome);
        Assert.Empty(heard);
    }

    [Fact]
    public async Task A_reply_or_a_line_without_end_is_not_read_for_ever()
    {
        var lines = string.Concat(Enumerable.Repeat("220-more\r\n", 200));
        Assert.IsType<MailOutcome.TryLater>((await SendToAsync(SmtpSecurity.None, [lines])).Outcome);
        Assert.IsType<MailOutcome.TryLater>(
            (await SendToAsync(SmtpSecurity.None, [new string('2', 9_000)])).Outcome
        );
    }

    [Fact]
    public async Task Words_slipped_in_before_TLS_are_not_taken_for_the_servers()
    {
        var (outcome, heard) = await SendToAsync(
            SmtpSecurity.StartTls,
            ["220 hello", "250-odd\r\n250 STARTTLS", "220 go on\r\n250-odd\r\n250 AUTH PLAIN"]
        );

        Assert.IsType<MailOutcome.TryLater>(outcome);
        Assert.Equal("EHLO STARTTLS", string.Join(' ', heard.Select(line => line.Split(' ')[0])));
    }

    [Fact]
    public async Task A_busy_server_is_tried_again_later_and_one_without_our_sign_in_is_our_set_up()
    {
        Assert.Equal(
            new MailOutcome.TryLater("greeting: 421"),
            (await SendToAsync(SmtpSecurity.None, ["421 busy, ana@clinic.example"])).Outcome
        );
        Assert.IsType<MailOutcome.OurSetUp>(
            (
                await SendToAsync(SmtpSecurity.None, ["220 hello", "250-odd\r\n250 AUTH GSSAPI"], user: "u")
            ).Outcome
        );
        Assert.Equal(
            new MailOutcome.OurSetUp("MAIL: 530 5.7.0"),
            (await SendToAsync(SmtpSecurity.None, ["220 hello", "250 odd", "530 5.7.0 sign in"])).Outcome
        );
    }

    [Fact]
    public async Task A_dot_in_the_words_ends_nothing()
    {
        var (outcome, heard) = await SendToAsync(
            SmtpSecurity.None,
            ["220 hello", "250 odd", "250 ok", "250 ok", "354 go on"],
            words: "one\n.\nRCPT TO:<eve@evil.example>\n.two"
        );

        Assert.IsType<MailOutcome.Unknown>(outcome);
        Assert.Single(heard, line => line is ".");
        Assert.Equal(".", heard[^1]);
        Assert.Contains("..", heard, StringComparer.Ordinal);
        Assert.Contains("..two", heard, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_is_not_finished_is_none()
    {
        var (outcome, heard) = await SendToAsync(
            SmtpSecurity.None,
            ["220 hello", "250-odd\r\n250 AUTH PLAIN", "334 say it again", "250 ok"],
            user: "u"
        );

        Assert.Equal(new MailOutcome.OurSetUp("AUTH: 334"), outcome);
        Assert.DoesNotContain(heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("250 ok, go on")]
    [InlineData("354go on")]
    public async Task Words_are_said_only_to_a_server_that_asks_for_them(string data)
    {
        var (_, heard) = await SendToAsync(
            SmtpSecurity.None,
            ["220 hello", "250 odd", "250 ok", "250 ok", data, "250 ok"],
            words: "nobody else's business"
        );

        var asked = data.StartsWith("354", StringComparison.Ordinal);
        Assert.Equal(asked, heard.Any(line => line.Contains("nobody", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 50_000)]
    public async Task A_mail_that_was_taken_does_not_wait_for_a_server_that_never_says_goodbye()
    {
        var (outcome, heard) = await SendToAsync(
            SmtpSecurity.None,
            ["220 hello", "250 odd", "250 ok", "250 ok", "354 go on", "250 taken"],
            hang: true
        );

        Assert.IsType<MailOutcome.Sent>(outcome);
        Assert.Equal("QUIT", heard[^1]);
    }

    [Fact]
    public async Task A_silent_server_is_given_up()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var options = Options(listener, SmtpSecurity.None) with { TimeoutSeconds = 1 };

        var outcome = await Create(options).SendAsync(SomeMail.To("ana@clinic.example"), Token);

        Assert.Equal(new MailOutcome.TryLater("no answer in time after connecting"), outcome);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again_later()
    {
        using var nobody = Ports.Refusing(out var port);

        var outcome = await Create(Options(port, SmtpSecurity.None))
            .SendAsync(SomeMail.To("ana@clinic.example"), Token);

        Assert.Equal(new MailOutcome.TryLater("ConnectionRefused after connecting"), outcome);
    }

    private static async Task<(MailOutcome Outcome, IReadOnlyList<string> Heard)> SendToAsync(
        SmtpSecurity security,
        string[] says,
        string? user = null,
        string words = "hello",
        bool hang = false
    )
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var options = Options(listener, security) with { User = user, Password = user };
        var sending = Create(options)
            .SendAsync(SomeMail.To("ana@clinic.example") with { Text = words, Html = "" }, Token);

        using var client = await listener.AcceptTcpClientAsync(Token);
        var heard = await PlayAsync(client.GetStream(), says);

        if (!hang)
        {
            client.Close();
        }

        return (await sending, heard);
    }

    private static async Task<IReadOnlyList<string>> PlayAsync(NetworkStream stream, string[] says)
    {
        var heard = new List<string>();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);

        try
        {
            foreach (var line in says)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), Token);

                do
                {
                    if (await reader.ReadLineAsync(Token) is not { } answer)
                    {
                        return heard;
                    }

                    heard.Add(answer);
                } while (line.StartsWith("354", StringComparison.Ordinal) && heard[^1] is not ".");
            }
        }
        catch (IOException)
        {
            // The mailer hung up on what it was told.
        }

        return heard;
    }

    private static SmtpOptions Options(TcpListener listener, SmtpSecurity security) =>
        Options(((IPEndPoint)listener.LocalEndpoint).Port, security);

    private static SmtpOptions Options(int port, SmtpSecurity security) =>
        new()
        {
            Host = "127.0.0.1",
            Port = port,
            Security = security,
            From = "checkin@clinic.example",
        };

    private static SmtpMailer Create(SmtpOptions options) =>
        new(options, new MovableClock(NodaConstants.UnixEpoch), NullLogger<SmtpMailer>.Instance);
}
