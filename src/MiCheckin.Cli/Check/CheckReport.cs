using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MiCheckin.Core.Programs.Checking;

namespace MiCheckin.Cli.Check;

/// <summary>Writes what the checker found, for people or for programs.</summary>
internal static class CheckReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Text(string file, CheckOutcome outcome)
    {
        var report = new StringBuilder();

        foreach (var finding in outcome.Findings)
        {
            var severity = finding.Severity == Severity.Error ? "error" : "warning";
            report.Append(
                CultureInfo.InvariantCulture,
                $"{file}: {severity} ({finding.Rule}) at {finding.Path}\n"
            );
            report.Append(CultureInfo.InvariantCulture, $"    {finding.Problem}\n");

            if (finding.Text.Length > 0)
            {
                report.Append(CultureInfo.InvariantCulture, $"    text: {finding.Text}\n");
            }

            report.Append(CultureInfo.InvariantCulture, $"    fix:  {finding.Fix}\n");
        }

        var errors = outcome.Errors.Count();
        var warnings = outcome.Warnings.Count();
        var size = outcome.Program is { } program
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", {CheckedText.Of(program).Count} texts in {string.Join(", ", program.Texts.Keys)}"
            )
            : "";
        report.Append(CultureInfo.InvariantCulture, $"{file}: {errors} errors, {warnings} warnings{size}");
        return report.ToString();
    }

    public static string Json(string file, CheckOutcome outcome) =>
        JsonSerializer.Serialize(
            new
            {
                file,
                program = outcome.Program?.Id,
                version = outcome.Program?.Version,
                contentHash = outcome.Program?.ContentHash,
                errors = outcome.Errors.Count(),
                warnings = outcome.Warnings.Count(),
                findings = outcome.Findings,
            },
            Options
        );
}
