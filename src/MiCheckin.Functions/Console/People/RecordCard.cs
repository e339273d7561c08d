using MiCheckin.Core.Conversations;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Storage;
using NodaTime.Text;

namespace MiCheckin.Functions.Console.People;

/// <summary>The plain facts about one person. Every opening of the page that shows them is audited.</summary>
internal static class RecordCard
{
    public static Html Of(StoredParticipant person, DateTimeZone zone)
    {
        var (profile, state) = (person.Profile, person.State);
        return Html.Of(
            $"""
            <section class="card"><h2>At a glance</h2><dl class="facts">
            {Fact("Goal", state.Goal ?? "Not asked or answered yet")}
            {Fact("First step", state.FirstStep ?? "Not asked or answered yet")}
            {Fact("Next check-in", PeopleWords.NextCheckIn(state, zone))}
            {Fact("Last reply", state.LastReplyAt is { } at ? Times.Moment(at, zone) : Html.Of($"None yet"))}
            {Fact("Consent", PeopleWords.Of(state.Consent))}
            {Fact("Paused", Paused(state, zone))}
            {Fact(
                "Texts arrive",
                $"{Clock(profile.Window.From)} to {Clock(profile.Window.Until)}, best at {Clock(profile.PreferredTime)}"
            )}
            {Fact("Zone", profile.Zone)}
            {Fact(
                "Language",
                profile.Language is "es" ? "Spanish"
                    : profile.Language is "en" ? "English"
                    : profile.Language
            )}
            {Fact("Program", $"{profile.ProgramId}, version {profile.ProgramVersion}")}
            {Fact("Cohort", profile.Cohort)}
            {Fact("Coach", profile.Coach.Value)}
            {Fact("Phone", Call(person))}
            {(state.Arm is { } arm ? Fact("Trial arm", arm) : null)}
            </dl></section>
            """
        );
    }

    /// <summary>The number, to call it: in a dangerous moment a coach has no time to look it up elsewhere.</summary>
    public static Html Call(StoredParticipant person) =>
        Html.Of($"""<a href="tel:{person.Phone.E164}">{person.Phone.E164}</a>""");

    public static string Clock(LocalTime time) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);

    private static Html Paused(ConversationState state, DateTimeZone zone) =>
        state.PausedUntil switch
        {
            null => Html.Of($"No"),
            { } until when until == Instant.MaxValue => Html.Of($"Until resumed"),
            { } until => Html.Of($"Until {Times.Moment(until, zone)}"),
        };

    private static Html Fact(string name, string value) => Fact(name, Html.Of($"{value}"));

    private static Html Fact(string name, Html value) =>
        Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>");
}
