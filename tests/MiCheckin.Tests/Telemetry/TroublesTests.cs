using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Telemetry;
using MiCheckin.Functions.Twilio;
using MiCheckin.Tests.Outbound;

namespace MiCheckin.Tests.Telemetry;

/// <summary>What goes wrong with texts is counted by what it means, a code that nobody knows included.</summary>
public sealed class TroublesTests
{
    /// <summary>Codes that no other test uses, as all tests count into the same meter.</summary>
    private const int Unknown = 59_871;
    private const int FromAReport = 59_872;

    [Fact]
    public async Task A_code_that_is_in_no_table_is_counted_from_a_call_and_from_a_report()
    {
        var counted = new ConcurrentBag<(string Outcome, int Code)>();
        using var listener = Listen(counted);
        var provider = new ObedientProvider();
        provider.Answers.Enqueue(TwilioErrors.Classify(Unknown));
        var world = await Rehearsal.BeginAsync((_, _) => provider);
        await world.EnrolAsync();

        await world.EnrolAsync(phone: 102);
        var taken = provider.Asked[^1].MessageId;
        await world.Status.HandleAsync(
            new TextStatusReport(
                $"SM{provider.Asked.Count:D32}",
                taken,
                DeliveryStatus.Parse("undelivered"),
                FromAReport
            ),
            Rehearsal.Stop
        );

        Assert.Single(counted, (nameof(SendOutcome.Other), Unknown));
        Assert.Single(counted, (nameof(SendOutcome.Other), FromAReport));
    }

    private static MeterListener Listen(ConcurrentBag<(string Outcome, int Code)> counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument is { Meter.Name: ServiceMetrics.Name, Name: "micheckin.texts.troubles" })
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) => counted.Add(((string)tags[0].Value!, (int)tags[1].Value!))
        );
        listener.Start();
        return listener;
    }
}
