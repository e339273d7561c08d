using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Digests;

/// <summary>What an alert is about, in one sentence for a coach. It never holds the person's words.</summary>
public static class AlertSentences
{
    public static string Of(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.Reason switch
        {
            AlertReason.Risk => OfRisk(alert.Risk, alert.Urgency),
            AlertReason.UnclearStop =>
                "A text may or may not ask to stop. Automated texts are held until you decide.",
            AlertReason.AskedForCoach => "Asked to hear from you.",
            AlertReason.Discord => "Seems put off by the program or by how we texted.",
            AlertReason.AskedForHelp => "Texted HELP, which can mean more than a question about the service.",
            AlertReason.Unreachable => "The number can no longer be texted. Please ask for another.",
            AlertReason.WrongNumber => "The number belongs to somebody else. No more texts go to it.",
            AlertReason.WentQuiet => "Has not answered several check-ins in a row.",
            AlertReason.OutcomeUnknown =>
                "The provider does not say whether a text went out. It is not sent again.",
            _ => throw new InvalidOperationException($"No sentence for {alert.Reason}."),
        };
    }

    private static string OfRisk(RiskKind kind, Urgency urgency)
    {
        var what = kind switch
        {
            RiskKind.Suicide => "may be thinking of suicide",
            RiskKind.SelfHarm => "may be harming themselves",
            RiskKind.HarmToOthers => "may mean to harm somebody",
            RiskKind.ViolenceHome => "may not be safe at home",
            RiskKind.Medical => "may be in a medical emergency",
            RiskKind.ThirdParty => "is worried that somebody else is in danger",
            _ => "may be in danger; it is not clear how",
        };
        var soon = urgency switch
        {
            Urgency.Imminent => " It may be happening now.",
            Urgency.Crisis => " Please look now.",
            _ => " Please look today.",
        };
        return $"By what they texted, this person {what}.{soon}";
    }
}
