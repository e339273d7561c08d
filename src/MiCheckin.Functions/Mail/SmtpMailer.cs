using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace MiCheckin.Functions.Mail;

/// <summary>Mail through an SMTP server (RFC 5321), one connection for each mail.</summary>
internal sealed partial class SmtpMailer(SmtpOptions options, IClock clock, ILogger<SmtpMailer> logger)
    : IMailer
{
    private readonly MailSender _sender = options.Sender();

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var progress = new Progress();
        var outcome = await TryAsync(mail, progress, cancellationToken);
        Log.Sent(logger, mail.Kind, outcome.GetType().Name, progress.Step, progress.Reply);
        return outcome;
    }

    private async Task<MailOutcome> TryAsync(
        OutgoingMail mail,
        Progress progress,
        CancellationToken cancellationToken
    )
    {
        using var patience = new CancellationTokenSource(
            TimeSpan.FromSeconds(options.TimeoutSeconds),
            TimeProvider.System
        );
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);

        try
        {
            return await ConverseAsync(mail, progress, both.Token);
        }
        catch (OperationCanceledException)
        {
            return progress.Doubt("no answer in time");
        }
        catch (SocketException failure)
        {
            return progress.Doubt(failure.SocketErrorCode.ToString());
        }
        catch (AuthenticationException)
        {
            return new MailOutcome.OurSetUp(
                "the server's certificate is not trusted, or it is not the server"
            );
        }
        catch (IOException)
        {
            return progress.Doubt("the connection broke");
        }
    }

    private async Task<MailOutcome> ConverseAsync(
        OutgoingMail mail,
        Progress progress,
        CancellationToken cancellationToken
    )
    {
        var client = new TcpClient();
        await using var server = await ConnectAsync(client, cancellationToken);

        if (await GreetAsync(server, progress, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (await HandOverAsync(server, mail, progress, cancellationToken) is { } failed)
        {
            return failed;
        }

        await TakeLeaveAsync(server, cancellationToken);
        return new MailOutcome.Sent(MailMessage.IdOf(mail, _sender));
    }

    private async Task<SmtpConversation> ConnectAsync(TcpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.ConnectAsync(options.Host, options.Port, cancellationToken);
            return new SmtpConversation(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Up to the point where the server would take mail from us.</summary>
    private async Task<MailOutcome?> GreetAsync(
        SmtpConversation server,
        Progress progress,
        CancellationToken cancellationToken
    )
    {
        if (options.Security == SmtpSecurity.Tls)
        {
            await server.SecureAsync(options.Host, options.CertificateAuthority, cancellationToken);
        }

        if (!progress.Went("greeting", await server.HearAsync(cancellationToken)))
        {
            return progress.Refusal();
        }

        var hello = await server.AskAsync($"EHLO {server.OwnName}", cancellationToken);

        if (!progress.Went("EHLO", hello))
        {
            return progress.Refusal();
        }

        if (options.Security == SmtpSecurity.StartTls)
        {
            if (hello.Offer("STARTTLS") is null)
            {
                return new MailOutcome.OurSetUp(
                    "the server offers no STARTTLS, and mail must not go in the clear"
                );
            }

            if (!progress.Went("STARTTLS", await server.AskAsync("STARTTLS", cancellationToken)))
            {
                return progress.Refusal();
            }

            await server.SecureAsync(options.Host, options.CertificateAuthority, cancellationToken);
            hello = await server.AskAsync($"EHLO {server.OwnName}", cancellationToken);
        }

        return await SignInAsync(server, hello, progress, cancellationToken);
    }

    private async Task<MailOutcome?> SignInAsync(
        SmtpConversation server,
        SmtpReply hello,
        Progress progress,
        CancellationToken cancellationToken
    )
    {
        if (options is not { User: { } user, Password: { } password })
        {
            return null;
        }

        var ways = hello.Offer("AUTH") ?? [];

        if (ways.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            var plain = await server.AskAsync(
                $"AUTH PLAIN {Base64($"\0{user}\0{password}")}",
                cancellationToken
            );
            return progress.Went("AUTH", plain) ? null : progress.Refusal();
        }

        if (!ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            return new MailOutcome.OurSetUp("the server offers neither AUTH PLAIN nor AUTH LOGIN");
        }

        var answer = await server.AskAsync("AUTH LOGIN", cancellationToken);

        foreach (var secret in new[] { user, password })
        {
            if (answer.Code == 334)
            {
                answer = await server.AskAsync(Base64(secret), cancellationToken);
            }
        }

        return progress.Went("AUTH", answer) ? null : progress.Refusal();
    }

    private async Task<MailOutcome?> HandOverAsync(
        SmtpConversation server,
        OutgoingMail mail,
        Progress progress,
        CancellationToken cancellationToken
    )
    {
        var from = $"MAIL FROM:<{_sender.Address.Reveal()}>";
        var to = $"RCPT TO:<{mail.To.Reveal()}>";

        if (
            !progress.Went("MAIL", await server.AskAsync(from, cancellationToken))
            || !progress.Went("RCPT", await server.AskAsync(to, cancellationToken))
            || !progress.Went("DATA", await server.AskAsync("DATA", cancellationToken))
        )
        {
            return progress.Refusal();
        }

        var message = MailMessage.Write(mail, _sender, clock.GetCurrentInstant());
        progress.MayHaveBeenTaken = true;
        await server.WriteAsync(StuffDots(message) + ".\r\n", cancellationToken);
        var taken = progress.Went("message", await server.HearAsync(cancellationToken));
        return taken ? null : progress.Refusal();
    }

    /// <summary>The mail is the server's already; how it says goodbye changes nothing.</summary>
    private static async Task TakeLeaveAsync(SmtpConversation server, CancellationToken cancellationToken)
    {
        try
        {
            await server.AskAsync("QUIT", cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException) { }
    }

    /// <summary>A line that begins with a dot gets another, so that none ends the message early (RFC 5321, 4.5.2).</summary>
    internal static string StuffDots(string message) =>
        (message.StartsWith('.') ? "." : "") + message.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static partial class Log
    {
        [LoggerMessage(
            2500,
            LogLevel.Information,
            "Mail {Kind}: {Outcome} after {Step}, which the server answered with {Reply}"
        )]
        public static partial void Sent(
            ILogger logger,
            MailKind kind,
            string outcome,
            string step,
            string reply
        );
    }
}
