using MiCheckin.Core.Participants;
using MiCheckin.Functions.CheckIns;
using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Simulation;

/// <summary>The service, put together on faulty tables, queues and a faulty provider.</summary>
internal sealed class Parts
{
    public Parts(VirtualClock clock, Workers workers, Chance chance)
    {
        Rows = EmbeddedTables.InMemory();
        Tables = new FaultyTables(Rows, workers, chance);
        Queues = new FaultyQueues(clock, workers, chance);
        Provider = new FaultyProvider(clock, workers, chance);
        var phones = new PhoneBook(Tables, PhoneKey.New());
        var programs = new ProgramShelf(Tables);
        programs.Keep(Script.Program);
        var alerts = new AlertBook(Tables, clock);
        Store = new ParticipantStore(Tables, Queues, programs, phones, alerts, clock);
        var unknown = new UnknownTexts(Tables);
        var troubles = new SetUpTroubles(
            Tables,
            new NoMail(),
            EmailAddress.Parse("admin@clinic.example"),
            new Links(new Uri("https://checkin.clinic.example")),
            clock,
            NullLogger<SetUpTroubles>.Instance
        );
        var settler = new TextSettler(Store, unknown, troubles, clock, NullLogger<TextSettler>.Instance);
        Outbox = new OutboxFlow(Store, Provider, settler, [], clock, NullLogger<OutboxFlow>.Instance);
        Status = new StatusFlow(settler, NullLogger<StatusFlow>.Instance);
        Reconciler = new TextReconciler(
            Store,
            unknown,
            settler,
            Provider,
            clock,
            NullLogger<TextReconciler>.Instance
        );
        var strangers = new Strangers(Tables, phones, alerts, clock);
        Inbound = new InboundFlow(phones, Store, strangers, clock, NullLogger<InboundFlow>.Instance);
        var due = new DueIndex(Tables);
        CheckIns = new CheckInFlow(Store, due, Queues, clock, NullLogger<CheckInFlow>.Instance);
        Sweep = new NightlySweep(Tables, Store, unknown, settler, clock, NullLogger<NightlySweep>.Instance);
    }

    /// <summary>The tables without faults, to look at what is stored.</summary>
    public EmbeddedTables Rows { get; }
    public FaultyTables Tables { get; }
    public FaultyQueues Queues { get; }
    public FaultyProvider Provider { get; }
    public ParticipantStore Store { get; }
    public OutboxFlow Outbox { get; }
    public StatusFlow Status { get; }
    public TextReconciler Reconciler { get; }
    public InboundFlow Inbound { get; }
    public CheckInFlow CheckIns { get; }
    public NightlySweep Sweep { get; }

    public async Task CreateAsync()
    {
        foreach (var table in Keys.Tables.Concat(PeopleKeys.Tables))
        {
            await Rows.CreateAsync(table, CancellationToken.None);
        }
    }

    /// <summary>What the queue functions do with a message.</summary>
    public async Task RunAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.Queue is QueueNames.Outbox)
        {
            await Outbox.SendAsync(OutboxMessage.Parse(message.Text), cancellationToken);
            return;
        }

        var outcome = await CheckIns.RunAsync(CheckInMessage.Parse(message.Text), cancellationToken);

        if (outcome is SlotOutcome.TryAgain)
        {
            throw new StorageException("Busy", "The function fails, so that the message comes back.");
        }
    }

    private sealed class NoMail : IMailer
    {
        public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
            Task.FromResult<MailOutcome>(new MailOutcome.TryLater("no mail in the simulation"));
    }
}
