using System.CommandLine;
using System.Runtime.InteropServices;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Replies.Features;

namespace MiCheckin.Cli.Read;

/// <summary>
/// micheckin train: reads the corpus, holds out each behaviour in turn to see how it carries over, and writes the
/// weights that ship with the reader.
/// </summary>
internal static class TrainCommand
{
    /// <summary>The shipped weights are the mean of these.</summary>
    private static readonly uint[] Seeds = [20260101, 20260108, 20260115, 20260122];

    private static readonly Head[] TalkHeads =
    [
        TalkModel.Classes,
        TalkModel.Kinds,
        TalkModel.Danger,
        TalkModel.Leaving,
    ];
    private static readonly Head[] DangerHeads = [DangerModel.Kinds, DangerModel.Urgencies];

    private const int DangerFolds = 5;

    /// <summary>The share of ordinary replies in which danger, and in which a crisis, may be seen.</summary>
    private const double MostConcerns = 0.006;
    private const double MostCrises = 0.003;

    /// <summary>The share of ordinary replies that may be asked whether they want to leave.</summary>
    private const double MostAsked = 0.003;

    public static Command Create()
    {
        var corpus = new Option<string>("--corpus")
        {
            Description = "The folder of labelled replies.",
            DefaultValueFactory = _ => "corpus",
        };
        var weights = new Option<string>("--weights")
        {
            Description = "The folder that the weights are written to.",
            DefaultValueFactory = _ => "src/MiCheckin.Core/Replies/Rules",
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
        string folder,
        string heldOutFile,
        TextWriter log,
        CancellationToken cancellationToken
    )
    {
        var replies = Corpus.Read(corpus);
        var dangers = DangerCorpus.Read(corpus);
        var leavings = LeavingCorpus.Read(corpus);
        await log.WriteLineAsync(
            $"{replies.Count} replies, {dangers.Count} texts of danger and {leavings.Count} of leaving from {corpus}."
        );
        var examples = TalkExamples(replies, dangers, leavings);
        var heldOut = HeldOut.Of(TalkHeads, examples);
        var calibration = heldOut.Calibrate();
        await File.WriteAllLinesAsync(heldOutFile, heldOut.Lines(calibration), cancellationToken);
        var dangerFrom = heldOut.DangerAbove(MostConcerns, MostCrises);
        var leavingFrom = heldOut.LeavingAbove(MostAsked);

        foreach (
            var line in dangerFrom.SelectMany(heldOut.DangerLines).Concat(heldOut.LeavingLines(leavingFrom))
        )
        {
            await log.WriteLineAsync(line);
        }

        float[] settings = [calibration.Temperature, .. calibration.Biases, leavingFrom];
        await WriteAsync("talk.weights", settings, Trained(TalkHeads, TalkModel.Danger.From, examples));
        await WriteAsync("danger.weights", dangerFrom, Trained(DangerHeads, 0, DangerExamples(dangers)));
        await log.WriteLineAsync(
            $"Wrote {folder} and {heldOutFile}; temperature, biases and leaving from {string.Join(' ', settings)}, danger from {string.Join(" and ", dangerFrom)}."
        );

        Task WriteAsync(string name, float[] fitted, Trainer trainer) =>
            File.WriteAllBytesAsync(Path.Combine(folder, name), Bytes(fitted, trainer), cancellationToken);
    }

    private static List<Example> TalkExamples(
        List<LabelledReply> replies,
        List<DangerText> dangers,
        List<LeavingText> leavings
    ) =>
        [
            .. replies.Select(OfTalk),
            .. dangers.Select((d, i) => OfDanger(d, AnyPrompt(replies, i), $"danger {i % DangerFolds}")),
            .. leavings.Select((l, i) => OfLeaving(l, AnyPrompt(replies, i))),
        ];

    /// <summary>An ordinary reply holds no danger, and asks to leave at most where it quarrels with us.</summary>
    private static Example OfTalk(LabelledReply reply)
    {
        int? kind = reply.Kind == TalkKind.None ? null : (int)reply.Kind - 1;
        int? leaving = reply.Talk == Talk.Discord ? null : 0;
        return Example.Of(reply.File, reply.Text, reply.Prompt, (int)reply.Talk, kind, 0, leaving);
    }

    private static Example OfDanger(DangerText text, string prompt, string fold)
    {
        var danger = text.Urgency == Urgency.None ? 0 : 1;
        return Example.Of($"danger/{text.File}", text.Text, prompt, null, null, danger, null) with
        {
            Fold = fold,
        };
    }

    private static Example OfLeaving(LeavingText text, string prompt) =>
        Example.Of($"leaving/{text.File}", text.Text, prompt, null, null, null, text.Leaves ? 1 : 0);

    private static List<Example> DangerExamples(List<DangerText> dangers) =>
        [
            .. dangers
                .Where(d => d.Urgency != Urgency.None)
                .Select(d => Example.Of(d.File, d.Text, "", (int)d.Kind - 1, (int)d.Urgency - 1)),
        ];

    /// <summary>Danger is told in answer to anything: the prompts of the other replies, one after the other.</summary>
    private static string AnyPrompt(List<LabelledReply> replies, int number) =>
        replies[(int)(FeatureList.Mix((uint)number + 1) % (uint)replies.Count)].Prompt;

    private static Trainer Trained(Head[] heads, int signsFrom, IReadOnlyList<Example> examples) =>
        Trainer.Mean([
            .. Seeds
                .AsParallel()
                .AsOrdered()
                .Select(seed =>
                {
                    var trainer = new Trainer(heads, signsFrom, seed);
                    trainer.Train(examples);
                    return trainer;
                }),
        ]);

    private static byte[] Bytes(float[] settings, Trainer trainer)
    {
        var (scales, rows) = trainer.Quantise();
        return [.. MemoryMarshal.AsBytes<float>([.. settings, .. scales]), .. rows];
    }
}
