using System.Globalization;
using System.Security.Cryptography;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Tests.Mail;
using MiCheckin.Tests.Outbound;
using MiCheckin.Tests.Storage.Azure;
using MiCheckin.Tests.Tools;
using MiCheckin.Tests.Twilio;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Hosting;

/// <summary>A service as it runs in Azure: the program under the host, tables and queues, a provider of texts, a mail server.</summary>
internal sealed class HostedClinic : IAsyncDisposable
{
    public static readonly CoachId Coach = new("amara");
    public const string CoachMail = "amara@clinic.example";
    private readonly string _phoneKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly AzureTables _tables;
    private readonly PhoneBook _phones;

    private HostedClinic(Azurite azurite, TwilioStandIn twilio, SmtpServer mail)
    {
        Azurite = azurite;
        Twilio = twilio;
        Mail = mail;
        _tables = new AzureTables(azurite.Account, SystemClock.Instance, Azurite.Patient);
        _phones = new PhoneBook(_tables, PhoneKey.Parse(_phoneKey));
    }

    public Azurite Azurite { get; }
    public TwilioStandIn Twilio { get; }
    public SmtpServer Mail { get; }
    public FunctionsHost Host { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = Azurite.ConnectionString,
            ["MiCheckin__PhoneKey"] = _phoneKey,
            ["MiCheckin__AdminEmail"] = "admin@clinic.example",
            ["MiCheckin__ConsoleUrl"] = "https://checkin.clinic.example",
            ["MiCheckin__Console__Auth"] = "easyauth",
            ["MiCheckin__Twilio__AccountSid"] = TwilioStandIn.AccountSid,
            ["MiCheckin__Twilio__AuthToken"] = TwilioStandIn.AuthToken,
            ["MiCheckin__Twilio__MessagingServiceSid"] = Twilio.Options.MessagingServiceSid!,
            ["MiCheckin__Twilio__PublicBaseUrl"] = Twilio.PublicBaseUrl,
            ["MiCheckin__Twilio__ApiBaseUrl"] = Twilio.Address,
            ["MiCheckin__Twilio__SegmentsPerSecond"] = "100",
            ["MiCheckin__Mail__Host"] = Mail.Options.Host,
            ["MiCheckin__Mail__Port"] = Mail.Options.Port.ToString(CultureInfo.InvariantCulture),
            ["MiCheckin__Mail__User"] = SmtpServer.User,
            ["MiCheckin__Mail__Password"] = SmtpServer.Password,
            ["MiCheckin__Mail__From"] = Mail.Options.From,
            ["MiCheckin__Mail__CertificateAuthority"] = Mail.Options.CertificateAuthority!,
        };

    public static async Task<HostedClinic> OpenAsync(Azurite azurite, CancellationToken cancellationToken)
    {
        var mail =
            await SmtpServer.StartAsync(cancellationToken)
            ?? throw new InvalidOperationException("Run npm ci --prefix eng/node: no mail server.");
        var clinic = new HostedClinic(azurite, await TwilioStandIn.StartAsync(cancellationToken), mail);
        clinic.Host = await FunctionsHost.StartAsync(azurite.Account, clinic.Settings, cancellationToken);

        // The door opens before the tables are there; a call waits until they are.
        await clinic.Host.FireAsync("EscalateAlerts", cancellationToken);
        return clinic;
    }

    /// <summary>Somebody for whom it is noon now, whose texts go into the queues of the service.</summary>
    public async Task<ParticipantId> EnrolAsync(PhoneNumber phone, CancellationToken cancellationToken)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var store = Store(
            new AzureQueues(Azurite.Account, SystemClock.Instance, Tests.Storage.Azure.Azurite.Patient),
            SystemClock.Instance
        );
        var created = await store.CreateAsync(
            Noon(now, preferred: new LocalTime(18, 0)),
            phone,
            new ConversationEvent.Enrolled(now, 0.25),
            cancellationToken
        );
        return created.Id;
    }

    /// <summary>Somebody who said yes yesterday and whose first check-in has been due for two minutes.</summary>
    public async Task<ParticipantId> EnrolWithDueCheckInAsync(
        PhoneNumber phone,
        CancellationToken cancellationToken
    )
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var clock = new MovableClock(now - Duration.FromHours(25));
        var store = Store(new VirtualQueues(clock), clock);
        var zone = DateTimeZoneProviders.Tzdb[ZoneOfNoon(now)];
        var due = (now - Duration.FromMinutes(2)).InZone(zone).TimeOfDay;
        var created = await store.CreateAsync(
            Noon(now, preferred: new LocalTime(due.Hour, due.Minute)),
            phone,
            new ConversationEvent.Enrolled(clock.Now, 0.25),
            cancellationToken
        );
        clock.Now += Duration.FromHours(1);
        var alerts = new AlertBook(_tables, clock);
        var inbound = new InboundFlow(
            _phones,
            store,
            new Strangers(_tables, _phones, alerts, clock),
            clock,
            NullLogger<InboundFlow>.Instance
        );
        var yes = new InboundSms($"SM{Guid.NewGuid():N}", phone, new MessageText("YES"), 0, default);
        Assert.Equal(InboundOutcome.Handled, await inbound.HandleAsync(yes, cancellationToken));
        return created.Id;
    }

    public async Task AddCoachAsync(CancellationToken cancellationToken) =>
        await new CoachBook(_tables).SaveAsync(
            new Coach
            {
                Id = Coach,
                Name = new PersonName("Amara"),
                Email = EmailAddress.Parse(CoachMail),
                Zone = "America/New_York",
                Since = SystemClock.Instance.GetCurrentInstant(),
            },
            cancellationToken
        );

    /// <summary>A text from a phone, signed by the provider, through the front door.</summary>
    public Task<HttpResponseMessage> TextInAsync(
        PhoneNumber from,
        string words,
        CancellationToken cancellationToken
    ) =>
        Twilio.TextInAsync(
            Host.Outside,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["MessageSid"] = $"SM{Guid.NewGuid():N}",
                ["AccountSid"] = TwilioStandIn.AccountSid,
                ["From"] = from.E164,
                ["To"] = "+12025550143",
                ["Body"] = words,
                ["NumMedia"] = "0",
            },
            cancellationToken
        );

    public IReadOnlyList<StandInText> TextsTo(PhoneNumber phone) =>
        [.. Twilio.Texts.Where(t => t.To.Equals(phone.E164, StringComparison.Ordinal))];

    public ParticipantStore Store() =>
        Store(
            new AzureQueues(Azurite.Account, SystemClock.Instance, Tests.Storage.Azure.Azurite.Patient),
            SystemClock.Instance
        );

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Twilio.DisposeAsync();
        await Mail.DisposeAsync();
    }

    private ParticipantStore Store(IQueues queues, IClock clock)
    {
        var shelf = new ProgramShelf(_tables);
        return new ParticipantStore(_tables, queues, shelf, _phones, new AlertBook(_tables, clock), clock);
    }

    private static Profile Noon(Instant now, LocalTime preferred)
    {
        var program = EmbeddedPrograms.All.First(p => p.Id is "move-more");
        return new Profile
        {
            Id = ParticipantStore.NewId(),
            Name = new PersonName("Rosa"),
            ProgramId = program.Id,
            ProgramVersion = program.Version,
            Cohort = "spring",
            Coach = Coach,
            Zone = ZoneOfNoon(now),
            PreferredTime = preferred,
        };
    }

    /// <summary>Where it is between twelve and one now, so that a test means the same at every hour. The names of these zones have their sign the other way round.</summary>
    private static string ZoneOfNoon(Instant now) =>
        (12 - now.InUtc().Hour) switch
        {
            0 => "Etc/GMT",
            > 0 and var ahead => $"Etc/GMT-{ahead}",
            var behind => $"Etc/GMT+{-behind}",
        };
}

/// <summary>One service for the tests of a class: starting the program is what costs.</summary>
public sealed class OpenClinic(Azurite azurite) : IAsyncLifetime
{
    private HostedClinic? _clinic;

    public async ValueTask InitializeAsync() =>
        _clinic = await HostedClinic.OpenAsync(azurite, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _clinic?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Nobody signed in, nothing delivered yet.</summary>
    internal HostedClinic Fresh()
    {
        var clinic = _clinic ?? throw new InvalidOperationException("The service did not start.");
        clinic.Host.Deliveries.Clear();
        clinic.Host.Front.SignedIn = null;
        return clinic;
    }
}
