using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Functions.CheckIns;
using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Outbound.Pacing;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Tests.Safety;
using MiCheckin.Tests.Tools;
using Microsoft.Extensions.Logging.Abstractions;
using Keys = MiCheckin.Functions.Storage.Keys;

namespace MiCheckin.Tests.Outbound;

/// <summary>The whole loop on embedded tables, simulated phones and a clock that the test moves.</summary>
internal sealed class Rehearsal
{
    /// <summary>Monday, 2 March 2026, 10:00 in New York.</summary>
    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 15, 0);

    private Rehearsal(Func<Rehearsal, ITextProvider, ITextProvider> provider)
    {
        Clock = new MovableClock(Monday);
        Tables = EmbeddedTables.InMemory();
        Queues = new VirtualQueues(Clock);
        Phones = new PhoneBook(Tables, PhoneKey.New());
        Programs = new ProgramShelf(Tables);
        Alerts = new AlertBook(Tables, Clock);
        Store = new ParticipantStore(Tables, Queues, Programs, Phones, Alerts, Clock);
        SimulatedPhones = new SimulatedPhones(Tables, Phones, Clock);
        Provider = provider(this, SimulatedPhones);
        Unknown = new UnknownTexts(Tables);
        Troubles = NewTroubles();
        Settler = new TextSettler(Store, Unknown, Troubles, Clock, NullLogger<TextSettler>.Instance);
        Outbox = new OutboxFlow(Store, Provider, Settler, Paces, Clock, NullLogger<OutboxFlow>.Instance);
        Status = new StatusFlow(Settler, NullLogger<StatusFlow>.Instance);
        Reconciler = new TextReconciler(
            Store,
            Unknown,
            Settler,
            Provider,
            Clock,
            NullLogger<TextReconciler>.Instance
        );
        Inbound = new InboundFlow(
            Phones,
            Store,
            new Strangers(Tables, Phones, Alerts, Clock),
            Clock,
            NullLogger<InboundFlow>.Instance
        );
        CheckIns = new CheckInFlow(
            Store,
            new DueIndex(Tables),
            Queues,
            Clock,
            NullLogger<CheckInFlow>.Instance
        );
        Sweep = new NightlySweep(Tables, Store, Unknown, Settler, Clock, NullLogger<NightlySweep>.Instance);
        Network = new SimulatedNetwork(SimulatedPhones, Inbound, Status, Clock);
    }

    private SetUpTroubles NewTroubles() =>
        new(
            Tables,
            Mails,
            EmailAddress.Parse("admin@clinic.example"),
            new Links(new Uri("https://checkin.clinic.example")),
            Clock,
            NullLogger<SetUpTroubles>.Instance
        );

    public MovableClock Clock { get; }
    public EmbeddedTables Tables { get; }
    public VirtualQueues Queues { get; }

    /// <summary>Empty, unless a test sets a sender's rate before the first text.</summary>
    public List<PaceBook> Paces { get; } = [];
    public PhoneBook Phones { get; }
    public ProgramShelf Programs { get; }
    public AlertBook Alerts { get; }
    public ParticipantStore Store { get; }
    public SimulatedPhones SimulatedPhones { get; }
    public ITextProvider Provider { get; }
    public UnknownTexts Unknown { get; }
    public SetUpTroubles Troubles { get; }
    public TextSettler Settler { get; }
    public OutboxFlow Outbox { get; }
    public StatusFlow Status { get; }
    public TextReconciler Reconciler { get; }
    public InboundFlow Inbound { get; }
    public CheckInFlow CheckIns { get; }
    public NightlySweep Sweep { get; }
    public ScriptedMailer Mails { get; } = new();
    public SimulatedNetwork Network { get; }
    public ProgramScript Program { get; private set; } = EmbeddedPrograms.All.First(p => p.Id is "move-more");

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Rehearsal> BeginAsync(
        Func<Rehearsal, ITextProvider, ITextProvider>? provider = null
    )
    {
        var rehearsal = new Rehearsal(provider ?? ((_, phones) => phones));

        foreach (var table in Keys.Tables.Concat(PeopleKeys.Tables))
        {
            await rehearsal.Tables.CreateAsync(table, Stop);
        }

        rehearsal.Programs.Keep(rehearsal.Program);
        return rehearsal;
    }

    public static PhoneNumber Phone(int last = 101) =>
        PhoneNumber.TryParse($"+1206555{last:D4}", out var phone)
            ? phone
            : throw new ArgumentOutOfRangeException(nameof(last));

    public Profile Ana(string zone = "America/New_York") =>
        new()
        {
            Id = ParticipantStore.NewId(),
            Name = new PersonName("Ana"),
            ProgramId = Program.Id,
            ProgramVersion = Program.Version,
            Cohort = "spring",
            Coach = new CoachId("sam"),
            Zone = zone,
        };

    /// <summary>Enrols Ana at once and lets the welcome reach her phone.</summary>
    public async Task<ParticipantId> EnrolAsync(int phone = 101, string zone = "America/New_York")
    {
        var enrolled = new ConversationEvent.Enrolled(Clock.Now, 0.25);
        var created = await Store.CreateAsync(Ana(zone), Phone(phone), enrolled, Stop);
        await SettleAsync();
        return created.Id;
    }

    public async Task<InboundOutcome> ReplyAsync(string words, int phone = 101)
    {
        var outcome = await Network.ReplyAsync(Phone(phone), new MessageText(words), 0, Stop);
        await SettleAsync();
        return outcome;
    }

    /// <summary>Lets ten seconds pass and everything that is under way arrive.</summary>
    public async Task SettleAsync()
    {
        for (var second = 0; second < 10; second++)
        {
            Clock.Now += Duration.FromSeconds(1);
            await DrainAsync();
        }
    }

    /// <summary>Moves on by steps of a minute, and does what the timers do.</summary>
    public async Task PassAsync(Duration time, int minutes = 1)
    {
        for (var until = Clock.Now + time; Clock.Now < until; )
        {
            Clock.Now += Duration.FromMinutes(minutes);
            await CheckIns.SendDueAsync(Stop);
            await Reconciler.ReconcileAsync(Stop);
            await DrainAsync();
        }
    }

    public async Task DrainAsync()
    {
        while (Queues.Take() is var (queue, text))
        {
            await (
                queue is QueueNames.Outbox
                    ? (Task)Outbox.SendAsync(OutboxMessage.Parse(text), Stop)
                    : CheckIns.RunAsync(CheckInMessage.Parse(text), Stop)
            );
        }

        await Network.DeliverReportsAsync(Stop);
    }

    /// <summary>What the phone shows of the service's texts, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> BubblesAsync(int phone = 101) =>
        [
            .. (await SimulatedPhones.MessagesAsync(Phone(phone), Stop))
                .Where(b => !b.FromPerson)
                .Select(b => b.Body.Reveal()),
        ];
}
