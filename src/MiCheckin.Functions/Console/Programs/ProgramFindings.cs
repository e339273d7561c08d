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
                <section class="card"><h2>Check</h2><div class="table" tabindex="0" role="region" aria-label="What the check found"><table>
                <thead><tr><th scope="col">How bad</th><th scope="col">What is wrong</th><th scope="col">Where</th><th scope="col">How to mend it</th></tr></thead>
                <tbody>{findings.Select(One)}</tbody></table></div></section>
                """
            );

    private static Html One(Finding finding) =>
        Html.Of(
            $"""
            <tr><td>{(
                finding.Severity is Severity.Error
                    ? Html.Of($"""<span class="tag warn">Error</span>""")
                    : Html.Of($"""<span class="tag">Warning</span>""")
            )}</td><td>{finding.Problem}</td>
            <td><code>{finding.Path}</code><br>{finding.Text}</td><td>{finding.Fix}</td></tr>
            """
        );
}
