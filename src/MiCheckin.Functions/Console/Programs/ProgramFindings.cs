using MiCheckin.Core.Programs.Checking;
using MiCheckin.Functions.Console.Markup;

namespace MiCheckin.Functions.Console.Programs;

/// <summary>What the checker found in a program, for whoever mends it.</summary>
internal static class ProgramFindings
{
    public static Html Of(IReadOnlyList<Finding> findings) =>
        findings.Count is 0
            ? Html.Of($"""<section class="card"><h2>Check</h2><p>Every rule is kept.</p></section>""")
            : Html.Of(
                $"""
                <section class="card"><h2>Check</h2><dl class="facts">{findings.Select(One)}</dl></section>
                """
            );

    private static Html One(Finding finding) =>
        Html.Of(
            $"""
            <div><dt>{(finding.Severity is Severity.Error ? "Error" : "Warning")}: {finding.Problem}</dt>
            <dd><code>{finding.Path}</code> {finding.Text} <span class="quiet">{finding.Fix}</span></dd></div>
            """
        );
}
