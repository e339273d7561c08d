using MiCheckin.Core.Programs.Checking.Languages;
using MiCheckin.Core.Programs.Json;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>Says so where the checker does not know a language, and cannot judge its tone.</summary>
internal static class LanguageRule
{
    public static Rule Rule { get; } = new("language", Find);

    private static IEnumerable<Finding> Find(CheckedProgram program) =>
        from language in program.Script.Texts.Keys
        where Lexicon.For(language) is null
        select new Finding(
            Severity.Warning,
            "language",
            Paths.Member("$.texts", language),
            $"The checker knows no words of \"{language}\": tone, reading ease and required words go unchecked.",
            "",
            "Have two people who speak it review every text, and add its word lists (docs/program-scripts.md)."
        );
}
