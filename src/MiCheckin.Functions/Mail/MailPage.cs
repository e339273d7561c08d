namespace MiCheckin.Functions.Mail;

/// <summary>The frame every mail of ours has: readable on a phone, by a screen reader, in the dark, and with styles dropped.</summary>
internal static class MailPage
{
    public static HtmlText Begin(string title)
    {
        var html = new HtmlText();
        html.Add($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Add($"<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        html.Add($"<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Add($"<title>{title}</title>\n<style>\n");
        html.Add($"@media (prefers-color-scheme: dark) {{\n");
        html.Add($"body, .page {{ background: #161616 !important; color: #f2f2f2 !important }}\n");
        html.Add($".card {{ border-color: #9a9a9a !important }}\n");
        html.Add($".alert {{ background: #3a1515 !important; color: #f2f2f2 !important }}\n");
        html.Add($".quote {{ border-color: #9a9a9a !important; color: #f2f2f2 !important }}\n");
        html.Add($".small {{ color: #c8c8c8 !important }}\n");
        html.Add($".link {{ color: #9cc8ff !important }}\n");
        html.Add($"}}\n</style>\n</head>\n");
        html.Add($"<body style=\"margin:0;padding:0;background:#ffffff;color:#1a1a1a\">\n");
        html.Add(
            $"<div class=\"page\" role=\"article\" style=\"max-width:600px;margin:0 auto;padding:16px;background:#ffffff;color:#1a1a1a;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere\">\n"
        );
        html.Add($"<h1 style=\"font-size:22px;margin:0 0 16px\">{title}</h1>\n");
        return html;
    }

    public static void Heading(HtmlText html, string heading) =>
        html.Add($"<h2 style=\"font-size:19px;margin:28px 0 12px\">{heading}</h2>\n");

    /// <summary>A person's own words. The direction of their script is theirs.</summary>
    public static void Quote(HtmlText html, string words, string? when)
    {
        html.Add(
            $"<blockquote class=\"quote\" dir=\"auto\" style=\"margin:8px 0;padding:4px 12px;border-left:3px solid #767676;color:#1a1a1a\">“{words}”"
        );

        if (when is not null)
        {
            html.Add($" <span class=\"small\" style=\"font-size:14px;color:#4a4a4a\">({when})</span>");
        }

        html.Add($"</blockquote>\n");
    }

    public static void Button(HtmlText html, Uri address, string words) =>
        html.Add(
            $"<p><a href=\"{address}\" style=\"display:inline-block;padding:12px 20px;background:#0b4a8f;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:bold\">{words}</a></p>\n"
        );

    public static string End(HtmlText html) => html.Add($"</div>\n</body>\n</html>\n").ToString();
}
