using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>One labelled reply of the corpus; the file it stands in names the behaviour.</summary>
internal sealed record LabelledReply(string File, string Prompt, string Text, Talk Talk, TalkKind Kind);

/// <summary>Reads corpus/*.tsv (corpus/README.md says how it is written) and refuses what is not so.</summary>
internal static class Corpus
{
    /// <summary>Files of whole conversations, written from the first word to the last.</summary>
    public static bool HasNaturalShares(string file) =>
        file is "chats-health" or "chats-substances" or "talks-other" or "typed-health" or "typed-substances";

    public static List<LabelledReply> Read(string folder)
    {
        var rows = new List<LabelledReply>();

        foreach (var file in Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            ReadFile(file, rows);
        }

        return rows;
    }

    private static void ReadFile(string file, List<LabelledReply> rows)
    {
        var prompts = new Dictionary<string, string>(StringComparer.Ordinal) { ["-"] = "" };
        var name = Path.GetFileNameWithoutExtension(file);
        var number = 0;

        foreach (var line in File.ReadLines(file))
        {
            number++;
            var cells = line.Split('\t');

            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

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
                throw new FormatException($"{file}({number}): neither a prompt nor a labelled reply.");
            }
        }
    }
}
