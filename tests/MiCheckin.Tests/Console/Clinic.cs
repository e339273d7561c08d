using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Enrolment;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Retention;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Tests.Outbound;
using MiCheckin.Tests.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace MiCheckin.Tests.Console;

/// <summary>Two coaches, Ana and Ben, with their people, in memory, at one o'clock on a Tuesday in Vancouver. What is queued stays queued: its tests look at pages.</summary>
internal sealed class Clinic
{
    private int _phones;

    public static Instant Now { get; } = Instant.FromUtc(2026, 3, 3, 21, 0);

    public MovableClock Clock { get; } = new(Now);

    public required ITables Tables { get; init; }
    public required ParticipantStore People { get; init; }
    public required CoachBook Coaches { get; init; }
    public required AlertBook Alerts { get; init; }
    public required PhoneBook Phones { get; init; }
    public required ProgramShelf Programs { get; init; }
    public required IQueues Queues { get; init; }

    public static async Task<Clinic> OpenAsync(CancellationToken cancellationToken)
    {
        var tables = EmbeddedTables.InMemory();

        foreach (var table in PeopleKeys.Tables.Concat(Functions.Storage.Keys.Tables))
        {
            await tables.CreateAsync(table, cancellationToken);
        }

        var clock = new MovableClock(Now);
        var programs = new ProgramShelf(tables);
        var phones = new PhoneBook(tables, PhoneKey.New());
        var alerts = new AlertBook(tables, clock);
        var queues = new VirtualQueues(clock);
        var clinic = new Clinic
        {
            Tables = tables,
            Queues = queues,
            People = new ParticipantStore(tables, queues, programs, phones, alerts, clock),
            Coaches = new CoachBook(tables),
            Alerts = alerts,
            Phones = phones,
            Programs = programs,
        };
        var script = EmbeddedPrograms.All.First(p => p.Id is "move-more");
        await programs.PublishAsync(script, EmbeddedPrograms.Json("move-more.json"), cancellationToken);
        await clinic.AddCoachAsync("ana", cancellationToken);
        await clinic.AddCoachAsync("ben", cancellationToken);
        return clinic;
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(Tables);
        services.AddSingleton(Queues);
        services.AddSingleton(People);
        services.AddSingleton(Coaches);
        services.AddSingleton(Alerts);
        services.AddSingleton(Phones);
        services.AddSingleton(Programs);
        services.AddSingleton<Audit>();
        services.AddSingleton(new EnrolmentRules(SimulatedPhones: true));
        services.AddSingleton<Enroller>();
        services.AddSingleton<EnrolmentFlow>();
        services.AddSingleton(new Links(new Uri("https://checkin.clinic.example")));
        services.AddSingleton<IMailer, NoMail>();
        services.AddSingleton<DigestMarks>();
        services.AddSingleton<WeekGatherer>();
        services.AddSingleton<DigestPost>();
        services.AddSingleton<DigestFlow>();
        services.AddSingleton<AckTokens>();
        services.AddSingleton<AlertDesk>();
        services.AddSingleton<Erasure>();
        services.AddSingleton<IClock>(Clock);
    }

    /// <summary>Enrols somebody who has said yes.</summary>
    public async Task<ParticipantId> EnrolAsync(
        string name,
        string coach,
        CancellationToken cancellationToken
    )
    {
        var id = ParticipantStore.NewId();
        var script = EmbeddedPrograms.All.First(p => p.Id is "move-more");
        var profile = new Profile
        {
            Id = id,
            Name = new PersonName(name),
            ProgramId = script.Id,
            ProgramVersion = script.Version,
            Cohort = "spring",
            Coach = new CoachId(coach),
            Zone = "America/Vancouver",
        };
        var phone = PhoneNumber.TryParse($"+160455501{++_phones + 10}", out var number) ? number : default;
        await People.CreateAsync(profile, phone, new ConversationEvent.Enrolled(Now, 0.3), cancellationToken);
        await Coaches.JoinAsync(profile.Coach, id, cancellationToken);
        return id;
    }

    /// <summary>The person texts, and it is read and decided as it would be.</summary>
    public async Task ReplyAsync(ParticipantId id, string words, CancellationToken cancellationToken)
    {
        var person =
            await People.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("Nobody.");
        var sid = "SM" + Guid.NewGuid().ToString("n");
        Clock.Now += Duration.FromMinutes(1);
        var script = await Programs.GetAsync(person.Profile, cancellationToken);
        var asked = Conversation.AskedOf(person.State, script, Clock.Now);
        var reading = ReplyReader.Read(words, asked);
        var said = new MessageText(words);
        var reply = new StoredReply
        {
            MessageSid = sid,
            At = Clock.Now,
            Words = said,
            Reading = reading,
            Prompt = asked.Prompt,
        };
        var happened = new ConversationEvent.Replied(Clock.Now, sid, said, reading);
        await People.DecideAsync(id, (_, _) => new Step(happened) { Reply = reply }, cancellationToken);
    }

    private Task AddCoachAsync(string id, CancellationToken cancellationToken) =>
        Coaches.SaveAsync(
            new Coach
            {
                Id = new CoachId(id),
                Name = new PersonName(id is "ana" ? "Ana Ruiz" : "Ben Okafor"),
                Email = EmailAddress.TryParse($"{id}@clinic.example", out var mail) ? mail : default,
                Zone = "America/Vancouver",
                Since = Instant.FromUtc(2026, 1, 1, 0, 0),
            },
            cancellationToken
        );

    private sealed class NoMail : IMailer
    {
        public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
            Task.FromResult<MailOutcome>(new MailOutcome.TryLater("no mail in these tests"));
    }
}
