using System.Buffers.Binary;
using System.CommandLine;
using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>
/// micheckin train: reads the corpus, holds out each behaviour in turn to see how it carries over, and writes the
/// weights that ship with the reader.
/// </summary>
internal static class TrainCommand
{
    /// <summary>The shipped weights are the mean of these.</summary>
    private static readonly uint[] Seeds = [20260101, 20260108, 20260115, 20260122];

    public static Command Create()
    {
        var corpus = new Option<string>("--corpus")
        {
            Description = "The folder of labelled replies.",
            DefaultValueFactory = _ => "corpus",
        };
        var weights = new Option<string>("--weights")
        {
            Description = "Where the weights are written.",
            DefaultValueFactory = _ => "src/MiCheckin.Core/Replies/Rules/talk.weights",
        };
        var heldOut = new Option<string>("--held-out")
        {
            Description = "Where the held-out scores are written.",
            DefaultValueFactory = _ => "corpus/held-out.csv",
        };
        var command = new Command("train", "Train the reader of talk on the labelled corpus.")
        {
            corpus,
            weights,
            heldOut,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var log = parsed.InvocationConfiguration.Output;
                await RunAsync(
                    parsed.GetValue(corpus)!,
                    parsed.GetValue(weights)!,
                    parsed.GetValue(heldOut)!,
                    log,
                    cancellationToken
                );
                return 0;
            }
        );
        return command;
    }

    private static async Task RunAsync(
        string corpus,
        string weights,
        string heldOutFile,
        TextWriter log,
        CancellationToken cancellationToken
    )
    {
        var examples = Corpus.Read(corpus).Select(Example.Of).ToList();
        await log.WriteLineAsync($"{examples.Count} replies from {corpus}.");
        var heldOut = HeldOut.Of(examples);
        var calibration = heldOut.Calibrate();
        await File.WriteAllLinesAsync(heldOutFile, heldOut.Lines(calibration), cancellationToken);
        var trainer = Trainer.Mean([
            .. Seeds.AsParallel().AsOrdered().Select(seed => Trained(seed, examples)),
        ]);
        await File.WriteAllBytesAsync(weights, Bytes(trainer, calibration), cancellationToken);
        var biases = string.Join(' ', calibration.Biases);
        await log.WriteLineAsync(
            $"Wrote {weights} and {heldOutFile}; biases {biases}, temperature {calibration.Temperature}."
        );
    }

    private static Trainer Trained(uint seed, IReadOnlyList<Example> examples)
    {
        var trainer = new Trainer(seed);
        trainer.Train(examples);
        return trainer;
    }

    private static byte[] Bytes(Trainer trainer, Calibration calibration)
    {
        var (small, scales) = trainer.Quantise();
        scales[TalkModel.Columns] = calibration.Biases[(int)Talk.Neutral];
        scales[TalkModel.Columns + 1] = calibration.Biases[(int)Talk.Sustain];
        scales[TalkModel.Columns + 2] = calibration.Biases[(int)Talk.Mixed];
        scales[TalkModel.Columns + 3] = calibration.Biases[(int)Talk.Discord];
        var bytes = new byte[TalkModel.HeaderBytes + small.Length];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, calibration.Temperature);

        for (var i = 0; i < scales.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((i + 1) * 4), scales[i]);
        }

        Buffer.BlockCopy(small, 0, bytes, TalkModel.HeaderBytes, small.Length);
        return bytes;
    }
}
