using MiCheckin.Core.Digests;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Digests;

namespace MiCheckin.Functions.Console.DigestPages;

/// <summary>This week's digest of each coach, as it would be mailed; whether it has been; and a way to send it now.</summary>
internal static class DigestsPage
{
    public const string Path = "/console/digests";

    public static void MapDigestsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ListAsync);
        routes.MapGet(Path + "/{coach}", ShowAsync);
        routes.MapGet(Path + "/{coach}/view", ViewAsync);
        routes.MapPost(Path + "/{coach}", SendAsync).ForAdmins();
    }

    private static async Task<IResult> ListAsync(
        HttpContext http,
        DigestReads reads,
        CancellationToken cancellationToken
    )
    {
        List<Html> rows = [];

        foreach (var coach in await reads.Coaches.CoachesAsync(cancellationToken))
        {
            if (http.User().MaySee(coach.Id))
            {
                var week = reads.WeekOf(coach);
                var mark = await reads.Marks.FindAsync(coach.Id, week.WeekYear, week.Week, cancellationToken);
                rows.Add(Row(coach, week, mark));
            }
        }

        var main = Html.Of(
            $"""
            <header class="head"><h1>Digests</h1><p>One mail a week to each coach: who needs a look first, what changed and why, a question to ask.</p></header>
            <section class="card"><div class="table" tabindex="0" role="region" aria-label="Digests"><table>
            <thead><tr><th scope="col">Coach</th><th scope="col">Comes each</th><th scope="col">This week's</th><th scope="col">Sent</th></tr></thead>
            <tbody>{rows}</tbody></table></div></section>
            """
        );
        return Shell.Show(http, new Page("Digests", main));
    }

    private static Html Row(Coach coach, DigestWeek week, DigestMark? mark)
    {
        var zone = Times.Zone(coach.Zone);
        return Html.Of(
            $"""
            <tr><th scope="row"><a href="{Path}/{coach.Id.Value}">{coach.Name.Reveal()}</a></th><td>{coach.DigestDay.ToString()}, {coach.DigestHour}:00</td>
            <td>{week.WeekYear}-W{week.Week}, until {Times.Moment(week.Until, zone)}</td>
            <td>{(mark?.SentAt is { } at ? Times.Moment(at, zone) : Html.Of($"not yet"))}</td></tr>
            """
        );
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        string coach,
        DigestReads reads,
        CancellationToken cancellationToken
    )
    {
        if (await reads.FindAsync(http.User(), coach, cancellationToken) is not { } found)
        {
            return Problems.NotFound.AsPage(http);
        }

        var send = http.User().IsAdmin
            ? Html.Of(
                $"""<form method="post" action="{Path}/{found.Id.Value}">{http.TokenField()}<button class="button">Send it now</button></form>"""
            )
            : null;
        var main = Html.Of(
            $"""
            <header class="head"><p><a href="{Path}">Digests</a></p><h1>Digest for {found.Name.Reveal()}</h1></header>
            <section class="card">{send}<iframe class="mail" title="This week's digest" sandbox src="{Path}/{found.Id.Value}/view"></iframe></section>
            """
        );
        return Shell.Show(http, new Page("Digest", main));
    }

    private static async Task<IResult> ViewAsync(
        HttpContext http,
        string coach,
        DigestReads reads,
        DigestFlow flow,
        Links links,
        Audit audit,
        CancellationToken cancellationToken
    )
    {
        if (await reads.FindAsync(http.User(), coach, cancellationToken) is not { } found)
        {
            return Problems.NotFound.AsPage(http);
        }

        await audit.WriteAsync(http.User().Actor, AuditAct.ReadWords, person: null, cancellationToken);
        var digest = await flow.BuildAsync(found, reads.WeekOf(found), cancellationToken);
        ConsoleHeaders.WriteForMail(http.Response);
        return TypedResults.Content(DigestHtml.Render(digest, links), "text/html; charset=utf-8");
    }

    private static async Task<IResult> SendAsync(
        HttpContext http,
        string coach,
        DigestReads reads,
        DigestFlow flow,
        CancellationToken cancellationToken
    )
    {
        if (await reads.FindAsync(http.User(), coach, cancellationToken) is not { } found)
        {
            return Problems.NotFound.AsPage(http);
        }

        var outcome = await flow.SendAsync(new DigestOrder(found.Id, reads.WeekOf(found)), cancellationToken);
        return Shell.Done(
            Path,
            outcome switch
            {
                DigestOutcome.Sent => Said.DigestSent,
                DigestOutcome.AlreadySent => Said.DigestSentBefore,
                _ => Said.DigestNotSent,
            }
        );
    }
}

/// <summary>What the pages of digests read from.</summary>
internal sealed record DigestReads(CoachBook Coaches, DigestMarks Marks, IClock Clock)
{
    public DigestWeek WeekOf(Coach coach) =>
        DigestWeek.Around(
            Clock.GetCurrentInstant(),
            Times.Zone(coach.Zone),
            coach.DigestDay,
            coach.DigestHour
        );

    public async Task<Coach?> FindAsync(ConsoleUser user, string id, CancellationToken cancellationToken) =>
        user.MaySee(new CoachId(id))
            ? await Coaches.FindCoachAsync(new CoachId(id), cancellationToken)
            : null;
}
