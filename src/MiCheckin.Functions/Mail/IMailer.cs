using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Mail;

/// <summary>Whoever carries mail to coaches and admins: an SMTP server, or a folder of files.</summary>
internal interface IMailer
{
    /// <summary>
    /// Hands over one mail. Safe to repeat: the same <see cref="OutgoingMail.IdempotencyKey"/> gives the same
    /// Message-ID, by which mail programs show a repeated mail once.
    /// </summary>
    Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>What a mail is about.</summary>
internal enum MailKind
{
    Digest,
    RiskAlert,
    AdminPage,
    Notice,
}

/// <summary>One mail in both forms. It may hold participants' words, so printing it shows none of them.</summary>
internal sealed record OutgoingMail(
    EmailAddress To,
    string Subject,
    string Html,
    string Text,
    MailKind Kind,
    string IdempotencyKey
)
{
    public override string ToString() => $"{Kind} {IdempotencyKey} to {To}";
}

/// <summary>How handing over a mail ended, with a <see cref="Sentence"/> for the admin.</summary>
internal abstract record MailOutcome
{
    private MailOutcome() { }

    public abstract string Sentence { get; }

    public sealed record Sent(string MessageId) : MailOutcome
    {
        public override string Sentence => "The mail was handed to the mail server.";
    }

    /// <summary>Surely not taken, and it may pass. Try again.</summary>
    public sealed record TryLater(string Why) : MailOutcome
    {
        public override string Sentence =>
            $"The mail server could not take the mail now ({Why}). It will be tried again.";
    }

    /// <summary>Perhaps taken. Trying again costs at most a duplicate, which Message-ID reveals.</summary>
    public sealed record Unknown(string Why) : MailOutcome
    {
        public override string Sentence =>
            $"The mail server did not say whether it took the mail ({Why}). It will be tried again and may arrive twice.";
    }

    /// <summary>This mail or its address is refused for good.</summary>
    public sealed record Refused(string Why) : MailOutcome
    {
        public override string Sentence =>
            $"The mail server refused the mail ({Why}). Check the coach's address.";
    }

    /// <summary>No mail can be sent with these settings.</summary>
    public sealed record OurSetUp(string Why) : MailOutcome
    {
        public override string Sentence =>
            $"Mail is not set up correctly ({Why}). An administrator must mend it.";
    }
}
