using MiCheckin.Core.Stages;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.People;

/// <summary>What a coach can do to a record: each act a form of its own, the grave ones folded away.</summary>
internal static class RecordForms
{
    public static Html Of(HttpContext http, StoredParticipant person) =>
        Html.Of(
            $"""
            <section class="card"><h2>What you can do</h2>
            {Html.When(person.State.Hold is not null, () => Clear(http, person))}
            {Text(http, person)}
            {(
                person.State.PausedUntil is null
                    ? Pause(http, person)
                    : Act(http, person, "resume", "Resume the texts", null)
            )}
            {Folded("Stage", Stages(http, person))}
            {Folded("Zone, window and time", Profile(http, person))}
            {Folded("Opt out", OptOut(http, person))}
            {Html.When(http.User().IsAdmin, () => Folded("Erase", Erase(http, person)))}
            </section>
            """
        );

    private static Html Clear(HttpContext http, StoredParticipant person) =>
        Act(http, person, "clear", "Clear the hold", Note("Why it is safe to go on", "clear-note"));

    private static Html Text(HttpContext http, StoredParticipant person) =>
        Act(
            http,
            person,
            "text",
            "Send the text",
            Html.Of(
                $"""
                <input type="hidden" name="form" value="{RecordActions.NewFormId()}">
                <p class="field"><label for="body">Text {person.Profile.Name.Reveal()} yourself</label>
                <textarea id="body" name="body" rows="3" maxlength="{RecordActions.LongestText}" required></textarea>
                <span class="hint">Automatic texts hold while you talk.</span></p>
                """
            )
        );

    private static Html OptOut(HttpContext http, StoredParticipant person) =>
        Act(
            http,
            person,
            "opt-out",
            "Opt out",
            Html.Of(
                $"""<p class="hint">For someone who asked you, by voice or mail, to get no more texts. They come back by texting START.</p>"""
            ),
            danger: true
        );

    private static Html Pause(HttpContext http, StoredParticipant person) =>
        Act(
            http,
            person,
            "pause",
            "Pause the texts",
            Html.Of(
                $"""<p class="field"><label for="until">Pause until (empty: until resumed)</label><input id="until" name="until" type="date"></p>"""
            )
        );

    private static Html Stages(HttpContext http, StoredParticipant person) =>
        Html.Of(
            $"""
            {Act(http, person, "stage", "Set the stage", Html.Of($"""
                <p class="field"><label for="stage">Stage</label><select id="stage" name="stage">
                {Enum.GetValues<Stage>().Select(s => Html.Of($"<option value=\"{s.ToString()}\"{Html.When(person.State.Stage?.Stage == s, () => Html.Of($" selected"))}>{PeopleWords.Of(s)}</option>"))}
                </select></p>{Note("Why", "stage-note")}
                """))}
            {Html.When(person.State.Override is not null, () => Act(http, person, "lift", "Let the rules move it again", null))}
            {Html.When(person.State.Stage is not null, () => Act(http, person, "undo", "Take back the last move", Note("Why", "undo-note")))}
            """
        );

    private static Html Profile(HttpContext http, StoredParticipant person)
    {
        var profile = person.Profile;
        return Act(
            http,
            person,
            "profile",
            "Store",
            Html.Of(
                $"""
                <p class="field"><label for="zone">Zone</label><input id="zone" name="zone" value="{profile.Zone}" required autocomplete="off"><span class="hint">As in America/Vancouver</span></p>
                <div class="row">
                <p class="field"><label for="from">Not before</label><input id="from" name="from" type="time" value="{RecordCard.Clock(
                    profile.Window.From
                )}" required></p>
                <p class="field"><label for="to">Not after</label><input id="to" name="to" type="time" value="{RecordCard.Clock(
                    profile.Window.Until
                )}" required></p>
                <p class="field"><label for="best">Best at</label><input id="best" name="best" type="time" value="{RecordCard.Clock(
                    profile.PreferredTime
                )}" required></p>
                </div>
                """
            )
        );
    }

    private static Html Erase(HttpContext http, StoredParticipant person) =>
        Act(
            http,
            person,
            "erase",
            "Erase for good",
            Html.Of(
                $"""
                <p class="hint">Removes name, number, words and texts, everywhere, for good. It cannot be undone.</p>
                <p class="field"><label for="name">Type the name to confirm</label><input id="name" name="name" required autocomplete="off"></p>
                """
            ),
            danger: true
        );

    private static Html Note(string label, string id) =>
        Html.Of(
            $"""<p class="field"><label for="{id}">{label}</label><input id="{id}" name="note" maxlength="500" required></p>"""
        );

    private static Html Folded(string title, Html inside) =>
        Html.Of($"""<details><summary>{title}</summary><div class="stack">{inside}</div></details>""");

    private static Html Act(
        HttpContext http,
        StoredParticipant person,
        string act,
        string label,
        Html? fields,
        bool danger = false
    ) =>
        Html.Of(
            $"""
            <form method="post" action="{RecordPage.PathOf(person)}" class="stack">{http.TokenField()}
            <input type="hidden" name="act" value="{act}">{fields}
            <p><button{Html.When(danger, () => Html.Of($" class=\"danger\""))}>{label}</button></p></form>
            """
        );
}
