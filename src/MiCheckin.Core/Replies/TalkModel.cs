using MiCheckin.Core.Replies.Features;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// The linear model of talk: five ways a reply may lean, seven kinds of talk, and whether it holds danger, whose weights
/// lie in the same rows and cost no load of their own.
/// </summary>
internal sealed class TalkModel(LinearModel model)
{
    /// <summary>neutral, change, sustain, mixed, discord, in the order of <see cref="Talk"/>.</summary>
    public static readonly Head Classes = new(0, 5);

    /// <summary>desire to steps, in the order of <see cref="TalkKind"/> from 1.</summary>
    public static readonly Head Kinds = new(Classes.End, 7);

    /// <summary>No danger, danger.</summary>
    public static readonly Head Danger = new(Kinds.End, 2);

    /// <summary>
    /// The temperature, which divides the scores so that the confidence is right as often as it says, and what is added
    /// to each class before they are compared, since people do not speak in the shares of the corpus.
    /// </summary>
    public static readonly int Settings = 1 + Classes.Count;

    public static TalkModel Shipped() =>
        new(LinearModel.Shipped("talk.weights", Settings, Language.Known.Marks));

    /// <summary>The score of each column; those of the classes calibrated.</summary>
    public void Score(TalkFeatures features, Span<float> scores)
    {
        model.Score(features, scores);
        var settings = model.Settings.Span;

        for (var i = 0; i < Classes.Count; i++)
        {
            scores[i] = (scores[i] + settings[1 + i]) / settings[0];
        }
    }

    /// <summary>How much more one feature by itself speaks for danger than against it.</summary>
    public float DangerOf(uint feature)
    {
        Span<float> scores = stackalloc float[WeightRows.Width];
        model.Score([feature], scores);
        return Margin(scores);
    }

    /// <summary>How much more speaks for danger than against it.</summary>
    public static float Margin(Span<float> scores) => Danger.Of(scores)[1] - Danger.Of(scores)[0];
}

/// <summary>Columns of a model of which one is chosen: the first, and how many.</summary>
internal sealed record Head(int From, int Count)
{
    public int End => From + Count;

    public Span<float> Of(Span<float> scores) => scores.Slice(From, Count);
}
