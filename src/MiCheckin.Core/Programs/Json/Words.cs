using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Programs.Json;

/// <summary>The words that stand for named values in a program file.</summary>
internal static class Words
{
    public static IReadOnlyDictionary<string, Expects> Expects { get; } =
        new Dictionary<string, Expects>(StringComparer.Ordinal)
        {
            ["open"] = Replies.Expects.Open,
            ["ruler"] = Replies.Expects.Ruler,
            ["choice"] = Replies.Expects.Choice,
            ["yes-no"] = Replies.Expects.YesNo,
        };

    public static IReadOnlyDictionary<string, RulerKind> Rulers { get; } =
        new Dictionary<string, RulerKind>(StringComparer.Ordinal)
        {
            ["importance"] = RulerKind.Importance,
            ["confidence"] = RulerKind.Confidence,
            ["readiness"] = RulerKind.Readiness,
        };

    public static IReadOnlyDictionary<string, AskedFor> AskedFor { get; } =
        new Dictionary<string, AskedFor>(StringComparer.Ordinal)
        {
            ["idea"] = Programs.AskedFor.Idea,
            ["hurdle"] = Programs.AskedFor.Hurdle,
            ["strength"] = Programs.AskedFor.Strength,
            ["condition"] = Programs.AskedFor.Condition,
        };

    public static IReadOnlyDictionary<string, Stage> Stages { get; } =
        new Dictionary<string, Stage>(StringComparer.Ordinal)
        {
            ["precontemplation"] = Stage.Precontemplation,
            ["contemplation"] = Stage.Contemplation,
            ["preparation"] = Stage.Preparation,
            ["action"] = Stage.Action,
            ["maintenance"] = Stage.Maintenance,
        };

    public static IReadOnlyDictionary<string, RulerScale> Scales { get; } =
        new Dictionary<string, RulerScale>(StringComparer.Ordinal)
        {
            ["0-10"] = RulerScale.ZeroToTen,
            ["1-10"] = RulerScale.OneToTen,
        };
}
