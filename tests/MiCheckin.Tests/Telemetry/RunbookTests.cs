using System.Text.RegularExpressions;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Telemetry;

/// <summary>Whoever is woken by a number finds it in the runbook, with what it means and what to do.</summary>
public sealed partial class RunbookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_number_that_is_measured_shown_or_watched_has_its_line_in_the_runbook()
    {
        var runbook = await File.ReadAllTextAsync(Checkout.At("docs", "runbook.md"), Stop);
        List<string> sources = [];
        foreach (
            var file in Directory.EnumerateFiles(
                Checkout.At("src", "MiCheckin.Functions"),
                "*.cs",
                SearchOption.AllDirectories
            )
        )
        {
            sources.Add(await File.ReadAllTextAsync(file, Stop));
        }

        var alerts = await File.ReadAllTextAsync(Checkout.At("infra", "modules", "alerts.bicep"), Stop);
        var measured = Names(Instrument(), sources);
        var shown = Names(Shown(), sources);
        var watched = Names(Rule(), [alerts]);

        Assert.True(measured.Count >= 9, string.Join(", ", measured));
        Assert.True(shown.Count >= 7, string.Join(", ", shown));
        Assert.True(watched.Count >= 5, string.Join(", ", watched));
        Assert.All(
            measured.Concat(watched),
            name => Assert.Contains($"`{name}`", runbook, StringComparison.Ordinal)
        );
        Assert.All(shown, name => Assert.Contains($"| {name}", runbook, StringComparison.Ordinal));
    }

    private static List<string> Names(Regex pattern, IEnumerable<string> texts) =>
        [
            .. texts
                .SelectMany(text => pattern.Matches(text))
                .Select(match => match.Groups["name"].Value.Trim())
                .Distinct(StringComparer.Ordinal),
        ];

    [GeneratedRegex(
        """\.Create(?:Gauge|Counter|Histogram|UpDownCounter)<\w+>\(\s*"(?<name>[^"]+)""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Instrument();

    /// <summary>What stands before the first placeholder of a line's name.</summary>
    [GeneratedRegex("""new StatusLine\(\s*\$?"(?<name>[^"{]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Shown();

    [GeneratedRegex("""\bname: '(?<name>[a-z-]+)'""", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
