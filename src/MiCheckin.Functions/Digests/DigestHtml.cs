using MiCheckin.Core.Digests;
using MiCheckin.Functions.Mail;

namespace MiCheckin.Functions.Digests;

/// <summary>
/// The digest as a mail: one narrow column, styles inline (mail programs drop sheets), nothing loaded from elsewhere,
/// dark text on white at 7:1 or better and its opposite where the reader's screen is dark.
/// </summary>
internal static class DigestHtml
{
    public static string Render(Digest digest, Links links)
    {
        var html = MailPage.Begin(DigestWords.Subject(digest));
        html.Add($"<p>Hello {Quote.Clean(digest.Coach.Reveal())},</p>\n");
        html.Add($"<p>{DigestWords.Opening(digest)}</p>\n");

        if (digest.Alerts.Count > 0)
        {
            MailPage.Heading(html, DigestWords.AlertsHeading);
            foreach (var alert in digest.Alerts)
            {
                Alert(html, alert, digest.Week);
            }

            html.Add(
                $"<p><a class=\"link\" href=\"{links.Alerts}\" style=\"color:#0b4a8f\">All alerts</a></p>\n"
            );
        }

        if (digest.Attention.Count > 0)
        {
            MailPage.Heading(html, DigestWords.AttentionHeading);
            foreach (var card in digest.Attention)
            {
                Card(html, card, digest.Week, links);
            }
        }

        Quiet(html, digest);
        html.Add(
            $"<p class=\"small\" style=\"margin-top:32px;font-size:14px;color:#4a4a4a\">{DigestWords.About}</p>\n"
        );
        return MailPage.End(html);
    }

    private static void Quiet(HtmlText html, Digest digest)
    {
        if (digest.Quiet.Count == 0)
        {
            return;
        }

        MailPage.Heading(html, DigestWords.QuietHeading);
        html.Add($"<ul style=\"margin:0;padding-left:20px\">\n");
        foreach (var quiet in digest.Quiet)
        {
            html.Add($"<li><bdi>{DigestWords.Name(quiet.Name)}</bdi>: {quiet.Standing}, {quiet.Week}</li>\n");
        }

        html.Add($"</ul>\n");
    }

    private static void Alert(HtmlText html, DigestAlert alert, DigestWeek week)
    {
        html.Add(
            $"<div class=\"alert\" style=\"margin:0 0 16px;padding:12px;border-left:6px solid #a11212;background:#fdeeee;color:#1a1a1a\">\n"
        );
        html.Add(
            $"<p style=\"margin:0 0 4px\"><strong><bdi>{DigestWords.Name(alert.Name)}</bdi></strong>: {alert.What}</p>\n"
        );
        html.Add($"<p style=\"margin:0\">{DigestWords.AlertStatus(alert, week)}</p>\n");

        if (alert.Words is { } words)
        {
            MailPage.Quote(html, words.Words.Reveal(), null);
        }

        html.Add($"</div>\n");
    }

    private static void Why(HtmlText html, DigestCard card)
    {
        html.Add($"<ul style=\"margin:0 0 8px;padding-left:20px\">\n");
        foreach (var reason in card.Reasons)
        {
            html.Add($"<li><strong>{reason.Sentence}</strong>");
            if (reason.Words is { } words)
            {
                html.Add($" “<bdi>{words.Words.Reveal()}</bdi>”");
            }

            html.Add($"</li>\n");
        }
    }

    private static void Card(HtmlText html, DigestCard card, DigestWeek week, Links links)
    {
        html.Add(
            $"<div class=\"card\" style=\"margin:0 0 20px;padding:12px;border:1px solid #767676;border-radius:6px\">\n"
        );
        html.Add(
            $"<h3 style=\"margin:0 0 8px;font-size:18px\"><a class=\"link\" href=\"{links.Person(card.Person)}\" style=\"color:#0b4a8f\"><bdi>{DigestWords.Name(card.Name)}</bdi></a></h3>\n"
        );
        Why(html, card);
        html.Add($"</ul>\n<p style=\"margin:0 0 8px\">{card.Standing}</p>\n");
        foreach (var change in card.Changes)
        {
            html.Add($"<p style=\"margin:0 0 8px\">{change}</p>\n");
        }

        foreach (var trend in card.Rulers)
        {
            html.Add(
                $"<p style=\"margin:0 0 8px\">{DigestWords.Trend(trend)} <span aria-hidden=\"true\">{trend.Sparkline}</span></p>\n"
            );
        }

        foreach (var quote in card.Quotes)
        {
            MailPage.Quote(html, quote.Words.Reveal(), StageWords.Date(week.DateOf(quote.At)));
        }

        if (card.Question is { } question)
        {
            html.Add($"<p style=\"margin:8px 0 0\">{DigestWords.QuestionLead} <em>{question}</em></p>\n");
        }

        html.Add($"</div>\n");
    }
}
