using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MiCheckin.Core.Replies;

namespace MiCheckin.Perf;

/// <summary>Replies read a second on one core: the whole pipeline, over the corpus with its prompts.</summary>
internal static class ReadingPerf
{
    private const int Rounds = 60;

    /// <summary>So few that most rounds of a block are not interrupted: its best round is the time that it takes.</summary>
    private const int RepliesOfABlock = 200;

    private const int CopiesWithNewPrompts = 4;

    public static IEnumerable<string> Run(string corpus)
    {
        var replies = Replies(corpus);
        return Lines("prompts asked again and again", replies, Rounds)
            .Concat(Lines("every prompt new", WithNewPrompts(replies), Rounds / CopiesWithNewPrompts));
    }

    private static IEnumerable<string> Lines(string name, List<(string, Asked)> replies, int rounds)
    {
        var blocks = replies.Chunk(RepliesOfABlock).ToArray();
        Pass(blocks, rounds);
        yield return $"{name}, all rounds: {Sum(Pass(blocks, rounds).SelectMany(all => all))}";
        yield return $"{name}, best round of each block: {Sum(Pass(blocks, rounds).Select(all => all.MinBy(r => r.Processor)))}";
    }

    /// <summary>So many different prompts that none is remembered when it comes round again.</summary>
    private static List<(string, Asked)> WithNewPrompts(List<(string Text, Asked Asked)> replies) =>
        [
            .. Enumerable
                .Repeat(replies, CopiesWithNewPrompts)
                .SelectMany(all => all)
                .Select((r, i) => (r.Text, r.Asked with { Prompt = $"{i}. {r.Asked.Prompt}" })),
        ];

    /// <summary>Reads block after block, over and over, on this thread alone; what each round of a block took.</summary>
    private static Measured[][] Pass((string Text, Asked Asked)[][] blocks, int rounds)
    {
        var measured = blocks.Select(_ => new Measured[rounds]).ToArray();

        for (var round = 0; round < rounds; round++)
        {
            for (var block = 0; block < blocks.Length; block++)
            {
                measured[block][round] = Measure(blocks[block]);
            }
        }

        return measured;
    }

    private static Measured Measure((string Text, Asked Asked)[] replies)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();

        foreach (var (text, asked) in replies)
        {
            ReplyReader.Read(text, asked);
        }

        return new Measured(
            replies.Length,
            Environment.CpuUsage.TotalTime - processor,
            watch.Elapsed,
            GC.GetAllocatedBytesForCurrentThread() - allocated
        );
    }

    private static Measured Sum(IEnumerable<Measured> all) =>
        all.Aggregate(
            (a, b) =>
                new Measured(
                    a.Count + b.Count,
                    a.Processor + b.Processor,
                    a.Clock + b.Clock,
                    a.Bytes + b.Bytes
                )
        );

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

/// <summary>What reading some replies took. Processor time is what counts where others use the machine too.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Measured(int Count, TimeSpan Processor, TimeSpan Clock, long Bytes)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Count / Processor.TotalSeconds:0} replies per second of processor time, {Count / Clock.TotalSeconds:0} by the clock, {(double)Bytes / Count:0} bytes each"
        );
}
