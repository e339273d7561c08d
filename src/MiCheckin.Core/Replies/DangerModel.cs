using MiCheckin.Core.Replies.Features;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Which danger it is and how soon a person must look, for a reply in which the talk model sees danger and no rule names
/// it: few cries for help use the words that anybody would list.
/// </summary>
internal sealed class DangerModel(LinearModel model)
{
    /// <summary>In the order of <see cref="RiskKind"/> from 1.</summary>
    public static readonly Head Kinds = new(0, 7);

    /// <summary>In the order of <see cref="Urgency"/> from 1.</summary>
    public static readonly Head Urgencies = new(Kinds.End, 3);

    /// <summary>From where on a reply holds danger, and from where on more than a concern: scores of the talk model.</summary>
    public const int Settings = 2;

    /// <summary>A kind that is less sure than this is not named.</summary>
    private const float SureKind = 0.5f;

    /// <summary>A concern is believed where it is this sure; else a person looks at once.</summary>
    private const float SureConcern = 0.6f;

    private const float SureImminent = 0.5f;

    public static DangerModel Shipped() => new(LinearModel.Shipped("danger.weights", Settings));

    /// <summary>The danger, or none, in a reply that has this <paramref name="danger"/> score.</summary>
    public RiskFinding Read(float danger, TalkFeatures features, Scratch scratch, TalkModel talk)
    {
        var settings = model.Settings.Span;

        if (danger < settings[0])
        {
            return default;
        }

        Span<float> scores = stackalloc float[WeightRows.Width];
        model.Score(features, scores);
        var kinds = Kinds.Of(scores);
        var urgencies = Urgencies.Of(scores);
        LinearModel.Softmax(kinds);
        LinearModel.Softmax(urgencies);
        var kind = LinearModel.Best(kinds);
        var isConcern = danger < settings[1] || urgencies[0] >= SureConcern;
        return new RiskFinding(
            kinds[kind] >= SureKind ? (RiskKind)(kind + 1) : RiskKind.Unclear,
            isConcern ? Urgency.Concern
                : urgencies[2] >= SureImminent ? Urgency.Imminent
                : Urgency.Crisis,
            talk.Shown(scratch, TalkModel.Danger)
        );
    }
}
