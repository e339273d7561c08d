using System.Text.RegularExpressions;
using MiCheckin.Core.Programs.Checking.Languages;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>What motivational interviewing never does, found by words. Each of them is an error.</summary>
internal static class ToneRules
{
    public static Rule Directive { get; } =
        new(
            "directive",
            p =>
                Find(
                    p,
                    "directive",
                    l => l.Directive,
                    "It tells the person what to do",
                    "Leave the choice with the person.",
                    service: true
                )
        );

    public static Rule Advice { get; } =
        new(
            "advice",
            p =>
                Find(
                    p,
                    "advice",
                    l => l.Advice,
                    "It gives advice",
                    "Ask what the person has thought of.",
                    service: false
                )
        );

    public static Rule Warning { get; } =
        new(
            "warning",
            p =>
                Find(
                    p,
                    "warning",
                    l => l.Warning,
                    "It warns",
                    "Ask what the person sees ahead.",
                    service: false
                )
        );

    public static Rule Confrontation { get; } =
        new(
            "confrontation",
            p =>
                Find(
                    p,
                    "confrontation",
                    l => l.Confrontation,
                    "It argues",
                    "Reflect, and let it stand.",
                    service: true
                )
        );

    public static Rule Shame { get; } =
        new(
            "shame",
            p =>
                Find(
                    p,
                    "shame",
                    l => l.Shame,
                    "It shames or labels",
                    "Say what happened in plain words.",
                    service: true
                )
        );

    /// <summary>No part of what a coder counts as MI-inconsistent, and not how this service speaks.</summary>
    public static Rule Praise { get; } =
        new(
            "praise",
            p =>
                Find(
                    p,
                    "praise",
                    l => l.Praise,
                    "It praises as a judge does",
                    "Name what the person did, or what it says about them.",
                    service: true
                )
        );

    /// <summary>What each of the rules finds in one text, by the rule's name: the coder of the fidelity report counts these.</summary>
    public static IEnumerable<string> Inconsistent(string text, Lexicon lexicon)
    {
        (string Name, Regex Words)[] rules =
        [
            ("directive", lexicon.Directive),
            ("advice", lexicon.Advice),
            ("warning", lexicon.Warning),
            ("confrontation", lexicon.Confrontation),
            ("shame", lexicon.Shame),
        ];
        return rules.Where(r => r.Words.IsMatch(text)).Select(r => r.Name);
    }

    private static IEnumerable<Finding> Find(
        CheckedProgram program,
        string rule,
        Func<Lexicon, Regex> words,
        string problem,
        string fix,
        bool service
    ) =>
        from text in program.Texts
        where text.Lexicon is not null && (text.Tone == Tone.Talk || (service && text.Tone == Tone.Service))
        let match = words(text.Lexicon!).Match(text.Text)
        where match.Success
        select new Finding(
            Severity.Error,
            rule,
            text.Path,
            $"{problem}: \"{match.Value.Trim()}\".",
            text.Text,
            fix
        );
}
