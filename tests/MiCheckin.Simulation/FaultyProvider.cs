using System.Globalization;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Simulation;

/// <summary>A provider that takes texts and does not say so, says that it is busy, and reports late, twice and out of order.</summary>
internal sealed class FaultyProvider(VirtualClock clock, Workers workers, Chance chance) : ITextProvider
{
    private readonly List<(TextRequest Request, ProviderText Text)> taken = [];

    public int Faults { get; private set; }
    public int Accepted => taken.Count;

    /// <summary>Called when the provider takes a text.</summary>
    public Action<TextRequest, Instant>? Taken { get; set; }

    /// <summary>Reports under way.</summary>
    public List<(Instant At, TextStatusReport Report)> Reports { get; } = [];

    public IEnumerable<TextRequest> AllTaken => taken.Select(t => t.Request);

    public async Task<SendOutcome> SendAsync(TextRequest request, CancellationToken cancellationToken)
    {
        var fault = chance.Of(workers.Rates.Provider) ? 1 + chance.Below(7) : 0;
        Faults += fault > 0 ? 1 : 0;

        if (fault is 1 or 2 or 3 or 4)
        {
            await workers.TurnAsync();
            return fault switch
            {
                1 => new SendOutcome.Busy(Duration.FromSeconds(20)),
                2 => new SendOutcome.NotReached("no route"),
                3 => new SendOutcome.OurSetUp(20003),
                _ => new SendOutcome.Unknown("no answer in time"),
            };
        }

        if (fault is 5 && chance.Of(0.1))
        {
            return new SendOutcome.OptedOut();
        }

        var sid = Take(request);
        await workers.TurnAsync();
        return fault is 6 or 7
            ? new SendOutcome.Unknown("HTTP 500")
            : new SendOutcome.Accepted(sid, DeliveryStatus.Parse("queued"));
    }

    public async Task<IReadOnlyList<ProviderText>> ListAsync(
        PhoneNumber to,
        Instant since,
        CancellationToken cancellationToken
    )
    {
        await workers.TurnAsync();

        if (chance.Of(workers.Rates.Provider))
        {
            Faults++;
            throw new HttpRequestException("A fault of the simulation: no list.");
        }

        return [.. taken.Select(t => t.Text).Where(t => t.To == to && t.Created >= since)];
    }

    private string Take(TextRequest request)
    {
        var sid = "SM" + (taken.Count + 1).ToString("x32", CultureInfo.InvariantCulture);
        var text = new ProviderText(
            sid,
            request.To,
            request.Body,
            DeliveryStatus.Parse("queued"),
            null,
            clock.Now
        );
        taken.Add((request, text));
        Taken?.Invoke(request, clock.Now);
        Report(request, sid, "sent", null);
        Report(request, sid, "delivered", null);
        return sid;
    }

    private void Report(TextRequest request, string sid, string word, int? code)
    {
        var times = chance.Of(workers.Rates.Provider) ? chance.Below(3) : 1;

        for (var n = 0; n < times; n++)
        {
            var delay = chance.UpTo(chance.Of(0.1) ? Duration.FromHours(12) : Duration.FromSeconds(8));
            var report = new TextStatusReport(sid, request.MessageId, DeliveryStatus.Parse(word), code);
            Reports.Add((clock.Now + delay, report));
        }
    }
}
