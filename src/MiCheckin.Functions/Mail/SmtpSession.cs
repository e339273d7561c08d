using System.Text;

namespace MiCheckin.Functions.Mail;

/// <summary>What is said to a mail server about one mail, step by step; each step ends well or with an outcome.</summary>
internal sealed class SmtpSession(SmtpConversation server, SmtpOptions options, Progress progress)
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    /// <summary>Up to the point where the server would take mail from us.</summary>
    public async Task<MailOutcome?> GreetAsync(CancellationToken cancellationToken)
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

        return options.Security == SmtpSecurity.StartTls
            ? await SecureAsync(hello, cancellationToken)
            : await SignInAsync(hello, cancellationToken);
    }

    private async Task<MailOutcome?> SecureAsync(SmtpReply hello, CancellationToken cancellationToken)
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
        var again = await server.AskAsync($"EHLO {server.OwnName}", cancellationToken);
        return progress.Went("EHLO", again)
            ? await SignInAsync(again, cancellationToken)
            : progress.Refusal();
    }

    private async Task<MailOutcome?> SignInAsync(SmtpReply hello, CancellationToken cancellationToken)
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
            return SignedIn(plain) ? null : progress.Refusal();
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

        return SignedIn(answer) ? null : progress.Refusal();
    }

    /// <summary>A server that asks on (334) has let nobody in.</summary>
    private bool SignedIn(SmtpReply answer) => progress.Went("AUTH", answer) && answer.Code < 300;

    /// <summary>Sender, receiver, message. From its last line on the server may have it.</summary>
    public async Task<MailOutcome?> HandOverAsync(
        MailSender sender,
        OutgoingMail mail,
        Instant at,
        CancellationToken cancellationToken
    )
    {
        var from = $"MAIL FROM:<{sender.Address.Reveal()}>";
        var to = $"RCPT TO:<{mail.To.Reveal()}>";

        if (
            !progress.Went("MAIL", await server.AskAsync(from, cancellationToken))
            || !progress.Went("RCPT", await server.AskAsync(to, cancellationToken))
            || !progress.Went("DATA", await server.AskAsync("DATA", cancellationToken))
        )
        {
            return progress.Refusal();
        }

        if (!progress.IsAskedOn)
        {
            throw new IOException("The server does not ask for the message.");
        }

        var message = MailMessage.Write(mail, sender, at);
        progress.MayHaveBeenTaken = true;
        await server.WriteAsync(StuffDots(message) + ".\r\n", cancellationToken);
        var taken = progress.Went("message", await server.HearAsync(cancellationToken));
        return taken ? null : progress.Refusal();
    }

    /// <summary>The mail is the server's already; how it says goodbye changes nothing, and is not waited for long.</summary>
    public async Task TakeLeaveAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Goodbye, TimeProvider.System);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);

        try
        {
            await server.AskAsync("QUIT", both.Token);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException) { }
    }

    /// <summary>A line that begins with a dot gets another, so that none ends the message early (RFC 5321, 4.5.2).</summary>
    private static string StuffDots(string message) =>
        (message.StartsWith('.') ? "." : "") + message.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
