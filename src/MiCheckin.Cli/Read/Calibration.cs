using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>
/// What turns scores into shares of one: a bias a class, fitted so that the three sides are read equally well and the two
/// rare classes are named as often as they are, then a temperature, fitted so that the labels are least surprising.
/// </summary>
internal sealed record Calibration(float[] Biases, float Temperature)
{
    /// <summary>
    /// Strangers are read a little worse than the files of this corpus are when held out: so much less sure of all that it
    /// says is the reader than these would bear out.
    /// </summary>
    private const float Strangers = 1.25f;

    private const int Sides = 3;
    private const int Rounds = 3;

    /// <summary>A bias must earn its distance from nothing.</summary>
    private const double Cost = 0.01;

    /// <summary>Of the bias that would name a rare class as often as it is: more would take too many from the sides.</summary>
    private const float RareShare = 0.25f;

    private static readonly Talk[] Fitted = [Talk.Neutral, Talk.Sustain, Talk.Mixed, Talk.Discord];

    /// <summary>Fits the biases of the classes, and how sure one is of them.</summary>
    /// <param name="rows">Replies of whole conversations, in the shares in which people speak.</param>
    /// <param name="banks">Replies to banks of prompts: their sides must be read as well, in shares of their own.</param>
    public static Calibration Of(
        IReadOnlyList<(Example Example, float[] Scores)> rows,
        IReadOnlyList<(Example Example, float[] Scores)> banks
    )
    {
        var biases = new float[TalkModel.Classes.Count];

        foreach (var talk in Enumerable.Repeat(Fitted, Rounds).SelectMany(f => f))
        {
            biases[(int)talk] =
                Enumerable
                    .Range(-20, 41)
                    .Select(step => step / 10f)
                    .MaxBy(bias =>
                        Worth(talk, rows, banks, [.. biases.Select((b, i) => i == (int)talk ? bias : b)])
                    ) * (talk is Talk.Mixed or Talk.Discord ? RareShare : 1);
        }

        var temperature = Enumerable
            .Range(5, 40)
            .Select(i => i / 10f)
            .MinBy(t => rows.Sum(row => Surprise(row, new Calibration(biases, t))));
        return new Calibration(biases, temperature * Strangers);
    }

    private static double Worth(
        Talk talk,
        IReadOnlyList<(Example Example, float[] Scores)> rows,
        IReadOnlyList<(Example Example, float[] Scores)> banks,
        float[] biases
    )
    {
        if (talk is Talk.Neutral or Talk.Sustain)
        {
            return ((MacroF1(rows, biases) + MacroF1(banks, biases)) / 2)
                - (Cost * Math.Abs(biases[(int)talk]));
        }

        var named = rows.Count(row => Best(row.Scores, biases) == (int)talk);
        return -Math.Abs(named - rows.Count(row => row.Example.Talk == (int)talk));
    }

    private static int Best(float[] scores, float[] biases) =>
        Enumerable.Range(0, TalkModel.Classes.Count).MaxBy(i => scores[i] + biases[i]);

    public float[] Shares(float[] scores)
    {
        var shares = new float[TalkModel.Classes.Count];

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = (scores[i] + Biases[i]) / Temperature;
        }

        LinearModel.Softmax(shares);
        return shares;
    }

    /// <summary>Mixed counts as change and discord as sustain, as where three sides are all there is.</summary>
    private static double MacroF1(IReadOnlyList<(Example Example, float[] Scores)> rows, float[] biases)
    {
        var counts = new int[Sides, Sides];

        foreach (var (example, scores) in rows)
        {
            counts[SideOf(example.Talk), SideOf(Best(scores, biases))]++;
        }

        return Enumerable.Range(0, Sides).Average(side => F1(counts, side));
    }

    private static double F1(int[,] counts, int side)
    {
        var all = Enumerable.Range(0, Sides).Sum(other => counts[side, other] + counts[other, side]);
        return 2.0 * counts[side, side] / Math.Max(1, all);
    }

    private static int SideOf(int talk) =>
        (Talk)talk switch
        {
            Talk.Mixed => (int)Talk.Change,
            Talk.Discord => (int)Talk.Sustain,
            _ => talk,
        };

    private static double Surprise((Example Example, float[] Scores) row, Calibration calibration) =>
        -Math.Log(calibration.Shares(row.Scores)[row.Example.Talk] + 1e-9);
}
