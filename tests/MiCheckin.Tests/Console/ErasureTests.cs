using System.Net;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;
using MiCheckin.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MiCheckin.Tests.Console;

/// <summary>Erasing a record on the console: afterwards nothing of the person is in any table, nor in the folder of mails.</summary>
public sealed class ErasureTests
{
    private const string Words = "my gran lives in Trout Lake and I want to kill myself";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_erasing_a_record_no_table_and_no_mail_knows_the_person()
    {
        using var folder = new TemporaryFolder();
        await using var app = await StartAsync(folder.Path);
        var clinic = app.Clinic;
        var phone = PhoneNumber.Parse("+16045550111");

        var id = await KnowAsync(clinic, phone);
        var link = await app
            .Services.GetRequiredService<AckTokens>()
            .MintAsync(id, "SM0-risk", "ana@clinic.example", Token);
        var mails = app.Services.GetRequiredService<FolderMailer>();
        await mails.SendAsync(MailTo("maya-page", "Maya may be in danger", Words), Token);
        await mails.SendAsync(MailTo("others", "Mayall and others", "a quiet week"), Token);
        foreach (var personal in (string[])[phone.E164, "Maya", "Trout Lake"])
        {
            Assert.NotEmpty(await WhereAsync(clinic.Tables, personal));
        }

        using var answer = await EraseAsync(app, id);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var hash = clinic.Phones.KeyOf(phone).Row;
        foreach (var personal in (string[])[phone.E164, "Maya", "Trout Lake", hash, hash[..16]])
        {
            Assert.Empty(await WhereAsync(clinic.Tables, personal));
        }

        // Only the trail, and the mark that keeps a late message from finding anybody, still hold the pseudonym.
        Assert.Equal(
            [PeopleKeys.AuditTable, Functions.Storage.Keys.Participants],
            (await WhereAsync(clinic.Tables, id.Value))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
        Assert.IsType<AckLink.Unknown>(
            await app.Services.GetRequiredService<AckTokens>().FindAsync(link, Token)
        );
        Assert.Equal("Mayall and others", Assert.Single(await mails.ListAsync(10, Token)).Subject);
    }

    /// <summary>A stranger at first, who texts of danger; then enrolled, on two rosters, with words in every table.</summary>
    private static async Task<ParticipantId> KnowAsync(Clinic clinic, PhoneNumber phone)
    {
        await new Strangers(clinic.Tables, clinic.Phones, clinic.Alerts, clinic.Clock).KeepAsync(
            new InboundSms("SM0", phone, new MessageText(Words)),
            Token
        );
        var id = await clinic.EnrolAsync("Maya", "ana", Token);
        await clinic.Coaches.JoinAsync(new CoachId("ben"), id, Token);
        await clinic.ReplyAsync(id, "YES", Token);
        await clinic.ReplyAsync(id, Words, Token);
        var phones = new SimulatedPhones(clinic.Tables, clinic.Phones, clinic.Clock);
        await phones.WriteAsync(phone, new MessageText(Words), 0, Token);
        return id;
    }

    private static Task<HttpResponseMessage> EraseAsync(ConsoleApp app, ParticipantId id) =>
        app.SendAsync(
            "/console/people",
            $"/console/people/{id.Value}",
            Token,
            ("act", "erase"),
            ("name", "Maya")
        );

    private static async Task<ConsoleApp> StartAsync(string folder)
    {
        var sender = new MailSender(EmailAddress.Parse("micheckin@clinic.example"), "MiCheckin");
        var app = await ConsoleApp.StartAsync(
            Token,
            services =>
                services.AddSingleton(s => new FolderMailer(folder, sender, s.GetRequiredService<IClock>()))
        );
        return await app.SignedInAsync(Token);
    }

    private static OutgoingMail MailTo(string key, string subject, string words) =>
        new(
            EmailAddress.Parse("ana@clinic.example"),
            subject,
            $"<p>{words}</p>",
            words,
            MailKind.Digest,
            key
        );

    /// <summary>The tables in which some key or column holds this, once for each row.</summary>
    private static async Task<IReadOnlyList<string>> WhereAsync(ITables tables, string personal)
    {
        List<string> found = [];

        foreach (var table in Functions.Storage.Keys.Tables.Concat(PeopleKeys.Tables))
        {
            await foreach (var row in tables.ScanAsync(table, Token))
            {
                var all = row.Columns.Values.OfType<string>().Append(row.Key.Partition).Append(row.Key.Row);

                if (all.Any(text => text.Contains(personal, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add(table);
                }
            }
        }

        return found;
    }
}
