using System.Globalization;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Stages;
using MiCheckin.Functions.Console.Markup;

namespace MiCheckin.Functions.Console.People;

/// <summary>Where somebody stands, since when, and what that rests on: their own words, how they were read, by which rule.</summary>
internal static class StageCard
{
    public static Html Of(ConversationState state, DateTimeZone zone) =>
        Html.Of(
            $"""
            <section class="card"><h2>Stage</h2>
            {(state.Stage is { } stage ? Standing(stage, zone) : NotKnown())}
            {Html.When(
                state.Override is not null,
                () =>
                    Html.Of(
                        $"""<p class="said">A coach set this stage. It holds until a coach lifts it.</p>"""
                    )
            )}
            </section>
            """
        );

    private static Html NotKnown() =>
        Html.Of(
            $"""<p class="quiet">Not known yet. It is first placed by the answers to the stage questions.</p>"""
        );

    private static Html Standing(StageRecord stage, DateTimeZone zone) =>
        Html.Of(
            $"""
            <p class="big">{PeopleWords.Of(stage.Stage)}</p>
            <p>Since {Times.Moment(stage.Since, zone)}, {From(stage.Why)}by {Rule(stage.Why.Rule)}.</p>
            {(stage.Why.Evidence is [] ? null : Evidence(stage.Why.Evidence, zone))}
            """
        );

    private static string From(StageMove move) =>
        move.From is { } from ? $"from {PeopleWords.Of(from)}, " : "";

    private static string Rule(string rule) => rule is "coach" ? "a coach" : StageMoves.Why(rule);

    private static Html Evidence(IReadOnlyList<Evidence> evidence, DateTimeZone zone) =>
        Html.Of(
            $"""
            <h3>What it rests on</h3>
            <dl class="facts">{evidence.Select(e => Html.Of($"""
                <div><dt>{Times.Moment(e.At, zone)}</dt><dd>{Quoted(e.Words)}<span class="quiet">read as {e.ReadAs}, {e.Confidence.ToString("P0", CultureInfo.InvariantCulture)} sure, by reader {e.Version}</span></dd></div>
                """))}</dl>
            """
        );

    private static Html? Quoted(string words) => words is "" ? null : Html.Of($"“{words}”<br>");
}
