using MiCheckin.Core.Participants;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.Alerts;

/// <summary>What waits for a person, oldest danger first: acknowledge it, note what was done, resolve it.</summary>
internal static class AlertsPage
{
    public const string Path = "/console/alerts";

    public static void MapAlertsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync);
        routes.MapPost(Path, ActAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        AlertReads reads,
        CancellationToken cancellationToken
    )
    {
        var user = http.User();
        var now = reads.Clock.GetCurrentInstant();
        var open = (await reads.Alerts.OpenAsync(cancellationToken))
            .Where(a => user.MaySee(a.Coach))
            .OrderByDescending(a => a.IsRisk)
            .ThenBy(a => a.RaisedAt)
            .ToList();
        var lately = new[] { now, now - Duration.FromDays(31) }.DistinctBy(
            PeopleKeys.Month,
            StringComparer.Ordinal
        );
        List<StoredAlert> resolved = [];

        foreach (var month in lately)
        {
            resolved.AddRange(await reads.Alerts.ClosedAsync(month, cancellationToken));
        }

        var closed = resolved.Where(a => user.MaySee(a.Coach)).OrderByDescending(a => a.ResolvedAt).ToList();
        List<Html> cards = [];

        foreach (var alert in open)
        {
            var person = await reads.People.FindAsync(alert.Person, cancellationToken);
            cards.Add(AlertCard.Open(http, alert, person, now));
        }

        var main = Html.Of(
            $"""
            <header class="head"><h1>Alerts</h1><p>{Summary(open)}</p></header>
            <div class="alerts">{cards}</div>
            {Html.When(closed.Count > 0, () => AlertCard.Closed(closed))}
            """
        );
        return Shell.Show(http, new Page("Alerts", main));
    }

    private static async Task<IResult> ActAsync(
        HttpContext http,
        AlertReads reads,
        AlertDesk desk,
        CancellationToken cancellationToken
    )
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var person = new ParticipantId(form["person"].ToString());
        var key = form["key"].ToString();
        var user = http.User();

        if (
            await reads.Alerts.FindOpenAsync(person, key, cancellationToken) is not { } alert
            || !user.MaySee(alert.Coach)
        )
        {
            return Gone.AsPage(http);
        }

        if (form["act"] == "acknowledge")
        {
            await desk.AcknowledgeAsync(person, key, user.Actor, cancellationToken);
            return Shell.Done(Path, Said.Acknowledged);
        }

        var note = form["note"].ToString().Trim();

        if (note is not { Length: > 0 and <= 1000 })
        {
            return Shell.Done(Path, Said.NotWritten);
        }

        if (form["act"] == "note")
        {
            var noted = await desk.NoteAsync(person, key, user.Actor, note, cancellationToken);
            return Shell.Done(Path, noted is AlertChange.Done ? Said.Noted : Said.NothingToDo);
        }

        await desk.ResolveAsync(person, key, user.Coach ?? new CoachId("admin"), note, cancellationToken);
        return Shell.Done(Path, Said.Resolved);
    }

    private static string Summary(List<StoredAlert> open) =>
        (open.Count(a => a.WaitsForSomebody && a.IsRisk), open.Count) switch
        {
            (_, 0) => "Nothing is open.",
            (0, var all) => $"{Times.Count(all, "alert")} open. Every risk alert is in somebody's hands.",
            (var waiting, _) => $"{Times.Count(waiting, "risk alert")} nobody has acknowledged yet.",
        };

    private static Problem Gone { get; } =
        new(
            StatusCodes.Status404NotFound,
            "No longer open",
            "Somebody resolved this alert meanwhile, or it is not one of yours.",
            "Go back to the alerts to see what is open now."
        );
}

/// <summary>What the page of alerts reads from.</summary>
internal sealed record AlertReads(AlertBook Alerts, ParticipantStore People, IClock Clock);
