using System.Runtime.Intrinsics;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Replies.Features;

namespace MiCheckin.Cli.Read;

/// <summary>
/// Trains a linear model: a multinomial logistic regression a head, all over the same hashed features, by stochastic
/// gradients with a step a weight (Adagrad). Same corpus, same weights: the order is shuffled by <paramref name="seed"/>.
/// </summary>
/// <param name="heads">The columns of the model.</param>
/// <param name="signsFrom">The first column that the signs of danger count for; all after it count them too.</param>
/// <param name="seed">Any number.</param>
internal sealed class Trainer(Head[] heads, int signsFrom, uint seed)
{
    private const int Epochs = 8;

    /// <summary>A feature of a single reply says what that reply said, which is no rule: it gets no row.</summary>
    private const int FewestReplies = 2;
    private const float Step = 0.07f;
    private const float Decay = 0.00003f;
    private readonly float[] _weights = new float[WeightRows.Places * WeightRows.Width];
    private readonly float[] _squares = new float[WeightRows.Places * WeightRows.Width];
    private readonly bool[] _isKept = new bool[WeightRows.Places];
    private uint _seed = seed;

    /// <summary>A score for each column.</summary>
    public float[] Scores(Example example)
    {
        var scores = new float[WeightRows.Width];
        Score(example, scores);
        return scores;
    }

    public void Train(IReadOnlyList<Example> examples)
    {
        Keep(examples);
        var kept = examples.Select(e => e.Only(_isKept)).ToList();
        var order = Enumerable.Range(0, examples.Count).ToArray();

        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            Shuffle(order);

            foreach (var index in order)
            {
                Learn(kept[index]);
            }
        }
    }

    /// <summary>The mean of trainings that differ only in their order.</summary>
    public static Trainer Mean(IReadOnlyList<Trainer> trainers)
    {
        var mean = new Trainer(trainers[0].Heads, 0, 0);
        trainers[0]._isKept.CopyTo(mean._isKept, 0);

        foreach (var trainer in trainers)
        {
            for (var i = 0; i < mean._weights.Length; i++)
            {
                mean._weights[i] += trainer._weights[i] / trainers.Count;
            }
        }

        return mean;
    }

    private Head[] Heads => heads;

    /// <summary>The weights made small, a byte each and one scale a column; only the rows that are kept.</summary>
    public (float[] Scales, byte[] Rows) Quantise()
    {
        var scales = new float[WeightRows.Width];
        var small = new sbyte[_weights.Length];

        for (var i = 0; i < _weights.Length; i++)
        {
            var column = i % WeightRows.Width;
            scales[column] = Math.Max(scales[column], Math.Abs(_weights[i]) / 127);
        }

        for (var i = 0; i < small.Length; i++)
        {
            var scale = scales[i % WeightRows.Width];
            small[i] = scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(_weights[i] / scale);
        }

        return (scales, WeightRows.Bytes(small, _isKept));
    }

    private void Keep(IReadOnlyList<Example> examples)
    {
        var replies = new Dictionary<uint, int>();

        foreach (var feature in examples.SelectMany(e => e.Features.Distinct()))
        {
            replies[feature] = replies.GetValueOrDefault(feature) + 1;
        }

        foreach (var (feature, _) in replies.Where(r => r.Value >= FewestReplies))
        {
            _isKept[WeightRows.Place(feature)] = true;
        }
    }

    private void Learn(Example example)
    {
        Span<float> scores = stackalloc float[WeightRows.Width];
        scores.Clear();
        Score(example, scores);

        for (var i = 0; i < heads.Length; i++)
        {
            var shares = heads[i].Of(scores);

            if (example.Targets[i] is { } target)
            {
                LinearModel.Softmax(shares);
                shares[target] -= 1;
            }
            else
            {
                shares.Clear();
            }
        }

        for (var n = 0; n < example.Features.Length; n++)
        {
            var from = example.IsSign[n] ? signsFrom : 0;
            Move(example.Features[n], example.Values[n], scores, from);
        }
    }

    private void Score(Example example, Span<float> scores)
    {
        var (head, tail) = (Vector256<float>.Zero, Vector256<float>.Zero);

        for (var n = 0; n < example.Features.Length; n++)
        {
            var place = WeightRows.Place(example.Features[n]);
            var value = example.Values[n];

            if (_isKept[place])
            {
                var at = place * WeightRows.Width;
                head += Vector256.Create(_weights, at) * value;
                tail += Vector256.Create(_weights, at + Vector256<float>.Count) * value;
            }
        }

        head.CopyTo(scores);
        tail.CopyTo(scores[Vector256<float>.Count..]);
    }

    /// <summary>Moves a row against the gradients; those of columns before <paramref name="from"/> are not felt.</summary>
    private void Move(uint feature, float value, ReadOnlySpan<float> gradients, int from)
    {
        var row = WeightRows.Place(feature) * WeightRows.Width;

        for (var i = 0; i < WeightRows.Width; i += Vector256<float>.Count)
        {
            var columns = Vector256.CreateSequence((float)i, 1);
            var felt = Vector256.GreaterThanOrEqual(columns, Vector256.Create((float)from));
            var weights = Vector256.Create(_weights, row + i);
            var gradient =
                ((Vector256.Create(gradients[i..]) & felt) * value) + (Vector256.Create(Decay) * weights);
            var squares = Vector256.Create(_squares, row + i) + (gradient * gradient);
            squares.CopyTo(_squares, row + i);
            (weights - (Step * gradient / (Vector256.Sqrt(squares) + Vector256.Create(1e-4f)))).CopyTo(
                _weights,
                row + i
            );
        }
    }

    private void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            _seed = FeatureList.Mix(_seed + 0x9E3779B9u);
            var other = (int)(_seed % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}

/// <summary>One reply as a model sees it.</summary>
/// <param name="Targets">What is right for each head of the model; null where it is not said.</param>
internal sealed record Example(string File, uint[] Features, float[] Values, int?[] Targets)
{
    /// <summary>Whether its lean is labelled.</summary>
    public bool HasTalk => Targets[0] is not null;

    /// <summary>What is right for the first head of the model of talk.</summary>
    public int Talk => Targets[0]!.Value;

    /// <summary>1 for danger, 0 for none.</summary>
    public int? Danger => Targets[2];

    /// <summary>1 for a wish to leave, 0 for none.</summary>
    public int? Leaving => Targets[3];

    private const int SignGroup = 3;

    /// <summary>Which features are signs of danger.</summary>
    public bool[] IsSign { get; init; } = [];

    /// <summary>What is held out together: the behaviour for talk; for danger, whose files are kinds, a fifth of each.</summary>
    public string Fold { get; init; } = File;

    public static Example Of(string file, string text, string prompt, params int?[] targets)
    {
        var features = ReplyReader.FeaturesOf(text, prompt);
        var groups = new[]
        {
            (Together(features.Singles, features.Pairs), 1f),
            (features.Letters.ToArray(), LinearModel.LetterShare),
            (Together(features.Kin, features.KinMarks), LinearModel.KinShare),
            (features.Signs.ToArray(), LinearModel.SignShare),
            (Together(features.Shape, features.ShapeMarks), LinearModel.ShapeShare),
        };
        var all = groups.SelectMany(g => g.Item1).ToArray();
        var values = groups
            .SelectMany(g => g.Item1.Select(_ => LinearModel.Share(g.Item1.Length, g.Item2)))
            .ToArray();
        var isSign = groups.SelectMany((g, i) => Enumerable.Repeat(i == SignGroup, g.Item1.Length)).ToArray();
        return new Example(file, all, values, targets) { IsSign = isSign };
    }

    private static uint[] Together(ReadOnlySpan<uint> some, ReadOnlySpan<uint> others) =>
        [.. some, .. others];

    /// <summary>The same with those features alone that a model keeps.</summary>
    public Example Only(bool[] isKept)
    {
        var kept = Enumerable
            .Range(0, Features.Length)
            .Where(n => isKept[WeightRows.Place(Features[n])])
            .ToArray();
        return this with
        {
            Features = [.. kept.Select(n => Features[n])],
            Values = [.. kept.Select(n => Values[n])],
            IsSign = [.. kept.Select(n => IsSign[n])],
        };
    }
}
