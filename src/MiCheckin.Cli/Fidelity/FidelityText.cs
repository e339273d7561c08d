using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MiCheckin.Core.Fidelity;

namespace MiCheckin.Cli.Fidelity;

/// <summary>Writes a fidelity report for people, or as JSON.</summary>
internal static class FidelityText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(FidelityReport report)
    {
        var text = new StringBuilder();
        text.Append("participant           week  replies  refl/question  complex   open  MI-inconsistent\n");

        AppendWeeks(text, report.Weeks);
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{report.Participants} participants, {report.Weeks.Count} participant-weeks\n"
        );
        AppendTotals(text, report);
        text.Append(
            CultureInfo.InvariantCulture,
            $"MI-inconsistent texts: {report.Inconsistent.Count} (must be 0)"
        );

        foreach (var wrong in report.Inconsistent)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {wrong.Participant} {wrong.At}: {wrong.Words}");
        }

        return text.ToString();
    }

    private static void AppendWeeks(StringBuilder text, IReadOnlyList<FidelityWeek> weeks)
    {
        foreach (var week in weeks)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Cut(week.Participant), -20}  {week.Week, 4}  {week.Replies, 7}  "
            );
            text.Append(CultureInfo.InvariantCulture, $"{Number(week.Answers.ReflectionsPerQuestion), 13}  ");
            text.Append(CultureInfo.InvariantCulture, $"{Percent(week.Answers.ShareComplex), 7}  ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Percent(week.All.ShareOpen), 5}  {week.All.Inconsistent, 15}\n"
            );
        }
    }

    private static void AppendTotals(StringBuilder text, FidelityReport report)
    {
        Append(
            text,
            "in answers to replies",
            Threshold.ReflectionsPerQuestion,
            report.Answers.ReflectionsPerQuestion,
            Number
        );
        Append(
            text,
            "in all texts, with scheduled prompts",
            Threshold.ReflectionsPerQuestion,
            report.All.ReflectionsPerQuestion,
            Number
        );
        Append(text, "in answers", Threshold.ShareComplex, report.Answers.ShareComplex, Percent);
        Append(
            text,
            "in all texts, rulers counted as closed",
            Threshold.ShareOpen,
            report.All.ShareOpen,
            Percent
        );
    }

    public static string Json(FidelityReport report) =>
        JsonSerializer.Serialize(
            new
            {
                report.Participants,
                report.Answers,
                report.All,
                report.Weeks,
                inconsistent = report.Inconsistent.Select(i => new
                {
                    i.Participant,
                    at = i.At.ToString(null, CultureInfo.InvariantCulture),
                    i.Words,
                }),
                thresholds = new[]
                {
                    Threshold.ReflectionsPerQuestion,
                    Threshold.ShareComplex,
                    Threshold.ShareOpen,
                },
            },
            Options
        );

    private static void Append(
        StringBuilder text,
        string where,
        Threshold threshold,
        decimal? value,
        Func<decimal?, string> write
    ) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"{threshold.Measure}, {where}: {write(value)} = {threshold.Judge(value)} ({threshold.Source}: fair {write(threshold.Fair)}, good {write(threshold.Good)})\n"
        );

    private static string Cut(string participant) =>
        participant.Length <= 20 ? participant : participant[..20];

    private static string Number(decimal? value) =>
        value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";

    private static string Percent(decimal? value) =>
        value?.ToString("0%", CultureInfo.InvariantCulture) ?? "-";
}
