using System.Globalization;
using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>What the model said of each reply when it had seen no reply of that file.</summary>
internal sealed class HeldOut
{
    private const uint Seed = 20260101;

    /// <summary>In the order of the model's columns.</summary>
    private static readonly string[] Names =
    [
        .. Enumerable.Range(0, TalkModel.Classes.Count).Select(talk => Spelled.Of((Talk)talk)),
    ];

    private readonly List<(Example Example, float[] Scores)> _rows = [];

    /// <summary>The replies whose lean is labelled.</summary>
    private IEnumerable<(Example Example, float[] Scores)> Talk => _rows.Where(row => row.Example.HasTalk);

    /// <summary>Leaves out each file of the corpus in turn.</summary>
    public static HeldOut Of(Head[] heads, IReadOnlyList<Example> examples)
    {
        var files = examples.GroupBy(e => e.Fold, StringComparer.Ordinal).ToList();
        var scored = files
            .AsParallel()
            .AsOrdered()
            .Select(file =>
            {
                var trainer = new Trainer(heads, TalkModel.Danger.From, Seed);
                trainer.Train([
                    .. examples.Where(e => !string.Equals(e.Fold, file.Key, StringComparison.Ordinal)),
                ]);
                return file.Select(e => (e, trainer.Scores(e))).ToList();
            });
        var heldOut = new HeldOut();
        heldOut._rows.AddRange(scored.SelectMany(rows => rows));
        return heldOut;
    }

    /// <summary>
    /// The biases for replies as people give them and for banks of prompts alike, and the temperature from the files of
    /// whole conversations, whose labels have the shares that fell out when they were written.
    /// </summary>
    public Calibration Calibrate()
    {
        var isTalk = Talk.ToLookup(row => Corpus.HasNaturalShares(row.Example.File));
        return Calibration.Of([.. isTalk[true]], [.. isTalk[false]]);
    }

    /// <summary>The scores of danger that at most these shares of ordinary replies are above.</summary>
    public float[] DangerAbove(params double[] shares) => Above(Talk, TalkModel.Danger, shares);

    /// <summary>The same for a wish to leave, which is no surprise in a reply that quarrels with us.</summary>
    public float LeavingAbove(double share) =>
        Above(
            Talk.Where(row => row.Example.Talk != (int)Core.Replies.Talk.Discord),
            TalkModel.Leaving,
            share
        )[0];

    /// <summary>Of the texts of each file that hold it, and of those that do not, how many are above a score.</summary>
    public IEnumerable<string> DangerLines(float least) =>
        Lines("danger", TalkModel.Danger, e => e.Danger, least);

    /// <summary>The same for a wish to leave.</summary>
    public IEnumerable<string> LeavingLines(float least) =>
        Lines("leaving", TalkModel.Leaving, e => e.Leaving, least);

    private IEnumerable<string> Lines(string what, Head head, Func<Example, int?> target, float least) =>
        _rows
            .Where(row => target(row.Example) is not null)
            .GroupBy(row => row.Example.File, StringComparer.Ordinal)
            .Select(file =>
            {
                var isHeld = file.ToLookup(row => target(row.Example) == 1);
                return $"{file.Key}: {what} seen in {Seen(true)} of {isHeld[true].Count()}, and in {Seen(false)} of {isHeld[false].Count()} without";
                int Seen(bool held) => isHeld[held].Count(r => TalkModel.Margin(r.Scores, head) >= least);
            });

    private static float[] Above(
        IEnumerable<(Example Example, float[] Scores)> rows,
        Head head,
        params double[] shares
    )
    {
        float[] ordinary = [.. rows.Select(row => TalkModel.Margin(row.Scores, head)).OrderDescending()];
        return [.. shares.Select(share => ordinary[(int)(ordinary.Length * share)])];
    }

    /// <summary>One line a reply: file, label, the five shares.</summary>
    public IEnumerable<string> Lines(Calibration calibration)
    {
        yield return "behaviour,label," + string.Join(',', Names);

        foreach (var row in Talk)
        {
            var shares = calibration
                .Shares(row.Scores)
                .Select(s => s.ToString("0.000", CultureInfo.InvariantCulture));
            yield return $"{row.Example.File},{Names[row.Example.Talk]},{string.Join(',', shares)}";
        }
    }
}
