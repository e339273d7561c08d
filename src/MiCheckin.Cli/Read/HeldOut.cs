using System.Globalization;

namespace MiCheckin.Cli.Read;

/// <summary>What the model said of each reply when it had seen no reply of that file.</summary>
internal sealed class HeldOut
{
    private const uint Seed = 20260101;
    private static readonly string[] Names = ["neutral", "change", "sustain", "mixed", "discord"];
    private readonly List<(Example Example, float[] Scores)> _rows = [];

    /// <summary>Leaves out each file of the corpus in turn.</summary>
    public static HeldOut Of(IReadOnlyList<Example> examples)
    {
        var files = examples.GroupBy(e => e.File, StringComparer.Ordinal).ToList();
        var scored = files
            .AsParallel()
            .AsOrdered()
            .Select(file =>
            {
                var trainer = new Trainer(Seed);
                trainer.Train([
                    .. examples.Where(e => !string.Equals(e.File, file.Key, StringComparison.Ordinal)),
                ]);
                return file.Select(e => (e, trainer.Scores(e))).ToList();
            });
        var heldOut = new HeldOut();
        heldOut._rows.AddRange(scored.SelectMany(rows => rows));
        return heldOut;
    }

    /// <summary>
    /// The biases and the temperature for replies as people give them, from the files of whole conversations, whose
    /// labels have the shares that fell out when they were written.
    /// </summary>
    public Calibration Calibrate() =>
        Calibration.Of([.. _rows.Where(row => Corpus.HasNaturalShares(row.Example.File))]);

    /// <summary>One line a reply: file, label, the five shares.</summary>
    public IEnumerable<string> Lines(Calibration calibration)
    {
        yield return "behaviour,label," + string.Join(',', Names);

        foreach (var row in _rows)
        {
            var shares = calibration
                .Shares(row.Scores)
                .Select(s => s.ToString("0.000", CultureInfo.InvariantCulture));
            yield return $"{row.Example.File},{Names[row.Example.Talk]},{string.Join(',', shares)}";
        }
    }
}
