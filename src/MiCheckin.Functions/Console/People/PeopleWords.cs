using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.People;

/// <summary>States of a conversation as a coach would say them.</summary>
internal static class PeopleWords
{
    /// <summary>In the words of the field, which coaches know: "Contemplation".</summary>
    public static string Of(Stage? stage) => stage?.ToString() ?? "Not known yet";

    public static string Of(AlertReason reason) =>
        reason switch
        {
            AlertReason.Risk => "Possible danger",
            AlertReason.UnclearStop => "Perhaps an opt-out",
            AlertReason.AskedForCoach => "Asked for a coach",
            AlertReason.Discord => "Unhappy with us",
            AlertReason.AskedForHelp => "Texted HELP",
            AlertReason.Unreachable => "Cannot be reached",
            AlertReason.WrongNumber => "Wrong number",
            AlertReason.WentQuiet => "Went quiet",
            AlertReason.OutcomeUnknown => "Text's fate unknown",
            _ => reason.ToString(),
        };

    public static string Of(HoldReason reason) =>
        reason switch
        {
            HoldReason.Risk => "Held: possible danger",
            HoldReason.UnclearStop => "Held: perhaps an opt-out",
            HoldReason.CoachTalking => "Coach is texting",
            _ => reason.ToString(),
        };

    public static string Of(Consent consent) =>
        consent switch
        {
            Consent.NotAsked => "Not asked yet",
            Consent.Asked => "Asked, no YES yet",
            Consent.Given => "Given",
            Consent.Stopped => "Opted out",
            Consent.WrongNumber => "Wrong number",
            _ => consent.GetType().Name,
        };

    /// <summary>Why a text was not sent or a check-in left out, by the word that the ledger keeps for it.</summary>
    public static string WhyHeldBack(string reason) =>
        reason switch
        {
            SendGate.ConsentChanged => "they answered YES or STOP before it was due",
            SendGate.Stopped => "they had opted out",
            SendGate.WrongNumber => "it is a wrong number",
            SendGate.NoConsent => "there was no YES yet",
            SendGate.Held => "texts are on hold",
            SendGate.Paused => "texts are paused",
            Commit.WentOn => "they went on writing, and got one answer to all of it",
            "late" => "its day was over",
            "window-closed" or "no-window" => "no hour was left in which they get texts",
            "budget" => "the week's texts were used up",
            "no-fresh-prompt" => "each question was asked not long ago",
            "no-words" => "the program has no words for it",
            "not-heard-lately" => "nothing was heard from them lately",
            _ => reason,
        };

    /// <summary>What marks a person in a list, the most urgent first.</summary>
    public static IEnumerable<Html> Flags(Case one)
    {
        var state = one.Person.State;

        if (state.Hold is { } hold)
        {
            yield return Tag(Of(hold.Reason), hold.Reason is HoldReason.CoachTalking ? "unsure" : "risk");
        }

        foreach (var reason in one.Alerts.Select(a => a.Alert.Reason).Distinct().Order())
        {
            yield return Tag(Of(reason), reason is AlertReason.Risk ? "risk" : "discord");
        }

        if (state.Consent is not Consent.Given)
        {
            yield return Tag(Of(state.Consent), "");
        }

        if (state.PausedUntil is not null)
        {
            yield return Tag("Paused", "unsure");
        }

        if (state.Stale)
        {
            yield return Tag("Quiet for a while", "sustain");
        }
    }

    /// <summary>The last answer on a ruler: "6", "6 to 7", or a dash.</summary>
    public static string Last(ConversationState state, RulerKind kind) =>
        state.Rulers.LastOrDefault(r => r.Kind == kind) is { } answer
            ? ReadingWords.Score(answer.Score)
            : "–";

    /// <summary>A planned check-in passes without a text while the person is on hold, so its time is not shown then.</summary>
    public static Html NextCheckIn(ConversationState state, DateTimeZone zone) =>
        (state.Hold, ParticipantRows.NextCheckIn(state)) switch
        {
            (not null, _) => Html.Of($"On hold"),
            (_, { } next) => Times.Moment(next, zone),
            _ => Html.Of($"None planned"),
        };

    public static string Of(RulerScale scale) => scale is RulerScale.OneToTen ? "1 to 10" : "0 to 10";

    private static Html Tag(string words, string tone) =>
        Html.Of($"""<span class="tag {tone}">{words}</span> """);
}
