using System.Net.Sockets;
using System.Security.Authentication;

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

        var session = new SmtpSession(server, options, progress);
        var failed =
            await session.GreetAsync(cancellationToken)
            ?? await session.HandOverAsync(_sender, mail, clock.GetCurrentInstant(), cancellationToken);

        if (failed is not null)
        {
            return failed;
        }

        await session.TakeLeaveAsync(cancellationToken);
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
