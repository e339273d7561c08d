using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>One text of the corpus of danger.</summary>
internal sealed record DangerText(string File, string Text, RiskKind Kind, Urgency Urgency);

/// <summary>Reads corpus/danger/*.tsv: kind, urgency, text.</summary>
internal static class DangerCorpus
{
    public static List<DangerText> Read(string folder) =>
        [
            .. Corpus
                .LinesOfAll(Path.Combine(folder, "danger"))
                .Select(line =>
                    line.Cells is [var kind, var urgency, var text]
                    && Enum.TryParse<RiskKind>(Plain(kind), ignoreCase: true, out var its)
                    && Enum.TryParse<Urgency>(urgency, ignoreCase: true, out var when)
                    && (its == RiskKind.None) == (when == Urgency.None)
                        ? new DangerText(line.File, text, its, when)
                        : throw new FormatException($"{line.Where}: not a kind, an urgency and a text.")
                ),
        ];

    private static string Plain(string kind) => kind.Replace("-", "", StringComparison.Ordinal);
}
