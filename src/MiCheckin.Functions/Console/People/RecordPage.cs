using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.People;

/// <summary>One person's record: where they stand and why, what was said, what a coach can do. Opening it is audited.</summary>
internal static class RecordPage
{
    /// <summary>So many lines of the story at first; the rest behind a link.</summary>
    private const int FirstLines = 120;

    public static string PathOf(StoredParticipant person) => $"{PeoplePage.Path}/{person.Id.Value}";

    public static void MapRecordPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PeoplePage.Path + "/{id}", ShowAsync);
        routes.MapRecordActions();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        string id,
        bool? all,
        CaseLoad caseLoad,
        RecordParts parts,
        CancellationToken cancellationToken
    )
    {
        if (await caseLoad.FindAsync(http.User(), id, cancellationToken) is not { } person)
        {
            return Problems.NotFound.AsPage(http);
        }

        await parts.Audit.WriteAsync(http.User().Actor, AuditAct.ReadWords, person.Id, cancellationToken);
        var moments = await parts.Timeline.OfAsync(person.Id, cancellationToken);
        var alerts = await parts.Alerts.OpenOfAsync(person.Id, cancellationToken);
        var zone = Times.Zone(person.Profile.Zone);
        var shown = all is true ? moments : [.. moments.Take(FirstLines)];
        var main = Html.Of(
            $"""
            {Head(person, alerts, parts.Clock.GetCurrentInstant(), zone)}
            <div class="columns record">
            <div>{StageCard.Of(person.State, zone)}
            <section class="card"><h2>Rulers</h2>{RulerChart.Of(person.State, zone)}</section>
            <section class="card"><h2>What was said</h2>{Timeline.Show(shown, zone)}
            {Html.When(
                shown.Count < moments.Count,
                () => Html.Of($"<p><a href=\"?all=true\">Show all {moments.Count} lines</a></p>")
            )}</section></div>
            <div>{RecordCard.Of(person, zone)}{RecordForms.Of(http, person)}</div>
            </div>
            """
        );
        return Shell.Show(http, new Page(person.Profile.Name.Reveal(), main));
    }

    private static Html Head(
        StoredParticipant person,
        IReadOnlyList<StoredAlert> alerts,
        Instant now,
        DateTimeZone zone
    ) =>
        Html.Of(
            $"""
            <header class="head"><p><a href="{PeoplePage.Path}">People</a></p><h1>{person.Profile.Name.Reveal()}</h1>
            <p>{PeopleWords.Flags(new Case(person, alerts))}</p>
            <p>It is {Times.Moment(now, zone)} where they live.</p></header>
            {Html.When(
                alerts.Count > 0,
                () =>
                    Html.Of(
                        $"<p class=\"bad\">{Times.Count(alerts.Count, "alert")} open: <a href=\"/console/alerts\">see the alerts</a>.</p>"
                    )
            )}
            """
        );
}

/// <summary>What a record is put together from.</summary>
internal sealed record RecordParts(Timeline Timeline, AlertBook Alerts, Audit Audit, IClock Clock);
