using System.Globalization;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Digests;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Safety;

/// <summary>Words a page: the mail holds what the person wrote, the text to a phone says only that somebody must look.</summary>
internal sealed class PageWriter(ParticipantStore people, AckTokens tokens, Links links)
{
    private const string OnPhone =
        "MiCheckin: a participant needs you to look now. Please open your e-mail or sign in.";

    private static readonly Duration TextGoodFor = Duration.FromHours(1);

    public async Task<OutgoingMail> MailAsync(
        StoredAlert alert,
        LadderContact contact,
        int step,
        CancellationToken cancellationToken
    )
    {
        var token = await tokens.MintAsync(
            alert.Person,
            alert.Alert.Key,
            contact.Email.Reveal(),
            cancellationToken
        );
        var person = await people.FindAsync(alert.Person, cancellationToken);
        var words = person is null ? null : await WordsAsync(alert, cancellationToken);
        var name = person is null ? "Somebody who is not enrolled" : DigestWords.Name(person.Profile.Name);
        var kind = alert.IsRisk ? MailKind.RiskAlert : MailKind.Notice;
        var subject = alert.IsRisk
            ? "Please look now: a participant may be in danger"
            : "A participant asked to hear from you";
        var page = new Page(alert, name, words, subject, links.Acknowledge(token));
        return new OutgoingMail(contact.Email, subject, Html(page), Text(page), kind, KeyOf(alert, step));
    }

    public static TextRequest TextTo(PhoneNumber phone, StoredAlert alert, int step) =>
        new(MessageId.Parse(KeyOf(alert, step)), phone, new MessageText(OnPhone), TextGoodFor);

    /// <summary>The same for every try of one step, so that a page sent twice is recognised. It holds no key of ours that says more.</summary>
    public static string KeyOf(StoredAlert alert, int step) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"page-{Fingerprint.Of(PeopleKeys.AlertRow(alert.Person, alert.Alert.Key))}-{step}"
        );

    private async Task<string?> WordsAsync(StoredAlert alert, CancellationToken cancellationToken)
    {
        var inbox = await people.InboxAsync(alert.Person, cancellationToken);
        var reply = inbox.FirstOrDefault(r =>
            string.Equals(r.MessageSid, alert.Alert.ReplyId, StringComparison.Ordinal)
        );
        return reply is null ? null : Quote.Clean(reply.Words.Reveal());
    }

    private static string Html(Page page)
    {
        var html = MailPage.Begin(page.Subject);
        html.Add($"<p><strong><bdi>{page.Name}</bdi></strong>: {page.What}</p>\n");

        if (page.Words is { } words)
        {
            html.Add($"<p>They wrote:</p>\n");
            MailPage.Quote(html, words, null);
        }

        html.Add($"<p>{page.Duty}</p>\n");
        MailPage.Button(html, page.Acknowledge, "I have this in hand");
        html.Add($"<p class=\"small\" style=\"font-size:14px;color:#4a4a4a\">{Page.About}</p>\n");
        return MailPage.End(html);
    }

    private static string Text(Page page) =>
        $"""
            {page.Name}: {page.What}
            {(page.Words is { } words ? $"\nThey wrote:\n  “{words}”\n" : "")}
            {page.Duty}

            I have this in hand: {page.Acknowledge.AbsoluteUri}

            {Page.About}

            """.ReplaceLineEndings("\n");

    private sealed record Page(StoredAlert Alert, string Name, string? Words, string Subject, Uri Acknowledge)
    {
        public const string About =
            "The link works once, for 24 hours, without signing in. It tells the others that you are looking after "
            + "this; it does not end the alert. Please do not forward this mail.";

        public string What => AlertSentences.Of(Alert.Alert);

        public string Duty =>
            Alert.Alert.Reason == AlertReason.Risk
                ? "Automated check-ins to this person are on hold until a person clears the alert on the console. "
                    + "Until somebody takes it in hand, the next contact is told every 15 minutes."
                : "Please get in touch with them when you can.";
    }
}
