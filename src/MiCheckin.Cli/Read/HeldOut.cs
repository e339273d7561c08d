using System.Globalization;
using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>What the model said of each reply when it had seen no reply about that behaviour.</summary>
internal sealed class HeldOut
{
    private static readonly string[] Names = ["neutral", "change", "sustain", "mixed", "discord"];
    private readonly List<(Example Example, float[] Scores)> _rows = [];

    /// <summary>Leaves out each file of the corpus in turn.</summary>
    public static HeldOut Of(IReadOnlyList<Example> examples)
    {
        var heldOut = new HeldOut();

        foreach (var file in examples.Select(e => e.File).Distinct(StringComparer.Ordinal))
        {
            var trainer = new Trainer();
            trainer.Train([.. examples.Where(e => !string.Equals(e.File, file, StringComparison.Ordinal))]);
            heldOut._rows.AddRange(
                examples
                    .Where(e => string.Equals(e.File, file, StringComparison.Ordinal))
                    .Select(e => (e, trainer.Scores(e)))
            );
        }

        return heldOut;
    }

    /// <summary>The temperature under which the labels are least surprising.</summary>
    public float BestTemperature() =>
        Enumerable
            .Range(5, 40)
            .Select(i => i / 10f)
            .MinBy(temperature => _rows.Sum(row => Surprise(row, temperature)));

    /// <summary>One line a reply: file, label, the five shares.</summary>
    public IEnumerable<string> Lines(float temperature)
    {
        yield return "behaviour,label," + string.Join(',', Names);

        foreach (var row in _rows)
        {
            var shares = Shares(row.Scores, temperature)
                .Select(s => s.ToString("0.000", CultureInfo.InvariantCulture));
            yield return $"{row.Example.File},{Names[row.Example.Talk]},{string.Join(',', shares)}";
        }
    }

    private static double Surprise((Example Example, float[] Scores) row, float temperature) =>
        -Math.Log(Shares(row.Scores, temperature)[row.Example.Talk] + 1e-9);

    private static float[] Shares(float[] scores, float temperature)
    {
        var shares = scores[..TalkModel.Classes].Select(s => s / temperature).ToArray();
        TalkModel.Softmax(shares);
        return shares;
    }
}
