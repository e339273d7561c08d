using MiCheckin.Core.Programs.Checking.Rules;

namespace MiCheckin.Core.Programs.Checking;

/// <summary>A program with its texts laid out for the rules.</summary>
/// <param name="Countries">Countries that people will be enrolled in; each needs its safety texts.</param>
public sealed record CheckedProgram(
    ProgramScript Script,
    IReadOnlyList<CheckedText> Texts,
    IReadOnlyCollection<string> Countries
);

/// <summary>One rule: a name that authors can look up, and what it finds.</summary>
public sealed record Rule(string Name, Func<CheckedProgram, IEnumerable<Finding>> Find);

/// <summary>What came of checking a program.</summary>
/// <param name="Program">Null where the file could not be read as a program.</param>
public sealed record CheckOutcome(ProgramScript? Program, IReadOnlyList<Finding> Findings)
{
    public IEnumerable<Finding> Errors => Findings.Where(f => f.Severity == Severity.Error);
    public IEnumerable<Finding> Warnings => Findings.Where(f => f.Severity == Severity.Warning);
}

/// <summary>Holds a program against every rule that a text message of motivational interviewing must keep. Pure.</summary>
public static class ProgramChecker
{
    /// <summary>The rules, in the order they report.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        LanguageRule.Rule,
        SegmentsRule.Rule,
        AnswerLengthRule.Rule,
        ReadingRule.Rule,
        OneQuestionRule.Rule,
        ClosedQuestionRule.Rule,
        ControlAnswerRule.Rule,
        ToneRules.Directive,
        ToneRules.Advice,
        ToneRules.Warning,
        ToneRules.Confrontation,
        ToneRules.Shame,
        ToneRules.Praise,
        DoubleSidedRule.Rule,
        RequiredWordsRule.Rule,
        DiscordRule.Rule,
        ComplexShareRule.Rule,
        SameWordsRule.Rule,
        RepeatRule.Rule,
        SafetyRule.Rule,
        CountriesRule.Rule,
        ContactRule.Rule,
    ];

    /// <summary>Reads and checks a file: mistakes of form are errors too.</summary>
    public static CheckOutcome Check(string json)
    {
        var read = ProgramJson.Read(json);
        return read.Program is { } program
            ? new CheckOutcome(program, Check(program))
            : new CheckOutcome(null, [.. read.Mistakes.Select(OfForm)]);
    }

    public static IReadOnlyList<Finding> Check(ProgramScript program) =>
        Check(program, CountriesRule.Expected);

    public static IReadOnlyList<Finding> Check(ProgramScript program, IReadOnlyCollection<string> countries)
    {
        var texts = new CheckedProgram(program, CheckedText.Of(program), countries);
        return [.. Rules.SelectMany(r => r.Find(texts)).OrderBy(f => f.Severity)];
    }

    private static Finding OfForm(ProgramMistake mistake) =>
        new(
            Severity.Error,
            "form",
            mistake.Path,
            mistake.Line > 0 ? $"Line {mistake.Line}: {mistake.Problem}" : mistake.Problem,
            "",
            mistake.Fix
        );
}
