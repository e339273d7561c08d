using System.Buffers.Binary;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// A linear model over hashed features: for each of the five ways a reply may lean, and the seven kinds of talk, one
/// small weight a feature. Trained by the train command on the corpus of this repository.
/// </summary>
internal sealed class TalkModel
{
    /// <summary>neutral, change, sustain, mixed, discord, in the order of <see cref="Talk"/>.</summary>
    public const int Classes = 5;

    /// <summary>desire to steps, in the order of <see cref="TalkKind"/> from 1.</summary>
    public const int Kinds = 7;
    public const int Columns = Classes + Kinds;
    public const int RowBits = 18;
    public const int HeaderBytes = (Columns + 1) * 4;

    /// <summary>How much the three groups of features count against each other.</summary>
    public const float LetterShare = 0.5f;

    private readonly sbyte[] _weights;
    private readonly float[] _scales;

    public TalkModel(sbyte[] weights, float[] scales, float temperature)
    {
        Temperature = temperature;
        _weights = weights;
        _scales = scales;
    }

    /// <summary>Divides the scores so that the confidence is right as often as it says.</summary>
    public float Temperature { get; }

    public static int Row(uint feature) => (int)(feature >> (32 - RowBits)) * Columns;

    /// <summary>The shipped weights: the temperature, a scale a column, then the weights.</summary>
    public static TalkModel Shipped()
    {
        var bytes = Language.Bytes("talk.weights");
        var scales = new float[Columns];

        for (var i = 0; i < Columns; i++)
        {
            scales[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan((i + 1) * 4));
        }

        var weights = new sbyte[(1 << RowBits) * Columns];
        Buffer.BlockCopy(bytes, HeaderBytes, weights, 0, weights.Length);
        return new TalkModel(weights, scales, BinaryPrimitives.ReadSingleLittleEndian(bytes));
    }

    /// <summary>How much a group of <paramref name="count"/> features counts, so that long texts do not shout.</summary>
    public static float Share(int count, float share) => count == 0 ? 0 : share / MathF.Sqrt(count);

    /// <summary>A score for each column.</summary>
    public void Score(TalkFeatures features, Span<float> scores)
    {
        scores.Clear();
        Add(features.Words, Share(features.Words.Length, 1), scores);
        Add(features.Letters, Share(features.Letters.Length, LetterShare), scores);
        Add(features.Shape, Share(features.Shape.Length, 1), scores);

        for (var i = 0; i < Columns; i++)
        {
            scores[i] *= _scales[i];
        }
    }

    private void Add(ReadOnlySpan<uint> features, float share, Span<float> scores)
    {
        Span<int> sums = stackalloc int[Columns];
        sums.Clear();

        foreach (var feature in features)
        {
            var row = _weights.AsSpan(Row(feature), Columns);

            for (var i = 0; i < Columns; i++)
            {
                sums[i] += row[i];
            }
        }

        for (var i = 0; i < Columns; i++)
        {
            scores[i] += sums[i] * share;
        }
    }

    /// <summary>Scores of the classes or of the kinds made into shares of one.</summary>
    public static void Softmax(Span<float> scores)
    {
        var (most, sum) = (float.MinValue, 0f);

        foreach (var score in scores)
        {
            most = MathF.Max(most, score);
        }

        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - most);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
