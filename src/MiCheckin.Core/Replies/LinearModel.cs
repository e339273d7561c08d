using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using MiCheckin.Core.Replies.Features;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// A linear model over the hashed features of a reply: one small weight a feature for each of up to sixteen columns.
/// Trained by the train command on the corpus of this repository.
/// </summary>
internal sealed class LinearModel
{
    /// <summary>How much the groups of features count against each other.</summary>
    public const float LetterShare = 0.6f;
    public const float KinShare = 1f;
    public const float SignShare = 1f;
    public const float ShapeShare = 0.8f;

    private readonly WeightRows _rows;
    private readonly float[] _scales;
    private readonly WordSums? _byWord;

    private LinearModel(WeightRows rows, float[] scales, float[] settings, WordSums? byWord)
    {
        (_rows, _scales, Settings, _byWord) = (rows, scales, settings, byWord);
    }

    /// <summary>What was fitted beside the weights; each model says what they are.</summary>
    public ReadOnlyMemory<float> Settings { get; }

    /// <summary>The shipped weights of that name: so many settings, a scale a column, the rows.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="settings">How many.</param>
    /// <param name="known">Its words are added up beforehand, for a model that reads every reply.</param>
    public static LinearModel Shipped(string name, int settings, Language? known = null)
    {
        ReadOnlySpan<byte> bytes = Language.Bytes(name);
        var numbers = new float[settings + WeightRows.Width];

        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        }

        var rows = WeightRows.Read(bytes[(numbers.Length * sizeof(float))..]);
        var byWord = known is null ? null : new WordSums(rows, known);
        return new LinearModel(rows, numbers[settings..], numbers[..settings], byWord);
    }

    /// <summary>How much a group of <paramref name="count"/> features counts, so that long texts do not shout.</summary>
    public static float Share(int count, float share) => count == 0 ? 0 : share / MathF.Sqrt(count);

    /// <summary>A score for each of the <see cref="WeightRows.Width"/> columns.</summary>
    public void Score(TalkFeatures features, Span<float> scores)
    {
        var (head, tail) = (Vector256<float>.Zero, Vector256<float>.Zero);
        AddWords(features, ref head, ref tail);
        var kin = Share(features.Kin.Length + features.KinMarks.Length, KinShare);
        Add(features.Kin, kin, ref head, ref tail);
        Add(features.KinMarks, kin, ref head, ref tail);
        Add(features.Signs, Share(features.Signs.Length, SignShare), ref head, ref tail);
        var shape = Share(features.Shape.Length + features.ShapeMarks.Length, ShapeShare);
        Add(features.Shape, shape, ref head, ref tail);
        Add(features.ShapeMarks, shape, ref head, ref tail);
        Finish(head, tail, scores);
    }

    /// <summary>What some features by themselves add to each column.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        var (head, tail) = (Vector256<float>.Zero, Vector256<float>.Zero);
        Add(features, 1, ref head, ref tail);
        Finish(head, tail, scores);
    }

    private void Finish(Vector256<float> head, Vector256<float> tail, Span<float> scores)
    {
        (head * Vector256.Create(_scales, 0)).CopyTo(scores);
        (tail * Vector256.Create(_scales, WeightRows.Width / 2)).CopyTo(scores[(WeightRows.Width / 2)..]);
    }

    private void Add(
        ReadOnlySpan<uint> features,
        float share,
        ref Vector256<float> head,
        ref Vector256<float> tail
    )
    {
        var (low, high) = _rows.Sum(features);
        head += Vector256.ConvertToSingle(low) * share;
        tail += Vector256.ConvertToSingle(high) * share;
    }

    private void AddWords(TalkFeatures features, ref Vector256<float> head, ref Vector256<float> tail)
    {
        var share = Share(features.SingleCount + features.Pairs.Length, 1);
        Add(features.Pairs, share, ref head, ref tail);

        if (_byWord is null)
        {
            Add(features.Singles, share, ref head, ref tail);
            Add(features.Letters, Share(features.Letters.Length, LetterShare), ref head, ref tail);
            return;
        }

        var ofLetters = Share(_byWord.Sum(features.Scratch, out var words, out var letters), LetterShare);
        head += Vector256.ConvertToSingle(words.Head) * share;
        tail += Vector256.ConvertToSingle(words.Tail) * share;
        head += Vector256.ConvertToSingle(letters.Head) * ofLetters;
        tail += Vector256.ConvertToSingle(letters.Tail) * ofLetters;
    }

    /// <summary>Scores made into shares of one.</summary>
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

    /// <summary>The place of the highest.</summary>
    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;

        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }
}
