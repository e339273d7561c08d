using System.Text;

namespace MiCheckin.Functions.Mail;

/// <summary>What is said to a mail server about one mail, step by step; each step ends well or with an outcome.</summary>
internal sealed class SmtpSession(SmtpConversation server, SmtpOptions options, Progress progress)
{
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

        return await SignInAsync(hello, cancellationToken);
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

        var message = MailMessage.Write(mail, sender, at);
        progress.MayHaveBeenTaken = true;
        await server.WriteAsync(StuffDots(message) + ".\r\n", cancellationToken);
        var taken = progress.Went("message", await server.HearAsync(cancellationToken));
        return taken ? null : progress.Refusal();
    }

    /// <summary>The mail is the server's already; how it says goodbye changes nothing.</summary>
    public async Task TakeLeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await server.AskAsync("QUIT", cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException) { }
    }

    /// <summary>A line that begins with a dot gets another, so that none ends the message early (RFC 5321, 4.5.2).</summary>
    private static string StuffDots(string message) =>
        (message.StartsWith('.') ? "." : "") + message.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
