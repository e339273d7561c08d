using System.Globalization;
using System.Text;
using MiCheckin.Core.Digests;

namespace MiCheckin.Functions.Digests;

/// <summary>The digest as plain text, for mail programs that show no HTML and for people who prefer it.</summary>
internal static class DigestText
{
    private const int Width = 78;

    public static string Render(Digest digest, Links links)
    {
        var text = new StringBuilder();
        Line(text, $"Hello {Quote.Clean(digest.Coach.Reveal())},");
        Line(text, "");
        Line(text, DigestWords.Opening(digest));

        if (digest.Alerts.Count > 0)
        {
            Heading(text, DigestWords.AlertsHeading);
            foreach (var alert in digest.Alerts)
            {
                Alert(text, alert, digest.Week);
            }

            Line(text, $"All alerts: {links.Alerts.AbsoluteUri}");
        }

        if (digest.Attention.Count > 0)
        {
            Heading(text, DigestWords.AttentionHeading);
            foreach (var card in digest.Attention)
            {
                Card(text, card, digest.Week, links);
            }
        }

        if (digest.Quiet.Count > 0)
        {
            Heading(text, DigestWords.QuietHeading);
            foreach (var quiet in digest.Quiet)
            {
                Line(text, $"- {DigestWords.Name(quiet.Name)}: {quiet.Standing}, {quiet.Week}");
            }
        }

        Heading(text, DigestWords.AboutHeading);
        Line(text, DigestWords.About);
        return text.ToString();
    }

    private static void Alert(StringBuilder text, DigestAlert alert, DigestWeek week)
    {
        Line(text, $"{DigestWords.Name(alert.Name)}: {alert.What}");
        Line(text, $"  {DigestWords.AlertStatus(alert, week)}");

        if (alert.Words is { } words)
        {
            Line(text, $"  “{words.Words.Reveal()}”");
        }

        Line(text, "");
    }

    private static void Card(StringBuilder text, DigestCard card, DigestWeek week, Links links)
    {
        Line(text, DigestWords.Name(card.Name).ToUpperInvariant());
        foreach (var reason in card.Reasons)
        {
            Line(
                text,
                $"  ! {reason.Sentence}{(reason.Words is { } words ? $" “{words.Words.Reveal()}”" : "")}"
            );
        }

        Line(text, $"  {card.Standing}");
        foreach (var change in card.Changes)
        {
            Line(text, $"  {change}");
        }

        foreach (var trend in card.Rulers)
        {
            Line(text, $"  {DigestWords.Trend(trend)} {trend.Sparkline}");
        }

        foreach (var quote in card.Quotes)
        {
            Line(text, $"  “{quote.Words.Reveal()}” ({StageWords.Date(week.DateOf(quote.At))})");
        }

        if (card.Question is { } question)
        {
            Line(text, $"  {DigestWords.QuestionLead} {question}");
        }

        Line(text, $"  {links.Person(card.Person).AbsoluteUri}");
        Line(text, "");
    }

    private static void Heading(StringBuilder text, string heading)
    {
        Line(text, "");
        Line(text, heading.ToUpper(CultureInfo.InvariantCulture));
        Line(text, new string('-', heading.Length));
    }

    /// <summary>Breaks at spaces and keeps the indent; a word that is longer than a line, such as a link, stays whole.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var indent = new string(' ', line.Length - line.TrimStart(' ').Length);
        var current = new StringBuilder(indent);

        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (current.Length > indent.Length && current.Length + 1 + word.Length > Width)
            {
                text.Append(current).Append('\n');
                current.Clear().Append(indent);
            }

            current.Append(current.Length > indent.Length ? " " : "").Append(word);
        }

        text.Append(current.ToString().TrimEnd()).Append('\n');
    }
}
