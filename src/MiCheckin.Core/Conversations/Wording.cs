using System.Globalization;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Texts;

namespace MiCheckin.Core.Conversations;

/// <summary>Words put together from a program's cells, and which variants they came from.</summary>
internal sealed record Said(string Body, IReadOnlyList<string> Parts)
{
    public static Said Nothing { get; } = new("", []);

    public Said And(Said next) =>
        next.Body.Length is 0
            ? this
            : new(Body.Length is 0 ? next.Body : $"{Body} {next.Body}", [.. Parts, .. next.Parts]);
}

/// <summary>One cell with what fills its placeholders.</summary>
internal sealed record Filled(string Cell, params (string Name, string Value)[] Fill);

/// <summary>
/// Chooses among the wordings that people wrote. None returns before all others of its cell have been used; where several
/// are left, the enrolment draw decides. Whole answers stay in one segment where any wording allows it, and never pass two.
/// </summary>
internal static class Wording
{
    private const int Remembered = 60;

    /// <summary>Says one cell; nothing where the program has no such cell.</summary>
    public static (Turn Turn, Said Said) Say(
        Turn turn,
        string cell,
        params (string Name, string Value)[] fill
    ) => Say(turn, [new Filled(cell, fill)]);

    /// <summary>Says cells one after the other as one text, such as a reflection and a question.</summary>
    public static (Turn Turn, Said Said) Say(Turn turn, params IReadOnlyList<Filled> cells)
    {
        var combined = Combined(turn, cells);
        var said =
            combined.FirstOrDefault(s => SegmentsOf(s) is 1)
            ?? combined.FirstOrDefault(s => SegmentsOf(s) is 2)
            ?? Said.Nothing;
        return (
            turn.With(s => s with { Worded = [.. s.Worded.Concat(said.Parts).TakeLast(Remembered)] }),
            said
        );
    }

    /// <summary>The wordings of a cell as they would now be preferred, filled.</summary>
    private static IReadOnlyList<Said> Ranked(Turn turn, Filled cell)
    {
        if (!turn.Texts.Cells.TryGetValue(cell.Cell, out var variants))
        {
            return [];
        }

        var used = turn.State.Worded;
        var fillings = Fillings(turn, cell);
        var simpleBefore = LastReflectionWasSimple(turn);
        return
        [
            .. variants
                .Where(v => Placeholders.In(v.Text).All(fillings.ContainsKey))
                .Select(v => (Variant: v, Part: $"{cell.Cell}/{v.Id}"))
                .OrderBy(v => AsksAgain(v.Variant.Text, turn.Asked))
                .ThenBy(v => LastUse(used, v.Part))
                .ThenBy(v => simpleBefore && !v.Variant.Complex)
                .ThenBy(v => Chance.Of(turn.State.Draw, v.Part))
                .ThenBy(v => v.Part, StringComparer.Ordinal)
                .Select(v => new Said(Placeholders.Fill(v.Variant.Text, fillings), [v.Part])),
        ];
    }

    /// <summary>"What, if anything, would you like to be different?" is no answer to somebody who was just asked that.</summary>
    private static bool AsksAgain(string text, string asked)
    {
        if (asked.Length is 0 || !text.Contains('?', StringComparison.Ordinal))
        {
            return false;
        }

        var before = Matter(asked);
        var now = Matter(text.Split(['.', '\u00bf'])[^1]);
        return now.Count > 2 && 3 * now.Count(before.Contains) >= 2 * now.Count;
    }

    private static HashSet<string> Matter(string text) =>
        text.ToLowerInvariant()
            .Split([' ', ',', '.', '?', '\u00bf', '!'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 3)
            .ToHashSet(StringComparer.Ordinal);

    private static int LastUse(IReadOnlyList<string> used, string part)
    {
        for (var i = used.Count - 1; i >= 0; i--)
        {
            if (string.Equals(used[i], part, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>After a simple reflection a complex one is preferred, so that both have their share (MITI 4.2).</summary>
    private static bool LastReflectionWasSimple(Turn turn)
    {
        var last = turn.State.Worded.LastOrDefault(p =>
            p.StartsWith("reflect.", StringComparison.Ordinal)
            || p.StartsWith("personal.", StringComparison.Ordinal)
        );
        var split = last?.LastIndexOf('/') ?? -1;
        return split > 0
            && turn
                .Texts.Cells.GetValueOrDefault(last![..split])
                ?.FirstOrDefault(v => v.Id.Is(last[(split + 1)..]))
                is { Complex: false };
    }

    /// <summary>What fills the placeholders of every cell, and what this one brings.</summary>
    private static Dictionary<string, string> Fillings(Turn turn, Filled cell)
    {
        var fillings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["program"] = turn.Texts.Name,
            ["contact"] = turn.Texts.Contact,
            ["name"] = Cut(turn.State.Profile.Name.Reveal(), "name"),
            ["numbers"] = Safety.TextsOf(turn)?.Numbers ?? "",
        };

        foreach (var (name, value) in cell.Fill)
        {
            fillings[name] = Cut(value, name);
        }

        return fillings;
    }

    private static string Cut(string value, string name) =>
        Placeholders.Longest.GetValueOrDefault(name, value.Length) is var longest && value.Length > longest
            ? value[..longest].TrimEnd()
            : value;

    private static int SegmentsOf(Said said) => Segments.Count(Gsm7.Normalise(said.Body)).Segments;

    /// <summary>All ways to say the cells one after the other, the preferred first; a cell that the program lacks is left out.</summary>
    private static IEnumerable<Said> Combined(Turn turn, IReadOnlyList<Filled> cells) =>
        cells
            .Select(c => Ranked(turn, c))
            .Where(ranked => ranked.Count > 0)
            .Aggregate(
                (IEnumerable<Said>)[Said.Nothing],
                (before, ranked) => before.SelectMany(b => ranked.Select(r => b.And(r)))
            );

    /// <summary>Whether these cells have wordings that stay in one segment together.</summary>
    public static bool FitsOneSegment(Turn turn, IReadOnlyList<Filled> cells) =>
        Combined(turn, cells).Any(s => s.Parts.Count == cells.Count && SegmentsOf(s) is 1);

    /// <summary>A fixed text before words of a cell, as one text where two segments hold both; else the fixed text alone.</summary>
    public static Said Before(Said first, Said then) =>
        SegmentsOf(first.And(then)) <= 2 || first.Body.Length is 0 ? first.And(then) : first;

    /// <summary>A number as it is said in a text: 6 or 8.5.</summary>
    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
