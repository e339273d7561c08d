using System.Globalization;
using MiCheckin.Core.Replies;

namespace MiCheckin.Functions.Console.Markup;

/// <summary>A reading as a coach would say it.</summary>
internal static class ReadingWords
{
    /// <summary>What the reply was taken for, in a few words: "change talk (desire)", "asked to stop".</summary>
    public static string Short(Reading reading) =>
        reading switch
        {
            { Risk: not RiskKind.None } => $"possible danger: {Risk(reading.Risk)}",
            { Control: not ControlWord.None } => Control(reading.Control),
            { NotAnAnswer: not NotAnAnswer.None } => WhyNot(reading.NotAnAnswer),
            { RulerStatus: RulerStatus.Read, Ruler: { } score } => $"ruler {Score(score)}",
            { RulerStatus: RulerStatus.Ask } => "a number that is not clear",
            { Choice: { } choice } => string.Create(CultureInfo.InvariantCulture, $"choice {choice + 1}"),
            { YesNo: { } yes, Talk: Talk.Neutral or Talk.Unsure } => yes ? "yes" : "no",
            _ => TalkOf(reading),
        };

    /// <summary>The style that goes with it.</summary>
    public static string Tone(Reading reading) =>
        reading switch
        {
            { Risk: not RiskKind.None } => "risk",
            { Control: not ControlWord.None } => "control",
            { RulerStatus: not RulerStatus.None } => "ruler",
            { Talk: Talk.Change } => "change",
            { Talk: Talk.Sustain } => "sustain",
            { Talk: Talk.Mixed } => "mixed",
            { Talk: Talk.Discord } => "discord",
            { Talk: Talk.Unsure } => "unsure",
            _ => "neutral",
        };

    public static string Score(RulerScore score) =>
        score.Low == score.High
            ? score.Low.ToString("0.#", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{score.Low:0.#} to {score.High:0.#}");

    public static string Risk(RiskKind kind) =>
        kind switch
        {
            RiskKind.Suicide => "suicidal thoughts",
            RiskKind.SelfHarm => "self-harm",
            RiskKind.HarmToOthers => "harm to others",
            RiskKind.ViolenceHome => "violence at home",
            RiskKind.Medical => "a medical emergency",
            RiskKind.ThirdParty => "somebody else at risk",
            RiskKind.Unclear => "not clear which",
            _ => "none",
        };

    public static string UrgencyOf(Urgency urgency) =>
        urgency switch
        {
            Urgency.Imminent => "now, emergency number first",
            Urgency.Crisis => "now",
            Urgency.Concern => "today",
            _ => "none",
        };

    private static string TalkOf(Reading reading) =>
        reading.Talk switch
        {
            Talk.Change => "change talk" + KindOf(reading.Kind),
            Talk.Sustain => "sustain talk" + KindOf(reading.Kind),
            Talk.Mixed => "both sides",
            Talk.Discord => "discord",
            Talk.Unsure => "not sure",
            _ => "neutral",
        };

    private static string KindOf(TalkKind kind) =>
        kind switch
        {
            TalkKind.None => "",
            TalkKind.Steps => " (taking steps)",
            _ => $" ({kind.ToString().ToLowerInvariant()})",
        };

    private static string Control(ControlWord word) =>
        word switch
        {
            ControlWord.Stop => "asked to stop",
            ControlWord.Start => "asked to start",
            ControlWord.Help => "asked for help",
            ControlWord.Coach => "asked for a coach",
            ControlWord.Ask => "perhaps an opt-out: a person must ask",
            _ => "asked to " + word.ToString().ToLowerInvariant(),
        };

    private static string WhyNot(NotAnAnswer kind) =>
        kind switch
        {
            NotAnAnswer.Reaction => "a phone's reaction",
            NotAnAnswer.AutoReply => "an automatic reply",
            NotAnAnswer.WrongNumber => "wrong number",
            _ => "a picture without words",
        };
}
