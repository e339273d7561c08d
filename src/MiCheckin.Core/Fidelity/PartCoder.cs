using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Fidelity;

/// <summary>Codes a text by the wordings it was put together from: what their authors marked, and what the checker reads in them.</summary>
internal sealed class PartCoder(IReadOnlyList<ProgramScript> programs)
{
    private static readonly Dictionary<string, CellRole> Roles = Cells.All.ToDictionary(
        c => c.Name,
        c => c.Role,
        StringComparer.Ordinal
    );

    /// <summary>The parts where all of them are known, else the words.</summary>
    public Codes Code(Transcript transcript, TranscriptLine line)
    {
        if (line.Parts is ["safety", ..])
        {
            return Codes.None;
        }

        var parts = line.Parts.Select(p => OfPart(p, transcript)).ToList();
        return parts.Count == 0 || parts.Contains(null)
            ? TextCoder.Code(line.Words, transcript.Language)
            : parts.OfType<Codes>().Aggregate(Codes.None, Codes.Add);
    }

    private Codes? OfPart(string part, Transcript transcript)
    {
        var split = part.LastIndexOf('/');

        if (split < 0)
        {
            return null;
        }

        var (cell, id) = (part[..split], part[(split + 1)..]);

        return cell switch
        {
            "fact" => Codes.None,
            "prompt" or "prompts" => Find(transcript, t => t.Prompts.FirstOrDefault(p => Is(p.Id, id)))
                is { } prompt
                ? Question(prompt.Text, transcript.Language, prompt.Expects != Expects.Open)
                : null,
            _ => Find(transcript, t => t.Cells.GetValueOrDefault(cell)?.FirstOrDefault(v => Is(v.Id, id)))
                is { } variant
                ? OfVariant(cell, variant, transcript.Language)
                : null,
        };
    }

    private T? Find<T>(Transcript transcript, Func<LanguageTexts, T?> find)
        where T : class =>
        programs
            .Where(p => Is(p.Id, transcript.Program))
            .OrderByDescending(p => p.Version)
            .Select(p => find(p.In(transcript.Language)))
            .FirstOrDefault(found => found is not null);

    private static Codes OfVariant(string cell, Variant variant, string language)
    {
        var closed = cell.StartsWith("stage.", StringComparison.Ordinal);

        return Roles.GetValueOrDefault(cell) switch
        {
            // Asking permission, and what somebody makes of a fact, is Seeking Collaboration in MITI 4.2 and no question.
            _ when Is(cell, Cells.InfoPermission) || Is(cell, Cells.InfoAfter) => new Codes
            {
                Inconsistent = Wrong(variant.Text, language),
            },
            CellRole.Reflection => Reflection(variant) with { Inconsistent = Wrong(variant.Text, language) },
            CellRole.Whole when Is(cell, Cells.StageNow) || Is(cell, Cells.GoalAsk) => Question(
                variant.Text,
                language,
                closed
            ),
            CellRole.Whole => Reflection(variant) + Question(variant.Text, language, closed),
            CellRole.Question => Question(variant.Text, language, closed),
            CellRole.Service => Codes.None,
            _ => new Codes { Inconsistent = Wrong(variant.Text, language) },
        };
    }

    private static Codes Reflection(Variant variant) =>
        variant.Complex ? new Codes { ComplexReflections = 1 } : new Codes { SimpleReflections = 1 };

    private static Codes Question(string text, string language, bool closed)
    {
        var asks = text.Contains('?', StringComparison.Ordinal);
        var open = asks && !closed && TextCoder.IsOpen(text, language);
        return new Codes
        {
            OpenQuestions = open ? 1 : 0,
            ClosedQuestions = asks && !open ? 1 : 0,
            Inconsistent = Wrong(text, language),
        };
    }

    /// <summary>The wording is judged, not what fills it: a person's own "I must" shown back to them is no order of ours.</summary>
    private static int Wrong(string text, string language) =>
        TextCoder.Inconsistent(text, language).Count > 0 ? 1 : 0;

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
