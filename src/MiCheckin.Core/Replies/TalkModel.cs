using MiCheckin.Core.Replies.Features;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// The linear model of talk: five ways a reply may lean, seven kinds of talk, whether it holds danger, and whether it
/// asks us to leave, whose weights lie in the same rows and cost no load of their own.
/// </summary>
internal sealed class TalkModel(LinearModel model)
{
    /// <summary>Words shown to a person as those that a finding rests on.</summary>
    private const int MostShown = 8;

    private const int FewestCalmWords = 4;

    /// <summary>neutral, change, sustain, mixed, discord, in the order of <see cref="Talk"/>.</summary>
    public static readonly Head Classes = new(0, 5);

    /// <summary>desire to steps, in the order of <see cref="TalkKind"/> from 1.</summary>
    public static readonly Head Kinds = new(Classes.End, 7);

    /// <summary>No danger, danger.</summary>
    public static readonly Head Danger = new(Kinds.End, 2);

    /// <summary>Goes on, wants no more of our texts.</summary>
    public static readonly Head Leaving = new(Danger.End, 2);

    /// <summary>
    /// The temperature, which divides the scores so that the confidence is right as often as it says, what is added
    /// to each class before they are compared, since people do not speak in the shares of the corpus, and from which
    /// score on a reply may ask us to leave.
    /// </summary>
    public static readonly int Settings = 1 + Classes.Count + 1;

    /// <summary>From this score of leaving on, a person is asked whether that is meant.</summary>
    public float LeavingFrom => model.Settings.Span[1 + Classes.Count];

    public static TalkModel Shipped() => new(LinearModel.Shipped("talk.weights", Settings, Language.Known));

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

    /// <summary>The run of words that speaks most for the second of two columns.</summary>
    public Hit Shown(Scratch scratch, Head head)
    {
        var tokens = scratch.Tokens;
        var (best, most) = (new Hit(0, 1, Math.Min(tokens.Length - 1, MostShown + 1)), float.MinValue);
        var (from, sum) = (1, 0f);
        Span<float> scores = stackalloc float[WeightRows.Width];

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (sum <= 0 || i - from >= MostShown)
            {
                (from, sum) = (i, 0);
            }

            model.Score([WordFeatures.OfWord(tokens[i])], scores);
            sum += Margin(scores, head);

            if (sum > most)
            {
                (best, most) = (new Hit(0, from, i + 1), sum);
            }
        }

        return best;
    }

    /// <summary>
    /// Whether a score is so low that the model may doubt a rule by it; a text of few words tells it too little for that.
    /// </summary>
    public static bool IsCalm(float score, float below, Scratch scratch) =>
        score < below && scratch.Tokens.Length - 2 >= FewestCalmWords;

    /// <summary>How much more speaks for the second of two columns than for the first.</summary>
    public static float Margin(Span<float> scores, Head head) => head.Of(scores)[1] - head.Of(scores)[0];
}

/// <summary>Columns of a model of which one is chosen: the first, and how many.</summary>
internal sealed record Head(int From, int Count)
{
    public int End => From + Count;

    public Span<float> Of(Span<float> scores) => scores.Slice(From, Count);
}
