using MiCheckin.Core.Replies;

namespace MiCheckin.Functions.Console.Markup;

/// <summary>A reply with the characters marked that its reading rests on.</summary>
internal static class Highlight
{
    /// <summary>Cut wherever a finding begins or ends, so that findings may overlap.</summary>
    public static Html Of(string words, IReadOnlyList<Span> spans)
    {
        var cuts = spans
            .SelectMany(s => new[] { s.Start, s.Start + s.Length })
            .Append(0)
            .Append(words.Length)
            .Where(at => at >= 0 && at <= words.Length)
            .Distinct()
            .Order()
            .ToArray();
        return Html.Of($"{cuts.Zip(cuts.Skip(1), (from, to) => Piece(words, from, to, spans))}");
    }

    /// <summary>The style of a finding: by its family, the word before the first mark of punctuation.</summary>
    public static string Family(string finding) =>
        finding.Split('.', ':', '/', ' ', '-')[0].ToLowerInvariant() switch
        {
            "risk" => "risk",
            "control" => "control",
            "ruler" => "ruler",
            "behaviour" or "behavior" => "behaviour",
            "sustain" => "sustain",
            "talk" or "change" => finding.Contains("sustain", StringComparison.OrdinalIgnoreCase)
                ? "sustain"
                : "change",
            "discord" => "discord",
            _ => "other",
        };

    private static Html Piece(string words, int from, int to, IReadOnlyList<Span> spans)
    {
        var piece = words[from..to];
        var findings = spans.Where(s => s.Start <= from && s.Start + s.Length >= to && s.Length > 0).ToList();
        return findings is [var first, ..]
            ? Html.Of(
                $"""<mark class="{Family(first.Finding)}" title="{string.Join(", ", findings.Select(f => f.Finding))}">{piece}</mark>"""
            )
            : Html.Of($"{piece}");
    }
}
