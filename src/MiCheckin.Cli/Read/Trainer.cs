using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>
/// Trains the talk model: two multinomial logistic regressions (the lean, the kind) over the same hashed features,
/// by stochastic gradients with a step a weight (Adagrad). Same corpus, same weights: the order is shuffled by
/// <paramref name="seed"/>.
/// </summary>
internal sealed class Trainer(uint seed)
{
    private const int Epochs = 8;
    private const float Step = 0.07f;
    private const float Decay = 0.00003f;
    private const int Rows = 1 << TalkModel.RowBits;
    private readonly float[] _weights = new float[Rows * TalkModel.Width];
    private readonly float[] _squares = new float[Rows * TalkModel.Width];
    private uint _seed = seed;

    /// <summary>A score for each column.</summary>
    public float[] Scores(Example example)
    {
        var scores = new float[TalkModel.Columns];
        Score(example, scores);
        return scores;
    }

    public void Train(IReadOnlyList<Example> examples)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();

        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            Shuffle(order);

            foreach (var index in order)
            {
                Learn(examples[index]);
            }
        }
    }

    /// <summary>The mean of trainings that differ only in their order.</summary>
    public static Trainer Mean(IReadOnlyList<Trainer> trainers)
    {
        var mean = new Trainer(0);

        foreach (var trainer in trainers)
        {
            for (var i = 0; i < mean._weights.Length; i++)
            {
                mean._weights[i] += trainer._weights[i] / trainers.Count;
            }
        }

        return mean;
    }

    /// <summary>The weights made small: a byte each, one scale a column.</summary>
    public (sbyte[] Weights, float[] Scales) Quantise()
    {
        var scales = new float[TalkModel.Width];
        var small = new sbyte[_weights.Length];

        for (var i = 0; i < _weights.Length; i++)
        {
            var column = i % TalkModel.Width;
            scales[column] = Math.Max(scales[column], Math.Abs(_weights[i]) / 127);
        }

        for (var i = 0; i < small.Length; i++)
        {
            var scale = scales[i % TalkModel.Width];
            small[i] = scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(_weights[i] / scale);
        }

        return (small, scales);
    }

    private void Learn(Example example)
    {
        Span<float> scores = stackalloc float[TalkModel.Columns];
        scores.Clear();
        Score(example, scores);
        TalkModel.Softmax(scores[..TalkModel.Classes]);
        TalkModel.Softmax(scores[TalkModel.Classes..]);

        for (var i = 0; i < TalkModel.Classes; i++)
        {
            scores[i] -= example.Talk == i ? 1 : 0;
        }

        for (var i = 0; i < TalkModel.Kinds; i++)
        {
            scores[TalkModel.Classes + i] =
                example.Kind == 0 ? 0 : scores[TalkModel.Classes + i] - (example.Kind == i + 1 ? 1 : 0);
        }

        for (var n = 0; n < example.Features.Length; n++)
        {
            Move(example.Features[n], example.Values[n], scores);
        }
    }

    private void Score(Example example, Span<float> scores)
    {
        for (var n = 0; n < example.Features.Length; n++)
        {
            var row = TalkModel.Row(example.Features[n]);
            var value = example.Values[n];

            for (var i = 0; i < TalkModel.Columns; i++)
            {
                scores[i] += _weights[row + i] * value;
            }
        }
    }

    private void Move(uint feature, float value, Span<float> gradients)
    {
        var row = TalkModel.Row(feature);

        for (var i = 0; i < TalkModel.Columns; i++)
        {
            var gradient = (gradients[i] * value) + (Decay * _weights[row + i]);
            _squares[row + i] += gradient * gradient;
            _weights[row + i] -= Step * gradient / (MathF.Sqrt(_squares[row + i]) + 1e-4f);
        }
    }

    private void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            _seed = TalkFeatures.Mix(_seed + 0x9E3779B9u);
            var other = (int)(_seed % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}

/// <summary>One reply as the model sees it.</summary>
internal sealed record Example(string File, uint[] Features, float[] Values, int Talk, int Kind)
{
    public static Example Of(LabelledReply reply)
    {
        var features = ReplyReader.FeaturesOf(reply.Text, reply.Prompt);
        var groups = new[]
        {
            (features.Words.ToArray(), 1f),
            (features.Letters.ToArray(), TalkModel.LetterShare),
            (features.Kin.ToArray(), TalkModel.KinShare),
            (features.Shape.ToArray(), TalkModel.ShapeShare),
        };
        var all = groups.SelectMany(g => g.Item1).ToArray();
        var values = groups
            .SelectMany(g => g.Item1.Select(_ => TalkModel.Share(g.Item1.Length, g.Item2)))
            .ToArray();
        return new Example(reply.File, all, values, (int)reply.Talk, (int)reply.Kind);
    }
}
