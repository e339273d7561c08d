using System.Text.RegularExpressions;
using MiCheckin.Core.Programs.Json;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>Before real people are texted, the contact in HELP is somebody's.</summary>
internal static partial class ContactRule
{
    public static Rule Rule { get; } = new("contact", Find);

    private static IEnumerable<Finding> Find(CheckedProgram program) =>
        from texts in program.Script.Texts
        where Example().IsMatch(texts.Value.Contact)
        select new Finding(
            Severity.Warning,
            "contact",
            Paths.Member(Paths.Member("$.texts", texts.Key), "contact"),
            "The contact is an example that nobody answers.",
            texts.Value.Contact,
            "Write an address or a number that your people answer."
        );

    /// <summary>Names kept for examples (RFC 2606) and US numbers kept for fiction.</summary>
    [GeneratedRegex(
        "example\\.(org|com|net)$|\\.(example|test|invalid)$|555-?01\\d\\d",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Example();
}
