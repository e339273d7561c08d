using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    /// <summary>The columns with room to fill one vector register, so that a feature costs one load.</summary>
    public const int Width = 16;

    /// <summary>How many rows; with fewer, features that share a row cost more in what is read than is won in time.</summary>
    public const int RowBits = 18;
    public const int HeaderBytes = (Width + 1) * 4;

    /// <summary>How much the three groups of features count against each other.</summary>
    public const float LetterShare = 0.5f;
    public const float KinShare = 1f;
    public const float ShapeShare = 0.8f;

    /// <summary>As many bytes as a short can hold the sum of.</summary>
    private const int MostInShort = 256;

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

    /// <summary>
    /// What is added to a class before the classes are compared, since people do not speak in the shares of the
    /// corpus. Fitted with the temperature, and kept in the places of the scales that no column uses.
    /// </summary>
    public float Bias(Talk talk) =>
        talk switch
        {
            Talk.Neutral => _scales[Columns],
            Talk.Sustain => _scales[Columns + 1],
            Talk.Mixed => _scales[Columns + 2],
            Talk.Discord => _scales[Columns + 3],
            _ => 0,
        };

    public static int Row(uint feature) => (int)(feature >> (32 - RowBits)) * Width;

    /// <summary>The shipped weights: the temperature, a scale a column, then the weights.</summary>
    public static TalkModel Shipped()
    {
        var bytes = Language.Bytes("talk.weights");
        var scales = new float[Width];

        for (var i = 0; i < Width; i++)
        {
            scales[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan((i + 1) * 4));
        }

        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(HeaderBytes)).ToArray();
        return new TalkModel(weights, scales, BinaryPrimitives.ReadSingleLittleEndian(bytes));
    }

    /// <summary>How much a group of <paramref name="count"/> features counts, so that long texts do not shout.</summary>
    public static float Share(int count, float share) => count == 0 ? 0 : share / MathF.Sqrt(count);

    /// <summary>A score for each column.</summary>
    public void Score(TalkFeatures features, Span<float> scores)
    {
        var (head, tail) = (Vector256<float>.Zero, Vector256<float>.Zero);
        Add(features.Words, Share(features.Words.Length, 1), ref head, ref tail);
        Add(features.Letters, Share(features.Letters.Length, LetterShare), ref head, ref tail);
        Add(features.Kin, Share(features.Kin.Length, KinShare), ref head, ref tail);
        Add(features.Shape, Share(features.Shape.Length, ShapeShare), ref head, ref tail);
        Span<float> all = stackalloc float[Width];
        (head * Vector256.Create(_scales, 0)).CopyTo(all);
        (tail * Vector256.Create(_scales, Width / 2)).CopyTo(all[(Width / 2)..]);
        all[..Columns].CopyTo(scores);
    }

    private void Add(
        ReadOnlySpan<uint> features,
        float share,
        ref Vector256<float> head,
        ref Vector256<float> tail
    )
    {
        var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);

        for (var from = 0; from < features.Length; from += MostInShort)
        {
            var sum = Sum(features.Slice(from, Math.Min(MostInShort, features.Length - from)));
            var (a, b) = Vector256.Widen(sum);
            low += a;
            high += b;
        }

        head += Vector256.ConvertToSingle(low) * share;
        tail += Vector256.ConvertToSingle(high) * share;
    }

    private Vector256<short> Sum(ReadOnlySpan<uint> features)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var sum = Vector256<short>.Zero;

        foreach (var feature in features)
        {
            var row = Vector128.LoadUnsafe(ref weights, (nuint)Row(feature));
            sum += Vector256.WidenLower(row.ToVector256Unsafe());
        }

        return sum;
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
