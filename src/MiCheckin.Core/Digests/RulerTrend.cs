using System.Globalization;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Digests;

/// <summary>The last answers on one ruler, oldest first. Scales never mix: a change of scale starts a new trend.</summary>
public sealed record RulerTrend(RulerKind Kind, RulerScale Scale, IReadOnlyList<RulerScore> Scores)
{
    private const int MostPoints = 8;
    private const string Bars = "▁▂▃▄▅▆▇█";

    /// <summary>A small picture of the trend; the numbers always stand beside it.</summary>
    public string Sparkline => string.Concat(Scores.Select(score => Bars[BarOf(score.Low)]));

    /// <summary>"4, 5, 6–7", the newest last.</summary>
    public string Numbers => string.Join(", ", Scores.Select(Words));

    public string Name => Kind.ToString().ToLowerInvariant();

    public string ScaleWords => Scale == RulerScale.ZeroToTen ? "0–10" : "1–10";

    /// <summary>The trends of every ruler that was answered, in the order importance, confidence, readiness.</summary>
    public static IReadOnlyList<RulerTrend> AllOf(IReadOnlyList<RulerAnswer> answers) =>
        [
            .. Enum.GetValues<RulerKind>()
                .Select(kind => Of(answers, kind))
                .Where(trend => trend.Scores.Count > 0),
        ];

    /// <summary>The trend of one ruler; empty where it was never answered.</summary>
    public static RulerTrend Of(IReadOnlyList<RulerAnswer> answers, RulerKind kind)
    {
        var ofKind = answers.Where(answer => answer.Kind == kind).ToList();
        var scale = ofKind.Count == 0 ? RulerScale.ZeroToTen : ofKind[^1].Scale;
        return new RulerTrend(
            kind,
            scale,
            [.. ofKind.Where(answer => answer.Scale == scale).TakeLast(MostPoints).Select(a => a.Score)]
        );
    }

    /// <summary>One score as people write it: "6" or "6–7".</summary>
    public static string Words(RulerScore score) =>
        score.Low == score.High ? Number(score.Low) : $"{Number(score.Low)}–{Number(score.High)}";

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private int BarOf(decimal score)
    {
        var lowest = Scale == RulerScale.ZeroToTen ? 0m : 1m;
        var share = Math.Clamp((score - lowest) / (10m - lowest), 0m, 1m);
        return (int)Math.Round(share * (Bars.Length - 1), MidpointRounding.AwayFromZero);
    }
}
