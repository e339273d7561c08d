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
        var temperature = heldOut.BestTemperature();
        await File.WriteAllLinesAsync(heldOutFile, heldOut.Lines(temperature), cancellationToken);
        var trainer = new Trainer();
        trainer.Train(examples);
        await File.WriteAllBytesAsync(weights, Bytes(trainer, temperature), cancellationToken);
        await log.WriteLineAsync($"Wrote {weights} and {heldOutFile}; temperature {temperature}.");
    }

    private static byte[] Bytes(Trainer trainer, float temperature)
    {
        var (small, scales) = trainer.Quantise();
        var bytes = new byte[TalkModel.HeaderBytes + small.Length];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, temperature);

        for (var i = 0; i < scales.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((i + 1) * 4), scales[i]);
        }

        Buffer.BlockCopy(small, 0, bytes, TalkModel.HeaderBytes, small.Length);
        return bytes;
    }
}
