using MiCheckin.Core.Programs.Checking.Languages;
using MiCheckin.Core.Programs.Json;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Programs.Checking;

/// <summary>What a text is to the person who reads it; decides which rules of tone it must keep.</summary>
public enum Tone
{
    /// <summary>Part of the conversation: every rule of tone.</summary>
    Talk,

    /// <summary>Words to the service. It may tell people how to use it.</summary>
    Service,

    /// <summary>A fixed text of an emergency. It tells people whom to call.</summary>
    Safety,

    /// <summary>Told only after permission.</summary>
    Fact,
}

/// <summary>One text of a program as the rules see it.</summary>
/// <param name="Cell">The cell; "prompts", "safety" or "facts" outside the cells.</param>
/// <param name="Lexicon">Null where the checker does not know the language: rules of tone are then left out.</param>
public sealed record CheckedText(
    string Path,
    string Text,
    string Language,
    string Cell,
    Tone Tone,
    Lexicon? Lexicon
)
{
    /// <summary>For prompts: what answer it waits for.</summary>
    public Expects Expects { get; init; }

    /// <summary>Null outside the cells.</summary>
    public CellRole? Role { get; init; }

    /// <summary>Whether a yes-or-no question is meant here: a stage question, a ruler, permission for a fact.</summary>
    public bool MayBeClosed =>
        Expects is Expects.Ruler or Expects.YesNo or Expects.Choice
        || Cell is Programs.Cells.InfoPermission or Programs.Cells.RulerClarify or Programs.Cells.Clarify
        || Cell.StartsWith("stage.", StringComparison.Ordinal);

    /// <summary>Every text of the program.</summary>
    public static IReadOnlyList<CheckedText> Of(ProgramScript program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return
        [
            .. program.Texts.SelectMany(t =>
                Prompts(t.Key, t.Value).Concat(InCells(t.Key, t.Value)).Concat(Fixed(t.Key, t.Value))
            ),
        ];
    }

    private static IEnumerable<CheckedText> Prompts(string language, LanguageTexts texts) =>
        texts.Prompts.Select(
            (p, i) =>
                new CheckedText(
                    Paths.Prompt(language, i),
                    p.Text,
                    language,
                    "prompts",
                    Tone.Talk,
                    Lexicon.For(language)
                )
                {
                    Expects = p.Expects,
                }
        );

    private static IEnumerable<CheckedText> InCells(string language, LanguageTexts texts) =>
        from spec in Programs.Cells.All
        where texts.Cells.ContainsKey(spec.Name)
        from variant in texts
            .Cells[spec.Name]
            .Select((v, i) => (v.Text, Path: Paths.Variant(language, spec.Name, i)))
        let tone = spec.Role == CellRole.Service ? Tone.Service : Tone.Talk
        select new CheckedText(variant.Path, variant.Text, language, spec.Name, tone, Lexicon.For(language))
        {
            Role = spec.Role,
        };

    private static IEnumerable<CheckedText> Fixed(string language, LanguageTexts texts)
    {
        var at = Paths.Member("$.texts", language);
        var lexicon = Lexicon.For(language);

        foreach (var (country, safety) in texts.Safety)
        {
            var path = Paths.Member(Paths.Member(at, "safety"), country);
            yield return new CheckedText(
                path + ".crisis",
                safety.Crisis,
                language,
                "safety",
                Tone.Safety,
                lexicon
            );
            yield return new CheckedText(
                path + ".medical",
                safety.Medical,
                language,
                "safety",
                Tone.Safety,
                lexicon
            );
            yield return new CheckedText(
                path + ".violence",
                safety.Violence,
                language,
                "safety",
                Tone.Safety,
                lexicon
            );
        }

        foreach (var (fact, i) in texts.Facts.Select((f, i) => (f, i)))
        {
            var path = Paths.Item(Paths.Member(at, "facts"), i) + ".text";
            yield return new CheckedText(path, fact.Text, language, "facts", Tone.Fact, lexicon);
        }
    }
}
