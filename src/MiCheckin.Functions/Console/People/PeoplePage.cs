using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Console.People;

/// <summary>A coach's people on one page, whoever needs a look first. It shows no one's words, so opening it is not audited.</summary>
internal static class PeoplePage
{
    public const string Path = "/console/people";

    public static void MapPeoplePage(this IEndpointRouteBuilder routes) => routes.MapGet(Path, ShowAsync);

    private static async Task<ContentHttpResult> ShowAsync(
        HttpContext http,
        CaseLoad caseLoad,
        CoachBook coaches,
        IClock clock,
        string? coach,
        CancellationToken cancellationToken
    )
    {
        var user = http.User();
        var chosen = coach is { Length: > 0 } ? new CoachId(coach) : (CoachId?)null;
        var cases = await caseLoad.OfAsync(user, chosen, cancellationToken);
        var filter = user.IsAdmin ? CoachFilter(await coaches.CoachesAsync(cancellationToken), chosen) : null;
        var main = Html.Of(
            $"""
            <header class="head"><h1>People</h1><p>{Summary(cases)}</p></header>
            {filter}
            <section class="card">
            <p class="field find"><label for="find">Find</label><input id="find" type="search" data-filter="#people tbody tr" placeholder="Name, stage, flag …" autocomplete="off"></p>
            {(cases is [] ? Nobody() : Table(cases, clock.GetCurrentInstant()))}
            <p id="news" class="unseen" aria-live="polite"></p>
            </section>
            """
        );
        return Shell.Show(http, new Page("People", main));
    }

    private static string Summary(IReadOnlyList<Case> cases) =>
        cases.Count(c => c.Rank <= 2) switch
        {
            0 =>
                $"{Times.Count(cases.Count, "person").Replace("persons", "people", StringComparison.Ordinal)}. Nobody waits for you.",
            var waiting => $"{waiting} of {cases.Count} should be looked at first.",
        };

    private static Html CoachFilter(IReadOnlyList<Coach> coaches, CoachId? chosen) =>
        Html.Of(
            $"""
            <form method="get" action="{Path}" class="row filter" role="search"><p class="field"><label for="coach">Coach</label>
            <select id="coach" name="coach"><option value="">Everybody's</option>
            {coaches.Select(c =>
                Html.Of(
                    $"""<option value="{c.Id.Value}"{Html.When(c.Id == chosen, () => Html.Of($" selected"))}>{c.Name.Reveal()}</option>"""
                )
            )}
            </select></p><p><button>Show</button></p></form>
            """
        );

    private static Html Nobody() =>
        Html.Of($"""<p class="quiet">Nobody is here yet. People appear once they are enrolled.</p>""");

    private static Html Table(IReadOnlyList<Case> cases, Instant now) =>
        Html.Of(
            $"""
            <div class="table" tabindex="0" role="region" aria-label="People"><table id="people">
            <thead><tr><th scope="col">Name</th><th scope="col">To look at</th><th scope="col">Stage</th><th scope="col" class="number">Importance</th><th scope="col" class="number">Confidence</th>
            <th scope="col" class="number">Readiness</th><th scope="col">Trend</th><th scope="col">Last reply</th><th scope="col">Next check-in</th></tr></thead>
            <tbody>{cases.Select(c => Row(c, now))}</tbody></table></div>
            """
        );

    private static Html Row(Case one, Instant now)
    {
        var (person, state) = (one.Person, one.Person.State);
        var zone = Times.Zone(person.Profile.Zone);
        return Html.Of(
            $"""
            <tr><th scope="row"><a href="{Path}/{person.Id.Value}">{person.Profile.Name.Reveal()}</a></th>
            <td>{PeopleWords.Flags(one)}</td>
            <td class="whole">{Stage(state, now)}</td>
            <td class="number">{PeopleWords.Last(state, RulerKind.Importance)}</td>
            <td class="number">{PeopleWords.Last(state, RulerKind.Confidence)}</td>
            <td class="number">{PeopleWords.Last(state, RulerKind.Readiness)}</td>
            <td>{RulerChart.Spark(state)}</td>
            <td>{(state.LastReplyAt is { } at ? $"{Times.Span(now - at)} ago" : "never")}</td>
            <td>{PeopleWords.NextCheckIn(state, zone)}</td></tr>
            """
        );
    }

    private static Html Stage(ConversationState state, Instant now) =>
        state.Stage is { } stage
            ? Html.Of(
                $"""{PeopleWords.Of(stage.Stage)}<br><span class="quiet">for {Times.Span(now - stage.Since)}</span>"""
            )
            : Html.Of($"""<span class="quiet">Not known yet</span>""");
}
