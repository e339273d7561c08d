using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Enrolment;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Console.Enrolments;

/// <summary>Enrols people from a file: send it, read what was found, confirm. Nobody is enrolled before that.</summary>
internal static class EnrolPage
{
    public const string Path = "/console/enrol";

    /// <summary>5,000 full rows take about a third of this.</summary>
    private const int LargestFile = 2 * 1024 * 1024;

    private const string Sample =
        "name,phone,zone,cohort,coach,preferred_time\r\n"
        + "Mei,+16045550123,America/Vancouver,move-more-spring,amara,17:30\r\n"
        + "Tom,(212) 555-0124,America/New_York,move-more-spring,amara,12:00\r\n";

    public static void MapEnrolPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).ForAdmins();
        routes.MapPost(Path, TakeAsync).ForAdmins();
        routes.MapGet(Path + "/sample.csv", () => TypedResults.Text(Sample, "text/csv")).ForAdmins();
    }

    private static async Task<ContentHttpResult> ShowAsync(
        HttpContext http,
        CoachBook coaches,
        CancellationToken cancellationToken
    ) => Show(http, Form(http, await coaches.CohortsAsync(cancellationToken)));

    private static async Task<IResult> TakeAsync(
        HttpContext http,
        EnrolmentFlow flow,
        CoachBook coaches,
        CancellationToken cancellationToken
    )
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var request = new EnrolmentRequest(
            http.User().Actor,
            form["cohort"].ToString(),
            SkipBad: form["skip-bad"] == "on"
        );

        if (await CheckedFile.OfAsync(form, LargestFile, cancellationToken) is not { } file)
        {
            return NoFile.AsPage(http);
        }

        if (CheckedFile.IsConfirmed(form))
        {
            var result = await flow.EnrolAsync(new MemoryStream(file), request, cancellationToken);
            return Show(http, EnrolReport.Done(result));
        }

        var check = await flow.CheckAsync(new MemoryStream(file), request, cancellationToken);
        var again = Form(http, await coaches.CohortsAsync(cancellationToken));
        return Show(http, EnrolReport.Of(http, check, request, CheckedFile.Confirmation(file), again));
    }

    private static ContentHttpResult Show(HttpContext http, Html main) =>
        Shell.Show(
            http,
            new Page(
                "Enrol",
                Html.Of(
                    $"""
                    <header class="head"><h1>Enrol people</h1>
                    <p>From a file. The whole file is checked first; the welcome asks each person for a YES before anything else is sent.</p></header>
                    {main}
                    """
                )
            )
        );

    private static Html Form(HttpContext http, IReadOnlyList<Cohort> cohorts) =>
        Html.Of(
            $"""
            <form method="post" action="{Path}" enctype="multipart/form-data" class="card narrow">{http.TokenField()}
            <h2>Send a file</h2>
            <p class="field"><label for="file">The file (CSV)</label><input id="file" type="file" name="file" accept=".csv,.tsv,.txt,text/csv" required>
            <span class="hint">Columns: name, phone, zone; also language, country, cohort, coach, preferred_time, window_from, window_until. <a href="{Path}/sample.csv" download="sample.csv">Download a sample</a></span></p>
            <p class="field"><label for="cohort">Cohort, where a row names none</label><select id="cohort" name="cohort"><option value="">As the rows say</option>
            {cohorts.Select(c => Html.Of($"""<option value="{c.Id}">{c.Name}</option>"""))}</select></p>
            <p><button class="button">Check it</button></p></form>
            """
        );

    private static Problem NoFile { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "No file",
            "No file was chosen, or it is larger than 2 MB.",
            "Go back and choose a CSV file of at most 5,000 rows."
        );
}
