using MiCheckin.Core.Digests;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.People;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.Alerts;

/// <summary>One alert with what can be done about it. The person's words stay on their record, where reading them is audited.</summary>
internal static class AlertCard
{
    public static Html Open(HttpContext http, StoredAlert alert, StoredParticipant? person, Instant now)
    {
        var zone = Times.Zone(person?.Profile.Zone ?? "UTC");
        return Html.Of(
            $"""
            <article class="card" aria-label="{PeopleWords.Of(alert.Alert.Reason)}">
            <p class="spread"><span class="tag {(alert.IsRisk ? "risk" : "discord")}">{PeopleWords.Of(
                alert.Alert.Reason
            )}</span>
            <span class="quiet">{Times.Span(now - alert.RaisedAt)} old</span></p>
            <h2>{Name(alert, person)}</h2>
            <p>{AlertSentences.Of(alert.Alert)}</p>
            <dl class="facts">
            <div><dt>Raised</dt><dd>{Times.Moment(alert.RaisedAt, zone)} where they live</dd></div>
            <div><dt>State</dt><dd>{State(alert, zone)}</dd></div>
            {Html.When(alert.IsRisk && person is not null, () => Phone(person!))}
            </dl>
            {Notes(alert, zone)}
            {Html.When(alert.WaitsForSomebody, () => Acknowledge(http, alert))}
            {Write(http, alert)}
            </article>
            """
        );
    }

    public static Html Closed(IReadOnlyList<StoredAlert> closed) =>
        Html.Of(
            $"""
            <section class="card"><h2>Resolved lately</h2><div class="table" tabindex="0" role="region" aria-label="Resolved alerts"><table>
            <thead><tr><th scope="col">What</th><th scope="col">Whose</th><th scope="col">Raised</th><th scope="col">Resolved</th><th scope="col">By</th><th scope="col">Note</th></tr></thead>
            <tbody>{closed.Select(Row)}</tbody></table></div></section>
            """
        );

    private static Html Row(StoredAlert alert) =>
        Html.Of(
            $"""
            <tr><td>{PeopleWords.Of(
                alert.Alert.Reason
            )}</td><td><a href="{PeoplePage.Path}/{alert.Person.Value}">{alert.Person.Value}</a></td>
            <td>{Times.Moment(alert.RaisedAt, DateTimeZone.Utc)}</td><td>{(
                alert.ResolvedAt is { } at ? Times.Moment(at, DateTimeZone.Utc) : null
            )}</td>
            <td>{alert.ResolvedBy}</td><td>{alert.Notes.Select(n =>
                Html.Of($"{n.Words} <span class=\"quiet\">({n.By})</span><br>")
            )}</td></tr>
            """
        );

    private static Html Name(StoredAlert alert, StoredParticipant? person) =>
        person is null
            ? Html.Of($"Somebody who was erased")
            : Html.Of(
                $"""<a href="{PeoplePage.Path}/{alert.Person.Value}">{person.Profile.Name.Reveal()}</a>"""
            );

    private static Html State(StoredAlert alert, DateTimeZone zone) =>
        alert.State switch
        {
            AlertState.Acknowledged when alert.AcknowledgedAt is { } at => Html.Of(
                $"In the hands of {alert.AcknowledgedBy} since {Times.Moment(at, zone)}"
            ),
            AlertState.Paged => Html.Of(
                $"{Times.Count(alert.Pages, "step")} of the ladder paged, nobody has acknowledged{Next(alert, zone)}"
            ),
            _ => Html.Of($"Nobody has acknowledged{Next(alert, zone)}"),
        };

    private static Html? Next(StoredAlert alert, DateTimeZone zone) =>
        alert.NextPageAt is { } next
            ? Html.Of($"; the next is paged at {Times.ClockTime(next, zone)}")
            : null;

    private static Html Acknowledge(HttpContext http, StoredAlert alert) =>
        Html.Of(
            $"""
            <form method="post" action="{AlertsPage.Path}">{Hidden(
                http,
                alert
            )}<button class="button" name="act" value="acknowledge">I have this in hand</button></form>
            """
        );

    /// <summary>Whoever has a danger in hand must be able to call, so the number is here and not two pages away.</summary>
    private static Html Phone(StoredParticipant person) =>
        Html.Of($"<div><dt>Phone</dt><dd>{RecordCard.Call(person)}</dd></div>");

    private static Html? Notes(StoredAlert alert, DateTimeZone zone) =>
        Html.When(
            alert.Notes.Count > 0,
            () =>
                Html.Of(
                    $"""
                    <ul class="stack">{alert.Notes.Select(n =>
                        Html.Of(
                            $"""<li>{n.Words} <span class="quiet">{n.By}, {Times.Moment(n.At, zone)}</span></li>"""
                        )
                    )}</ul>
                    """
                )
        );

    private static Html Write(HttpContext http, StoredAlert alert)
    {
        var id = $"note-{alert.Person.Value}-{alert.Alert.Key}";
        return Html.Of(
            $"""
            <form method="post" action="{AlertsPage.Path}" class="stack">{Hidden(http, alert)}
            <p class="field"><label for="{id}">What was done</label><input id="{id}" name="note" maxlength="1000" required autocomplete="off"></p>
            <p class="row"><button name="act" value="note">Add the note</button><button name="act" value="resolve">Resolve{(
                alert.IsRisk ? " and let texts go on" : ""
            )}</button></p></form>
            """
        );
    }

    private static Html Hidden(HttpContext http, StoredAlert alert) =>
        Html.Of(
            $"""
            {http.TokenField()}<input type="hidden" name="person" value="{alert.Person.Value}"><input type="hidden" name="key" value="{alert.Alert.Key}">
            """
        );
}
