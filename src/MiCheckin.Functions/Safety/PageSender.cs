using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Outbound;

namespace MiCheckin.Functions.Safety;

/// <summary>Hands pages to the mail server and to the text provider, and says in the log how each ended.</summary>
internal sealed partial class PageSender(IMailer mailer, ITextProvider texts, ILogger<PageSender> logger)
{
    public async Task<MailOutcome> MailAsync(
        StoredAlert alert,
        OutgoingMail mail,
        CancellationToken cancellationToken
    )
    {
        var outcome = await mailer.SendAsync(mail, cancellationToken);

        if (outcome is MailOutcome.Sent)
        {
            Log.Paged(logger, alert.Person.Value, mail.IdempotencyKey);
        }
        else
        {
            Log.NotPaged(logger, alert.Person.Value, mail.IdempotencyKey, outcome.Sentence);
        }

        return outcome;
    }

    /// <summary>Texts the coach's phone, if there is one. Returns the step when it need not be texted again.</summary>
    public async Task<int?> TextAsync(
        StoredAlert alert,
        LadderContact contact,
        int step,
        CancellationToken cancellationToken
    )
    {
        if (contact.Phone is not { } phone || !alert.IsRisk || step < alert.TextedSteps)
        {
            return null;
        }

        var outcome = await texts.SendAsync(PageWriter.TextTo(phone, alert, step), cancellationToken);
        Log.Texted(logger, alert.Person.Value, step, outcome.Sentence);
        return outcome is SendOutcome.Busy or SendOutcome.NotReached ? null : step;
    }

    private static partial class Log
    {
        [LoggerMessage(3501, LogLevel.Warning, "A risk alert about {Participant} was mailed as {Key}.")]
        public static partial void Paged(ILogger logger, string participant, string key);

        [LoggerMessage(
            3502,
            LogLevel.Error,
            "The alert about {Participant} was not mailed as {Key}: {Sentence}"
        )]
        public static partial void NotPaged(ILogger logger, string participant, string key, string sentence);

        [LoggerMessage(
            3503,
            LogLevel.Information,
            "A coach was texted about {Participant}, step {Step}: {Sentence}"
        )]
        public static partial void Texted(ILogger logger, string participant, int step, string sentence);
    }
}
