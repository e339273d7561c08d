namespace MiCheckin.Cli.Read;

/// <summary>One text of the corpus of leaving, and whether it may ask us to leave.</summary>
internal sealed record LeavingText(string File, string Text, bool Leaves);

/// <summary>Reads corpus/leaving/*.tsv: stop, ask or none, and the text.</summary>
internal static class LeavingCorpus
{
    public static List<LeavingText> Read(string folder) =>
        [
            .. Corpus
                .LinesOfAll(Path.Combine(folder, "leaving"))
                .Select(line =>
                    line.Cells is ["stop" or "ask" or "none", var text]
                        ? new LeavingText(line.File, text, line.Cells[0] is not "none")
                        : throw new FormatException($"{line.Where}: not stop, ask or none, and a text.")
                ),
        ];
}
