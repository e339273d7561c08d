using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.Team;

/// <summary>Who looks after whom: coaches, and the cohorts that people are enrolled into.</summary>
internal static class TeamPage
{
    public const string Path = "/console/coaches";

    public static void MapTeamPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).ForAdmins();
        routes.MapPost(Path + "/coach", SaveCoachAsync).ForAdmins();
        routes.MapPost(Path + "/cohort", SaveCohortAsync).ForAdmins();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        CoachBook book,
        ProgramShelf shelf,
        CancellationToken cancellationToken
    )
    {
        var coaches = await book.CoachesAsync(cancellationToken);
        var cohorts = await book.CohortsAsync(cancellationToken);
        var programs = await shelf.NewestAsync(cancellationToken);
        var main = Html.Of(
            $"""
            <header class="head"><h1>Coaches and cohorts</h1><p>Every participant has one coach and belongs to one cohort, which runs one version of one program.</p></header>
            <div class="columns">
            <section class="card"><h2>Coaches</h2>{coaches.Select(c =>
                Folded(c.Name.Reveal(), c.Email.Reveal(), CoachForm.Of(http, c))
            )}{Folded("Add a coach", "", CoachForm.Of(http, null))}</section>
            <section class="card"><h2>Cohorts</h2>{cohorts.Select(c =>
                Folded(c.Name, $"{c.Id}, {c.ProgramId} version {c.ProgramVersion}", CohortForm.Of(http, c, coaches, programs))
            )}{Folded("Add a cohort", "", CohortForm.Of(http, null, coaches, programs))}</section>
            </div>
            """
        );
        return Shell.Show(http, new Page("Coaches", main));
    }

    private static async Task<IResult> SaveCoachAsync(
        HttpContext http,
        CoachBook book,
        IClock clock,
        CancellationToken cancellationToken
    )
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);

        if (CoachForm.Read(form, clock.GetCurrentInstant()) is not { } coach)
        {
            return Unclear.AsPage(http);
        }

        var before = await book.FindCoachAsync(coach.Id, cancellationToken);
        await book.SaveAsync(before is null ? coach : coach with { Since = before.Since }, cancellationToken);
        return Shell.Done(Path, Said.CoachSaved);
    }

    private static async Task<IResult> SaveCohortAsync(
        HttpContext http,
        CoachBook book,
        CancellationToken cancellationToken
    )
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);

        if (CohortForm.Read(form) is not { } cohort)
        {
            return Unclear.AsPage(http);
        }

        await book.SaveAsync(cohort, cancellationToken);
        return Shell.Done(Path, Said.CohortSaved);
    }

    private static Html Folded(string title, string beside, Html inside) =>
        Html.Of(
            $"""<details><summary>{title} <span class="quiet">{beside}</span></summary>{inside}</details>"""
        );

    private static Problem Unclear { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "That could not be stored",
            "Something is missing or not understood: an id that is not lower-case letters, digits and hyphens; an address or number that is none; an unknown zone; a cohort without a coach. Nothing was changed.",
            "Go back, correct it, and send it again."
        );
}
