using MiCheckin.Core.Conversations;
using MiCheckin.Functions.Console.Markup;

namespace MiCheckin.Functions.Console.People;

/// <summary>Events and facts of the ledger as lines of a timeline. What the timeline shows anyway gets no line of its own.</summary>
internal static class FactWords
{
    public static string? Of(ConversationEvent happened) =>
        happened switch
        {
            ConversationEvent.Enrolled => "Enrolled",
            ConversationEvent.OptedOutAtProvider => "Opted out with the carrier",
            ConversationEvent.Unreachable e => $"The number cannot be texted (code {e.Code})",
            ConversationEvent.CoachActed e => $"{e.Coach.Value} {Of(e.Action)}",
            _ => null,
        };

    public static string? Of(Fact fact) =>
        fact switch
        {
            Fact.ConsentChanged f => $"Consent: {f.To.ToLowerInvariant()}",
            Fact.StageMoved { Move: var move } =>
                $"Stage: {PeopleWords.Of(move.From)} to {PeopleWords.Of(move.To)} ({RuleOf(move.Rule)})",
            Fact.RulerRead { Answer: var answer } => $"{answer.Kind} {ReadingWords.Score(answer.Score)}",
            Fact.Relapsed => "Relapse: said to be back to the old way",
            Fact.GoalSet f => $"Goal: {f.Goal}",
            Fact.FirstStepSet f => $"First step: {f.Step}",
            Fact.HoldChanged { Hold: { } hold } => PeopleWords.Of(hold.Reason),
            Fact.HoldChanged => "The hold was cleared",
            Fact.CadenceChanged f => $"Check-ins: {f.How}",
            Fact.WentStale f => $"No answer to {Times.Count(f.Missed, "check-in")} in a row",
            Fact.SlotSkipped f => $"A check-in was left out: {PeopleWords.WhyHeldBack(f.Why)}",
            _ => null,
        };

    public static string RuleOf(string rule) => rule is "coach" ? "set by a coach" : $"rule {rule}";

    private static string Of(CoachAction action) =>
        action switch
        {
            CoachAction.ClearHold a => "cleared the hold" + Note(a.Note),
            CoachAction.OverrideStage a => $"set the stage to {PeopleWords.Of(a.Stage)}" + Note(a.Note),
            CoachAction.LiftOverride => "let the rules move the stage again",
            CoachAction.UndoMove a => "took back the last move" + Note(a.Note),
            CoachAction.Text => "texted",
            CoachAction.Pause { Until: { } day } => $"paused the texts until {day:d MMM uuuu}",
            CoachAction.Pause => "paused the texts",
            CoachAction.Resume => "resumed the texts",
            CoachAction.OptOut => "opted the person out, as they asked",
            CoachAction.ChangeProfile => "changed zone, window, time, language or name",
            _ => "did something",
        };

    private static string Note(string note) => note is "" ? "" : $": “{note}”";
}
