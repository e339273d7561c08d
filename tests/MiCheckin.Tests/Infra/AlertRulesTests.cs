using System.Text.RegularExpressions;
using MiCheckin.Tests.Hosting;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Infra;

/// <summary>What wakes somebody counts on lines that the program really writes, and that really arrive.</summary>
public sealed partial class AlertRulesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_number_that_a_rule_looks_at_stands_in_the_log_line_of_its_event()
    {
        var rules = await File.ReadAllTextAsync(Checkout.At("infra", "modules", "alerts.bicep"), Stop);
        var lines = await LinesAsync();
        var looks = Looks()
            .Matches(rules)
            .Select(match => (Event: match.Groups["event"].Value, Number: match.Groups["number"].Value))
            .ToList();

        Assert.Equal(
            ["4201", "4202", "4203"],
            looks.Select(look => look.Event).Order(StringComparer.Ordinal)
        );
        Assert.All(
            looks,
            look => Assert.Contains($"{{{look.Number}}}", lines[look.Event], StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_rule_for_silence_listens_to_a_line_of_the_minute_timer()
    {
        var rules = await File.ReadAllTextAsync(Checkout.At("infra", "modules", "alerts.bicep"), Stop);
        var source = await File.ReadAllTextAsync(
            Checkout.At("src", "MiCheckin.Functions", "Triggers", "SendDueCheckIns", "SendDueCheckIns.cs"),
            Stop
        );
        var heard = Silence().Match(rules).Groups["event"].Value;
        var timer = FunctionsPackage.Functions.Single(f => f.Name is "SendDueCheckIns").Trigger;

        Assert.Contains($"{heard},", source, StringComparison.Ordinal);
        Assert.Equal("0 * * * * *", (string?)timer["schedule"]);
    }

    /// <summary>Of the lines that are sampled, one in many arrives when much is written: the one that says that nobody has acknowledged a risk would not.</summary>
    [Fact]
    public void No_line_is_left_out_of_what_the_host_sends_on()
    {
        var sampling = FunctionsPackage.HostJson.SelectToken("logging.applicationInsights.samplingSettings");

        Assert.Contains("Trace", ((string?)sampling?["excludedTypes"] ?? "").Split(';'));
        Assert.Equal(
            "Information",
            (string?)FunctionsPackage.HostJson.SelectToken("logging.logLevel.default")
        );
    }

    /// <summary>The words of each declared log line, by its event.</summary>
    private static async Task<Dictionary<string, string>> LinesAsync()
    {
        Dictionary<string, string> lines = new(StringComparer.Ordinal);

        foreach (
            var file in Directory.EnumerateFiles(
                Checkout.At("src", "MiCheckin.Functions", "Triggers"),
                "*.cs",
                SearchOption.AllDirectories
            )
        )
        {
            foreach (var match in Declared().Matches(await File.ReadAllTextAsync(file, Stop)).Cast<Match>())
            {
                lines.Add(match.Groups["event"].Value, match.Groups["words"].Value);
            }
        }

        return lines;
    }

    [GeneratedRegex(
        @"== (?<event>[0-9]+) \| where toint\(line\.State\.(?<number>\w+)\)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Looks();

    [GeneratedRegex(
        @"== (?<event>[0-9]+) \| summarize n = count\(\) \| where n == 0",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Silence();

    [GeneratedRegex(
        """LoggerMessage\(\s*(?<event>[0-9]+),\s*LogLevel\.\w+,\s*"(?<words>[^"]*)""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Declared();
}
