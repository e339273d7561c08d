using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>One labelled reply of the corpus; the file it stands in names the behaviour.</summary>
internal sealed record LabelledReply(string File, string Prompt, string Text, Talk Talk, TalkKind Kind);

/// <summary>Reads corpus/*.tsv (corpus/README.md says how it is written) and refuses what is not so.</summary>
internal static class Corpus
{
    /// <summary>Files of whole conversations, written from the first word to the last.</summary>
    public static bool HasNaturalShares(string file) =>
        file is "chats-health" or "chats-substances" or "talks-other"
        || file.StartsWith("typed-", StringComparison.Ordinal)
        || file.StartsWith("spoken-", StringComparison.Ordinal);

    public static List<LabelledReply> Read(string folder)
    {
        var rows = new List<LabelledReply>();

        foreach (var file in Files(folder))
        {
            ReadFile(file, rows);
        }

        return rows;
    }

    /// <summary>The lines of every file of a folder, each with the name of its file.</summary>
    internal static IEnumerable<(string File, string Where, string[] Cells)> LinesOfAll(string folder) =>
        Files(folder)
            .SelectMany(file =>
                Lines(file).Select(l => (Path.GetFileNameWithoutExtension(file), l.Where, l.Cells))
            );

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal);

    /// <summary>The cells of each line that is neither empty nor a comment, and where it stands.</summary>
    private static IEnumerable<(string Where, string[] Cells)> Lines(string file) =>
        File.ReadLines(file)
            .Select((line, i) => (Where: $"{file}({i + 1})", Line: line))
            .Where(l => l.Line.Length > 0 && l.Line[0] != '#')
            .Select(l => (l.Where, l.Line.Split('\t')));

    private static void ReadFile(string file, List<LabelledReply> rows)
    {
        var prompts = new Dictionary<string, string>(StringComparer.Ordinal) { ["-"] = "" };
        var name = Path.GetFileNameWithoutExtension(file);

        foreach (var (where, cells) in Lines(file))
        {
            if (cells is ["P", var id, var prompt])
            {
                prompts[id] = prompt;
            }
            else if (
                cells is [var label, var kind, var asked, var text]
                && prompts.TryGetValue(asked, out var words)
                && Enum.TryParse<Talk>(label, ignoreCase: true, out var talk)
                && Enum.TryParse<TalkKind>(kind, ignoreCase: true, out var talkKind)
            )
            {
                rows.Add(new LabelledReply(name, words, text, talk, talkKind));
            }
            else
            {
                throw new FormatException($"{where}: neither a prompt nor a labelled reply.");
            }
        }
    }
}
