using System.Security.Cryptography;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Simulator;

/// <summary>A provider whose phones are rows of a table: they outlive kill -9 as the participants do.</summary>
internal sealed class SimulatedPhones(ITables tables, PhoneBook book, IClock clock) : ITextProvider
{
    private static readonly Duration ADay = Duration.FromDays(1);
    private long version;

    /// <summary>Rises with every change that this process made: a page that shows phones looks again when it does.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Shows the phone before its first text. Safe to repeat; a fault that is set stays.</summary>
    public async Task AddAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        var row = SimRows.Write(new SimulatedPhone(number, PhoneFault.None));
        var insert = new TableWrite.Insert(SimRows.Phone(HashOf(number)), row);
        await SubmitAsync([insert], cancellationToken);
    }

    public async Task<IReadOnlyList<SimulatedPhone>> ListPhonesAsync(CancellationToken cancellationToken)
    {
        var phones = new List<SimulatedPhone>();
        var range = new RowRange(SimRows.Phones);

        await foreach (var row in tables.QueryAsync(Keys.SimPhones, range, cancellationToken))
        {
            if (SimRows.ReadPhone(row) is { } phone)
            {
                phones.Add(phone);
            }
        }

        return phones;
    }

    /// <summary>Every bubble of one phone, the oldest first.</summary>
    public async Task<IReadOnlyList<Bubble>> MessagesAsync(
        PhoneNumber number,
        CancellationToken cancellationToken
    )
    {
        var bubbles = new List<Bubble>();
        var range = new RowRange(HashOf(number));

        await foreach (var row in tables.QueryAsync(Keys.SimPhones, range, cancellationToken))
        {
            bubbles.Add(SimRows.ReadBubble(row));
        }

        return bubbles;
    }

    /// <summary>Sets what goes wrong from now on with one phone, or, without a number, with every phone that has no fault of its own.</summary>
    public Task SetFaultAsync(PhoneNumber? number, PhoneFault fault, CancellationToken cancellationToken) =>
        SubmitAsync(
            [
                number is { } phone
                    ? new TableWrite.Upsert(
                        SimRows.Phone(HashOf(phone)),
                        SimRows.Write(new SimulatedPhone(phone, fault))
                    )
                    : new TableWrite.Upsert(SimRows.World, new Columns { ["fault"] = fault.ToString() }),
            ],
            cancellationToken
        );

    public async Task<PhoneFault> FaultOfAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        var phone = await tables.FindAsync(Keys.SimPhones, SimRows.Phone(HashOf(number)), cancellationToken);

        if (phone is not null && SimRows.FaultOf(phone) is not PhoneFault.None and var own)
        {
            return own;
        }

        var world = await tables.FindAsync(Keys.SimPhones, SimRows.World, cancellationToken);
        return world is null ? PhoneFault.None : SimRows.FaultOf(world);
    }

    public async Task<SendOutcome> SendAsync(TextRequest request, CancellationToken cancellationToken)
    {
        var fault = await FaultOfAsync(request.To, cancellationToken);

        switch (fault)
        {
            case PhoneFault.Busy:
                return new SendOutcome.Busy(Duration.FromSeconds(30));
            case PhoneFault.OptedOut:
                return new SendOutcome.OptedOut();
            case PhoneFault.Lost:
                return new SendOutcome.Unknown("no answer in time");
        }

        var sid = NewSid();
        await DeliverAsync(request, sid, fault, cancellationToken);

        return fault switch
        {
            PhoneFault.AcceptThenHang => new SendOutcome.Unknown("no answer in time"),
            PhoneFault.AcceptThenError => new SendOutcome.Unknown("HTTP 500"),
            _ => new SendOutcome.Accepted(sid, DeliveryStatus.Parse("queued")),
        };
    }

    public async Task<IReadOnlyList<ProviderText>> ListAsync(
        PhoneNumber to,
        Instant since,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await MessagesAsync(to, cancellationToken))
                .Where(b => !b.FromPerson && b.At >= since)
                .Select(b => new ProviderText(b.Sid, to, b.Body, b.Status, null, b.At)),
        ];

    /// <summary>Puts what the person wrote on their phone. <see cref="SimulatedNetwork"/> carries it to the service.</summary>
    public async Task<string> WriteAsync(
        PhoneNumber from,
        MessageText body,
        int media,
        CancellationToken cancellationToken
    )
    {
        await AddAsync(from, cancellationToken);
        var bubble = new Bubble(
            NewSid(),
            true,
            body,
            clock.GetCurrentInstant(),
            DeliveryStatus.Parse("received"),
            media
        );
        await PutAsync(HashOf(from), bubble, cancellationToken);
        return bubble.Sid;
    }

    /// <summary>The delivery reports whose time has come, the oldest first.</summary>
    public async Task<IReadOnlyList<PendingReport>> ReportsAsync(
        Instant until,
        CancellationToken cancellationToken
    )
    {
        var reports = new List<PendingReport>();

        await foreach (
            var row in tables.QueryAsync(Keys.SimPhones, SimRows.ReportsUntil(until), cancellationToken)
        )
        {
            reports.Add(SimRows.ReadReport(row));
        }

        return reports;
    }

    /// <summary>Marks the bubble as the report says, and takes the report off the list.</summary>
    public async Task CloseAsync(PendingReport report, CancellationToken cancellationToken)
    {
        if (await tables.FindAsync(Keys.SimPhones, report.Bubble, cancellationToken) is { } row)
        {
            var bubble = SimRows.ReadBubble(row);
            var next = bubble with { Status = bubble.Status.Then(report.Status) };
            await SubmitAsync(
                [new TableWrite.Replace(row.Key, SimRows.Write(next), row.Tag)],
                cancellationToken
            );
        }

        await SubmitAsync([new TableWrite.Delete(report.Key)], cancellationToken);
    }

    private static string NewSid() => "SM" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    private string HashOf(PhoneNumber number) => book.KeyOf(number).Row;

    private async Task DeliverAsync(
        TextRequest request,
        string sid,
        PhoneFault fault,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetCurrentInstant();
        await AddAsync(request.To, cancellationToken);
        var bubble = new Bubble(sid, false, request.Body, now, DeliveryStatus.Parse("queued"), 0);
        var at = await PutAsync(HashOf(request.To), bubble, cancellationToken);
        var late = fault is PhoneFault.LateReports ? ADay : Duration.Zero;
        var last =
            fault is PhoneFault.PhoneOff ? (Word: "undelivered", Code: (int?)30003) : ("delivered", null);
        var sent = now + late + Duration.FromSeconds(1);
        await SubmitAsync(
            [
                SimRows.Report(sent, request.MessageId, sid, "sent", null, at),
                SimRows.Report(
                    sent + Duration.FromSeconds(2),
                    request.MessageId,
                    sid,
                    last.Word,
                    last.Code,
                    at
                ),
            ],
            cancellationToken
        );
    }

    private async Task<RowKey> PutAsync(string hash, Bubble bubble, CancellationToken cancellationToken)
    {
        var key = SimRows.BubbleKey(hash, bubble);
        await SubmitAsync([new TableWrite.Upsert(key, SimRows.Write(bubble))], cancellationToken);
        return key;
    }

    private async Task SubmitAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        await tables.SubmitAsync(Keys.SimPhones, writes, cancellationToken);
        Interlocked.Increment(ref version);
    }
}
