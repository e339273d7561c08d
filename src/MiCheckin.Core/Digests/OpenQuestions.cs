using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Digests;

/// <summary>One open question a coach could begin with, by situation: evokes, never advises, and leaves the choice to the person.</summary>
public static class OpenQuestions
{
    /// <summary>The question that fits the weightiest reason; null where the person asked for no more contact.</summary>
    public static string? For(Reason reason, PersonWeek person)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(person);
        return
            person.State.Consent is Consent.Stopped or Consent.WrongNumber && reason.Kind != ReasonKind.Risk
            ? null
            : reason.Kind switch
            {
                ReasonKind.Risk => "How have things been for you since you wrote that?",
                ReasonKind.AskedForCoach => "What is on your mind that you wanted to talk about?",
                ReasonKind.UnclearStop => "How would you like us to go on from here, if at all?",
                ReasonKind.Discord => "What would make these check-ins more useful to you?",
                ReasonKind.Slip => "What did that day show you about what matters to you?",
                ReasonKind.ConfidenceFalling => Confidence(person.State.Rulers),
                ReasonKind.SustainRising =>
                    "What do you value about how things are, and what would you like to be different?",
                ReasonKind.Stale => "How have things been since we last heard from you?",
                ReasonKind.Unsure => "What did you have in mind when you wrote that?",
                ReasonKind.OptedOut or ReasonKind.CannotBeTexted => null,
                _ => ForStage(person.State.Stage?.Stage),
            };
    }

    /// <summary>The question for somebody about whom nothing else stands out.</summary>
    public static string ForStage(Stage? stage) =>
        stage switch
        {
            Stage.Precontemplation => "What, if anything, makes you think about a change now and then?",
            Stage.Contemplation => "If you did decide to change, what would be the best thing about it?",
            Stage.Preparation => "What would a good first step look like for you?",
            Stage.Action => "What has made the biggest difference so far?",
            Stage.Maintenance => "What keeps it going for you on the harder days?",
            _ => "What would you like to be different a few months from now?",
        };

    private static string Confidence(IReadOnlyList<RulerAnswer> answers) =>
        RulerTrend.Of(answers, RulerKind.Confidence) is { Scores: [.., var last] } trend
        && last.Low > (trend.Scale == RulerScale.ZeroToTen ? 0m : 1m)
            ? $"What makes your confidence a {RulerTrend.Words(last)} and not lower?"
            : "What would have to happen for you to feel a little more confident?";
}
