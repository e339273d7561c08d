using System.Text;
using MiCheckin.Functions.Mail;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Safety;

/// <summary>
/// The page behind the link of a page mail. Opening it changes nothing, because mail scanners open every link; its
/// button does. It works signed-out and shows neither name nor words.
/// </summary>
internal static class AcknowledgePage
{
    public static void MapAcknowledgement(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/alerts/{token}", ShowAsync).DisableAntiforgery();
        routes.MapPost("/alerts/{token}", AcknowledgeAsync).DisableAntiforgery();
    }

    private static async Task<ContentHttpResult> ShowAsync(
        string token,
        AckTokens tokens,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        Seal(response);
        return await tokens.FindAsync(token, cancellationToken) switch
        {
            AckLink.Good => Page(
                "Take this alert in hand?",
                "You were told that a participant may need somebody now. With the button you tell the others that you are looking after it.",
                withButton: true
            ),
            AckLink.Used => Used(),
            AckLink.Expired or AckLink.Unknown => Gone(),
            var other => throw new InvalidOperationException($"A link cannot be {other}."),
        };
    }

    /// <summary>Done whole once the button was pressed, also if the page is closed before it answers.</summary>
    private static async Task<ContentHttpResult> AcknowledgeAsync(
        string token,
        AlertDesk desk,
        HttpResponse response
    )
    {
        Seal(response);
        return await desk.AcknowledgeByLinkAsync(token, CancellationToken.None) switch
        {
            AckLink.Good => Page(
                "Thank you. The alert is in your hands.",
                "Nobody else will be paged about it. When it is over, please resolve it on the console: until then automated check-ins to this person stay on hold."
            ),
            AckLink.Used => Used(),
            AckLink.Expired or AckLink.Unknown => Gone(),
            var other => throw new InvalidOperationException($"A link cannot be {other}."),
        };
    }

    private static ContentHttpResult Used() =>
        Page(
            "This link was used already.",
            "The alert has been acknowledged. Sign in to the console to see it."
        );

    private static ContentHttpResult Gone() =>
        Page(
            "This link no longer works.",
            "It may have expired after 24 hours, or been cut in two by your mail program. If nobody has the alert in hand yet, a newer mail holds a newer link; or sign in to the console.",
            status: StatusCodes.Status404NotFound
        );

    private static ContentHttpResult Page(
        string title,
        string words,
        bool withButton = false,
        int status = StatusCodes.Status200OK
    )
    {
        var html = MailPage.Begin(title);
        html.Add($"<p>{words}</p>\n");

        if (withButton)
        {
            html.Add(
                $"<form method=\"post\"><button type=\"submit\" style=\"min-height:48px;padding:12px 20px;font-size:18px;background:#0b4a8f;color:#ffffff;border:0;border-radius:6px\">I have this in hand</button></form>\n"
            );
        }

        return TypedResults.Content(MailPage.End(html), "text/html", Encoding.UTF8, status);
    }

    /// <summary>The address is a secret: it is not cached, indexed or told to other sites.</summary>
    private static void Seal(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
