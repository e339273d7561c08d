using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Tests.Outbound;
using MiCheckin.Tests.Tools;
using Microsoft.Extensions.Logging.Abstractions;
using Keys = MiCheckin.Functions.Storage.Keys;

namespace MiCheckin.Tests.Safety;

/// <summary>A small service on a stopped clock: one coach with a phone, one cohort, mail and texts that a test can break.</summary>
internal sealed class Clinic : IAsyncDisposable
{
    public const string CoachMail = "ana@clinic.example";
    public const string SecondMail = "bea@clinic.example";
    public const string ThirdMail = "duty@clinic.example";
    public const string LastMail = "head@clinic.example";
    public const string AdminMail = "admin@clinic.example";

    public static readonly CoachId Ana = new("ana");

    /// <summary>Wednesday, 4 March 2026, 09:00 in Vancouver.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 4, 17, 0);

    private readonly EmbeddedTables rows = EmbeddedTables.InMemory();

    public Clinic()
    {
        Queues = new VirtualQueues(Clock);
        Tables = new BreakableTables(rows);
        Program = EmbeddedPrograms.All[0];
        Shelf = new ProgramShelf(Tables);
        Phones = new PhoneBook(Tables, PhoneKey.New());
        Book = new AlertBook(Tables, Clock);
        Coaches = new CoachBook(Tables);
        Trail = new Audit(Tables, Clock);
        Store = new ParticipantStore(Tables, Queues, Shelf, Phones, Book, Clock);
        Tokens = new AckTokens(Tables, Clock);
        Desk = new AlertDesk(Book, Tokens, Store, Trail, Clock);
    }

    public MovableClock Clock { get; } = new(Start);
    public BreakableTables Tables { get; }
    public VirtualQueues Queues { get; }
    public ScriptedMailer Mailer { get; } = new();
    public ScriptedTexts Texts { get; } = new();
    public Links Links { get; } = new(new Uri("https://checkin.example"));
    public ProgramScript Program { get; }
    public ProgramShelf Shelf { get; }
    public PhoneBook Phones { get; }
    public AlertBook Book { get; }
    public CoachBook Coaches { get; }
    public Audit Trail { get; }
    public ParticipantStore Store { get; }
    public AckTokens Tokens { get; }
    public AlertDesk Desk { get; }

    /// <summary>A new one each time, as a restarted process would have: nothing may live in memory alone.</summary>
    public AlertPager Pager =>
        new(
            Book,
            Coaches,
            new PageWriter(Store, Tokens, Links),
            new PageSender(Mailer, Texts, NullLogger<PageSender>.Instance),
            Email(AdminMail),
            Clock
        );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static EmailAddress Email(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException(text);

    public static PhoneNumber Phone(string text) =>
        PhoneNumber.TryParse(text, out var phone) ? phone : throw new FormatException(text);

    public static async Task<Clinic> OpenAsync()
    {
        var clinic = new Clinic();

        foreach (var table in Keys.Tables.Concat(PeopleKeys.Tables))
        {
            await clinic.Tables.CreateAsync(table, Cancellation);
        }

        await clinic.Shelf.PublishAsync(
            clinic.Program,
            EmbeddedPrograms.Json(EmbeddedPrograms.Names[0]),
            Cancellation
        );
        await clinic.Coaches.SaveAsync(CoachAna(), Cancellation);
        await clinic.Coaches.SaveAsync(clinic.Spring(), Cancellation);
        return clinic;
    }

    public static Coach CoachAna() =>
        new()
        {
            Id = Ana,
            Name = new PersonName("Ana"),
            Email = Email(CoachMail),
            Phone = Phone("+12065550199"),
            Zone = "America/Vancouver",
            Since = Start - Duration.FromDays(30),
        };

    public Cohort Spring() =>
        new()
        {
            Id = "spring",
            Name = "Spring 2026",
            ProgramId = Program.Id,
            ProgramVersion = Program.Version,
            Coaches = [Ana],
            LastContact = Email(LastMail),
            Escalation = [Email(SecondMail), Email(ThirdMail)],
        };

    /// <summary>Enrols somebody and puts them on the coach's roster.</summary>
    public async Task<Profile> EnrolAsync(string name, string phone = "+12065550101")
    {
        var profile = new Profile
        {
            Id = ParticipantStore.NewId(),
            Name = new PersonName(name),
            ProgramId = Program.Id,
            ProgramVersion = Program.Version,
            Cohort = "spring",
            Coach = Ana,
            Zone = "America/Vancouver",
        };
        var enrolled = new ConversationEvent.Enrolled(Clock.Now, 0.5);
        await Store.CreateAsync(profile, Phone(phone), enrolled, Cancellation);
        await Coaches.JoinAsync(Ana, profile.Id, Cancellation);
        return profile;
    }

    public Alert AlertOf(AlertReason reason, string reply = "SM1") =>
        new()
        {
            Key = $"{reply}-{reason}",
            Reason = reason,
            Risk = reason == AlertReason.Risk ? RiskKind.Suicide : RiskKind.None,
            Urgency = reason == AlertReason.Risk ? Urgency.Crisis : Urgency.None,
            ReplyId = reply,
            At = Clock.Now,
        };

    /// <summary>Stores a text as the person's, so that alerts and digests can quote it.</summary>
    public async Task SaysAsync(Profile person, string sid, string words, Reading reading) =>
        await Store.DecideAsync(
            person.Id,
            (_, _) =>
                new Step(new ConversationEvent.Replied(Clock.Now, sid, new MessageText(words), reading))
                {
                    Reply = new StoredReply
                    {
                        MessageSid = sid,
                        At = Clock.Now,
                        Words = new MessageText(words),
                        Reading = reading,
                    },
                },
            Cancellation
        );

    /// <summary>Lets the clock run and the timer of the alerts fire each minute.</summary>
    public async Task RunAsync(Duration time)
    {
        for (var until = Clock.Now + time; Clock.Now < until; )
        {
            Clock.Now += Duration.FromMinutes(1);
            await Pager.EscalateAsync(Cancellation);
        }
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();
}
