using MiCheckin.Core.Participants;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Functions.Simulator;

/// <summary>Carries what happens on simulated phones to the service, by the same flows as the provider's webhooks.</summary>
internal sealed class SimulatedNetwork(
    SimulatedPhones phones,
    InboundFlow inbound,
    StatusFlow status,
    IClock clock
)
{
    private const int MostTries = 3;

    /// <summary>The person writes. Delivered again while the service asks for it, as the provider does.</summary>
    public async Task<InboundOutcome> ReplyAsync(
        PhoneNumber from,
        MessageText body,
        int media,
        CancellationToken cancellationToken
    )
    {
        var sid = await phones.WriteAsync(from, body, media, cancellationToken);
        var sms = new InboundSms(sid, from, body, media);
        var outcome = InboundOutcome.TryAgain;

        for (var attempt = 1; attempt <= MostTries && outcome is InboundOutcome.TryAgain; attempt++)
        {
            outcome = await inbound.HandleAsync(sms, cancellationToken);
        }

        if (await phones.FaultOfAsync(from, cancellationToken) is PhoneFault.RepliesTwice)
        {
            await inbound.HandleAsync(sms, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Hands over the delivery reports whose time has come; returns how many.</summary>
    public async Task<int> DeliverReportsAsync(CancellationToken cancellationToken)
    {
        var reports = await phones.ReportsAsync(clock.GetCurrentInstant(), cancellationToken);

        foreach (var report in reports)
        {
            var news = new TextStatusReport(report.Sid, report.MessageId, report.Status, report.Code);
            await status.HandleAsync(news, cancellationToken);
            await phones.CloseAsync(report, cancellationToken);
        }

        return reports.Count;
    }

    /// <summary>When the next report is due; null when none is under way.</summary>
    public async Task<Instant?> NextReportAsync(CancellationToken cancellationToken)
    {
        var soon = clock.GetCurrentInstant() + Duration.FromDays(2);
        var reports = await phones.ReportsAsync(soon, cancellationToken);
        return reports.Count > 0 ? reports[0].At : null;
    }
}
