using System.Globalization;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.Team;

/// <summary>One cohort as a form, and back.</summary>
internal static class CohortForm
{
    public static Html Of(
        HttpContext http,
        Cohort? cohort,
        IReadOnlyList<Coach> coaches,
        IReadOnlyList<ProgramScript> programs
    )
    {
        var id = cohort?.Id ?? "new-cohort";
        return Html.Of(
            $"""
            <form method="post" action="{TeamPage.Path}/cohort" class="stack">{http.TokenField()}
            {(
                cohort is null
                    ? Fields.Text("id", id, "Id", "", "As in enrolment files: move-more-spring")
                    : Fields.Hidden("id", id)
            )}
            {Fields.Text("name", id, "Name", cohort?.Name)}
            {Fields.Select(
                "program",
                id,
                "Program",
                Choices(cohort, programs),
                cohort is null ? "" : Choice(cohort.ProgramId, cohort.ProgramVersion),
                "People who are enrolled stay on the version they began with."
            )}
            <fieldset><legend>Coaches</legend>{coaches.Select(c => Box(c, cohort))}</fieldset>
            {Rest(id, cohort)}
            <p><button class="button">Store</button></p></form>
            """
        );
    }

    /// <summary>Who is told when nobody answers, and what a row that leaves it empty means.</summary>
    private static Html Rest(string id, Cohort? cohort) =>
        Html.Of(
            $"""
            {Fields.Text(
                "last",
                id,
                "Last contact (e-mail)",
                cohort?.LastContact.Reveal(),
                "Told when nobody has acknowledged a risk alert for twelve hours"
            )}
            {Fields.Text(
                "escalation",
                id,
                "Paged after the coach (e-mails, with spaces between)",
                cohort is null ? "" : string.Join(' ', cohort.Escalation.Select(e => e.Reveal())),
                required: false
            )}
            <div class="row">{Fields.Select(
                "language",
                id,
                "Language",
                [("en", "English"), ("es", "Spanish")],
                cohort?.Language ?? "en"
            )}
            {Fields.Text("country", id, "Country", cohort?.Country ?? "US")}
            {Fields.Text(
                "months",
                id,
                "Months words are kept",
                (cohort?.KeepWordsMonths ?? 24).ToString(CultureInfo.InvariantCulture)
            )}</div>
            """
        );

    /// <summary>Null where something is missing or wrong.</summary>
    public static Cohort? Read(IFormCollection form) =>
        PeopleKeys.IsSlug(form["id"].ToString())
        && form["name"].ToString().Trim() is { Length: > 0 and <= 100 } name
        && form["program"].ToString().Split('@') is [{ Length: > 0 } program, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && form["coaches"].OfType<string>().Where(PeopleKeys.IsSlug).ToList() is { Count: > 0 } coaches
        && EmailAddress.TryParse(form["last"].ToString().Trim(), out var last)
        && Addresses(form["escalation"].ToString()) is { } escalation
        && form["country"].ToString().Trim() is { Length: 2 } country
        && int.TryParse(form["months"], NumberStyles.None, CultureInfo.InvariantCulture, out var months)
        && months is > 0 and <= 600
            ? new Cohort
            {
                Id = form["id"].ToString(),
                Name = name,
                ProgramId = program,
                ProgramVersion = version,
                Coaches = [.. coaches.Select(c => new CoachId(c))],
                LastContact = last,
                Escalation = escalation,
                Language = form["language"] == "es" ? "es" : "en",
                Country = country.ToUpperInvariant(),
                KeepWordsMonths = months,
            }
            : null;

    private static IEnumerable<(string Value, string Label)> Choices(
        Cohort? cohort,
        IReadOnlyList<ProgramScript> programs
    ) =>
        programs
            .Select(p => (p.Id, p.Version))
            .Concat(cohort is null ? [] : [(cohort.ProgramId, cohort.ProgramVersion)])
            .Distinct()
            .Select(p => (Choice(p.Item1, p.Item2), $"{p.Item1}, version {p.Item2}"));

    private static string Choice(string program, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{program}@{version}");

    private static Html Box(Coach coach, Cohort? cohort)
    {
        var id = $"{cohort?.Id ?? "new-cohort"}-{coach.Id.Value}";
        return Html.Of(
            $"""<p class="check"><input type="checkbox" id="{id}" name="coaches" value="{coach.Id.Value}"{Html.When(cohort?.Coaches.Contains(coach.Id) is true, () => Html.Of($" checked"))}><label for="{id}">{coach.Name.Reveal()}</label></p>"""
        );
    }

    private static IReadOnlyList<EmailAddress>? Addresses(string text)
    {
        var parsed = text.Split(
                (char[])[' ', ',', ';'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
            .Select(t => EmailAddress.TryParse(t, out var address) ? address : (EmailAddress?)null)
            .ToList();
        return parsed.Contains(null) ? null : [.. parsed.OfType<EmailAddress>()];
    }
}
