using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Mail;

namespace MiCheckin.Functions.Console.Mails;

/// <summary>The mails that went to the folder, as a coach's mail program would show them. Only where mail goes to a folder.</summary>
internal static class MailsPage
{
    public const string Path = "/console/mails";
    private const int Most = 200;

    public static void MapMailsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ListAsync).ForAdmins();
        routes.MapGet(Path + "/{id}", ShowAsync).ForAdmins();
        routes.MapGet(Path + "/{id}/view", ViewAsync).ForAdmins();
    }

    private static async Task<IResult> ListAsync(
        HttpContext http,
        FolderMailer folder,
        CancellationToken cancellationToken
    )
    {
        var mails = await folder.ListAsync(Most, cancellationToken);
        var main = Html.Of(
            $"""
            <header class="head"><h1>Mails</h1><p>What coaches and admins would get. On this machine mails are files in the data folder.</p></header>
            <section class="card">{(
                mails is []
                    ? Html.Of(
                        $"""<p class="quiet">No mail yet. Digests go out on the coach's day and hour; alerts at once.</p>"""
                    )
                    : Table(mails)
            )}</section>
            """
        );
        return Shell.Show(http, new Page("Mails", main));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        string id,
        FolderMailer folder,
        CancellationToken cancellationToken
    )
    {
        if (await folder.FindAsync(id, cancellationToken) is not { } mail)
        {
            return Problems.NotFound.AsPage(http);
        }

        var main = Html.Of(
            $"""
            <header class="head"><p><a href="{Path}">Mails</a></p><h1>{mail.Subject}</h1>
            <p>To {mail.To}, {Times.Moment(mail.At, DateTimeZone.Utc)} UTC</p></header>
            <section class="card"><iframe class="mail" title="The mail: {mail.Subject}" sandbox src="{Path}/{id}/view"></iframe>
            <details><summary>As plain text</summary><pre tabindex="0">{mail.Text}</pre></details></section>
            """
        );
        return Shell.Show(http, new Page(mail.Subject, main));
    }

    private static async Task<IResult> ViewAsync(
        HttpContext http,
        string id,
        FolderMailer folder,
        CancellationToken cancellationToken
    )
    {
        if (await folder.FindAsync(id, cancellationToken) is not { } mail)
        {
            return Problems.NotFound.AsPage(http);
        }

        ConsoleHeaders.WriteForMail(http.Response);
        return TypedResults.Content(mail.Html, "text/html; charset=utf-8");
    }

    private static Html Table(IReadOnlyList<StoredMail> mails) =>
        Html.Of(
            $"""
            <div class="table" tabindex="0" role="region" aria-label="Mails"><table>
            <thead><tr><th scope="col">Subject</th><th scope="col">When (UTC)</th><th scope="col">To</th><th scope="col">What</th></tr></thead>
            <tbody>{mails.Select(Row)}</tbody></table></div>
            """
        );

    private static Html Row(StoredMail mail) =>
        Html.Of(
            $"""
            <tr><th scope="row"><a href="{Path}/{mail.Id}">{mail.Subject}</a></th><td>{Times.Moment(
                mail.At,
                DateTimeZone.Utc
            )}</td><td>{mail.To}</td><td>{Kind(mail.Kind)}</td></tr>
            """
        );

    private static string Kind(MailKind kind) =>
        kind switch
        {
            MailKind.Digest => "weekly digest",
            MailKind.RiskAlert => "risk alert",
            MailKind.AdminPage => "for the admin",
            _ => "notice",
        };
}
