using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>One text of the corpus of danger.</summary>
internal sealed record DangerText(string File, string Text, RiskKind Kind, Urgency Urgency);

/// <summary>Reads corpus/danger/*.tsv: kind, urgency, text.</summary>
internal static class DangerCorpus
{
    public static List<DangerText> Read(string folder)
    {
        var texts = new List<DangerText>();

        foreach (
            var file in Directory
                .GetFiles(Path.Combine(folder, "danger"), "*.tsv")
                .Order(StringComparer.Ordinal)
        )
        {
            var number = 0;

            foreach (var line in File.ReadLines(file))
            {
                number++;

                if (line.Length == 0 || line[0] == '#')
                {
                    continue;
                }

                texts.Add(
                    line.Split('\t') is [var kind, var urgency, var text]
                    && Enum.TryParse<RiskKind>(Plain(kind), ignoreCase: true, out var its)
                    && Enum.TryParse<Urgency>(urgency, ignoreCase: true, out var when)
                    && (its == RiskKind.None) == (when == Urgency.None)
                        ? new DangerText(Path.GetFileNameWithoutExtension(file), text, its, when)
                        : throw new FormatException($"{file}({number}): not a kind, an urgency and a text.")
                );
            }
        }

        return texts;
    }

    private static string Plain(string kind) => kind.Replace("-", "", StringComparison.Ordinal);
}
