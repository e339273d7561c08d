using System.Diagnostics;
using System.Globalization;
using MiCheckin.Core.Replies;

namespace MiCheckin.Perf;

/// <summary>Replies read a second on one core: the whole pipeline, over the corpus with its prompts.</summary>
internal static class ReadingPerf
{
    private const int Rounds = 20;

    public static IEnumerable<string> Run(string corpus)
    {
        var replies = Replies(corpus);

        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var processor = Process.GetCurrentProcess().UserProcessorTime;
            var watch = Stopwatch.StartNew();

            foreach (var (text, asked) in replies)
            {
                ReplyReader.Read(text, asked);
            }

            var seconds = watch.Elapsed.TotalSeconds;
            var used = (Process.GetCurrentProcess().UserProcessorTime - processor).TotalSeconds;
            var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / replies.Count;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{replies.Count / seconds:0} replies/s by the clock, {replies.Count / used:0} by processor time, {bytes} bytes each"
            );
        }
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
