using System.Diagnostics;
using System.Diagnostics.Metrics;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Outbound;

namespace MiCheckin.Functions.Telemetry;

/// <summary>What the service measures of itself. Each number has a line in docs/runbook.md: what it means and what to do.</summary>
internal static class ServiceMetrics
{
    public const string Name = "MiCheckin";

    /// <summary>One activity for each call of a function.</summary>
    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Gauge<double> OldestDue = Meter.CreateGauge<double>(
        "micheckin.due.oldest",
        "s",
        "How long the oldest due slot has been waiting."
    );

    private static readonly Histogram<double> Lateness = Meter.CreateHistogram<double>(
        "micheckin.texts.lateness",
        "s",
        "How long after its time a text was accepted by the provider."
    );

    private static readonly Gauge<int> Unknown = Meter.CreateGauge<int>(
        "micheckin.texts.unknown",
        "{text}",
        "Texts of which nobody knows yet whether they were sent."
    );

    private static readonly Counter<long> Replies = Meter.CreateCounter<long>(
        "micheckin.replies",
        "{reply}",
        "Replies read, by what the talk was read as; the share of unsure ones is the reader's doubt."
    );

    private static readonly Counter<long> Troubles = Meter.CreateCounter<long>(
        "micheckin.texts.troubles",
        "{text}",
        "Texts that were not taken or not delivered at once, by what that means and by the provider's code."
    );

    private static readonly Gauge<int> UnacknowledgedRisk = Meter.CreateGauge<int>(
        "micheckin.risk.unacknowledged",
        "{alert}",
        "Risk alerts that wait for somebody."
    );

    public static void DueSeen(Duration oldest) => OldestDue.Record(oldest.TotalSeconds);

    public static void Sent(Duration late) => Lateness.Record(Math.Max(0, late.TotalSeconds));

    public static void UnknownTexts(int count) => Unknown.Record(count);

    public static void ReplyRead(Talk talk) =>
        Replies.Add(1, new KeyValuePair<string, object?>("talk", talk.ToString().ToLowerInvariant()));

    /// <summary>A code that is in no table of ours counts too, as <c>Other</c>.</summary>
    public static void Trouble(SendOutcome outcome) =>
        Troubles.Add(
            1,
            new KeyValuePair<string, object?>("outcome", outcome.GetType().Name),
            new KeyValuePair<string, object?>("code", outcome.ProviderCode)
        );

    public static void RiskWaiting(int count) => UnacknowledgedRisk.Record(count);
}
