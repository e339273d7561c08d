using System.Globalization;
using MiCheckin.Core.Replies;

namespace MiCheckin.Perf;

/// <summary>Replies read a second on one core: the whole pipeline, over the corpus with its prompts.</summary>
internal static class ReadingPerf
{
    private const int Rounds = 8;

    /// <summary>Enough for the compiler to have settled on its best code.</summary>
    private const int WarmUpPasses = 60;
    private const int PassesOfARound = 12;

    public static IEnumerable<string> Run(string corpus)
    {
        var replies = Replies(corpus);
        Measure(replies, WarmUpPasses);
        var best = default(Measured);

        for (var round = 0; round < Rounds; round++)
        {
            var measured = Measure(replies, PassesOfARound);
            best = measured.PerProcessorSecond > best.PerProcessorSecond ? measured : best;
            yield return measured.ToString();
        }

        yield return $"best: {best}";
    }

    /// <summary>Reads everything several times over, on this thread alone.</summary>
    private static Measured Measure(List<(string Text, Asked Asked)> replies, int passes)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        var watch = System.Diagnostics.Stopwatch.StartNew();

        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var (text, asked) in replies)
            {
                ReplyReader.Read(text, asked);
            }
        }

        var count = replies.Count * passes;
        return new Measured(
            count / watch.Elapsed.TotalSeconds,
            count / (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / count
        );
    }

    private static List<(string Text, Asked Asked)> Replies(string folder)
    {
        var replies = new List<(string, Asked)>();

        foreach (var file in Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            var prompts = new Dictionary<string, Asked>(StringComparer.Ordinal) { ["-"] = Asked.Nothing };

            foreach (
                var cells in File.ReadLines(file).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t'))
            )
            {
                if (cells is ["P", var id, var prompt])
                {
                    prompts[id] = new Asked { Prompt = prompt, Expects = Expects.Open };
                }
                else if (cells is [_, _, var asked, var text])
                {
                    replies.Add((text, prompts[asked]));
                }
            }
        }

        return replies;
    }
}

/// <summary>How fast replies were read. Processor time is what counts where others use the machine too.</summary>
internal readonly record struct Measured(double PerSecond, double PerProcessorSecond, double Bytes)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{PerProcessorSecond:0} replies per second of processor time, {PerSecond:0} by the clock, {Bytes:0} bytes each"
        );
}
