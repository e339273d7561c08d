using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;
using MiCheckin.Tests.Safety;
using MiCheckin.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Digests;

public sealed class DigestFlowTests : IAsyncLifetime
{
    /// <summary>Monday, 9 March 2026, 08:00 in Vancouver: the first digest hour after the clinic opened.</summary>
    private static readonly Instant DigestHour = Instant.FromUtc(2026, 3, 9, 15, 0);

    private Clinic clinic = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => clinic = await Clinic.OpenAsync();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task A_coach_is_ordered_a_digest_when_the_local_hour_has_come_and_only_once()
    {
        clinic.Clock.Now = DigestHour - Duration.FromMinutes(1);
        Assert.Equal(0, await OrderAsync());

        clinic.Clock.Now = DigestHour;
        Assert.Equal(1, await OrderAsync());
        Assert.Equal(0, await OrderAsync());
        Assert.Single(clinic.Queues.Messages);
    }

    [Fact]
    public async Task The_digest_quotes_the_week_and_names_nobody_in_its_subject()
    {
        var cleo = await clinic.EnrolAsync("Cleo Marsh");
        await clinic.SaysAsync(cleo, "SM1", "these texts are pointless", People.Reads(Talk.Discord));
        clinic.Clock.Now = DigestHour;
        await OrderAsync();

        Assert.Equal<DigestOutcome>([DigestOutcome.Sent], await SendAllAsync());

        var mail = Assert.Single(clinic.Mailer.Sent);
        Assert.Equal((Clinic.CoachMail, MailKind.Digest), (mail.To.Reveal(), mail.Kind));
        Assert.Equal("digest-ana-2026-W11", mail.IdempotencyKey);
        Assert.Contains("CLEO MARSH", mail.Text, StringComparison.Ordinal);
        Assert.Contains("these texts are pointless", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Cleo", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_delivered_twice_is_mailed_once()
    {
        clinic.Clock.Now = DigestHour;
        await OrderAsync();

        Assert.Equal<DigestOutcome>([DigestOutcome.Sent], await SendAllAsync());
        Assert.Equal<DigestOutcome>([DigestOutcome.AlreadySent], await SendAllAsync());
    }

    [Fact]
    public async Task Killed_after_the_mail_was_taken_it_goes_out_under_the_same_message_id()
    {
        clinic.Clock.Now = DigestHour;
        await OrderAsync();
        var writes = 0;
        clinic.Tables.BreaksBefore = table =>
            string.Equals(table, PeopleKeys.CoachesTable, StringComparison.Ordinal) && ++writes == 2;
        await Assert.ThrowsAsync<StorageException>(SendAllAsync);
        clinic.Tables.BreaksBefore = _ => false;

        Assert.Equal<DigestOutcome>([DigestOutcome.Busy], await SendAllAsync());
        clinic.Clock.Now += Duration.FromHours(1);
        Assert.Equal(1, await OrderAsync());
        Assert.Contains(DigestOutcome.Sent, await SendAllAsync());

        Assert.Single(clinic.Mailer.Tried.Select(m => m.IdempotencyKey).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task While_mail_is_out_the_order_is_given_again_each_hour()
    {
        clinic.Mailer.Answer = _ => new MailOutcome.TryLater("out");
        clinic.Clock.Now = DigestHour;
        await OrderAsync();
        Assert.Equal<DigestOutcome>([DigestOutcome.TryLater], await SendAllAsync());

        clinic.Mailer.Answer = _ => null;
        clinic.Clock.Now += Duration.FromHours(1);
        Assert.Equal(1, await OrderAsync());
        Assert.Contains(DigestOutcome.Sent, await SendAllAsync());
        clinic.Clock.Now += Duration.FromHours(1);
        Assert.Equal(0, await OrderAsync());
    }

    [Fact]
    public async Task No_digest_is_owed_for_a_week_that_ended_before_the_coach_came()
    {
        clinic.Clock.Now = DigestHour + Duration.FromHours(30);
        await clinic.Coaches.SaveAsync(
            Clinic.CoachAna() with
            {
                Id = new CoachId("new"),
                Since = clinic.Clock.Now,
            },
            Cancellation
        );

        Assert.Equal(1, await OrderAsync());
        Assert.DoesNotContain(
            "\"new\"",
            Assert.Single(clinic.Queues.Messages).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"Version\":2}")]
    [InlineData("not json")]
    public void A_message_that_is_no_order_is_refused(string message) =>
        Assert.Throws<FormatException>(() => DigestOrder.Parse(message));

    [Fact]
    public async Task As_a_file_the_digest_is_one_mail_however_often_it_is_sent()
    {
        using var folder = new TemporaryFolder();
        var sender = new MailSender(Clinic.Email("checkin@clinic.example"), "MiCheckin");
        var mailer = new FolderMailer(folder.Path, sender, clinic.Clock);
        clinic.Clock.Now = DigestHour;
        await OrderAsync();
        var order = DigestOrder.Parse(Assert.Single(clinic.Queues.Messages).Text);
        await Flow(mailer).SendAsync(order, Cancellation);
        var digest = await Flow(mailer).BuildAsync(Clinic.CoachAna(), order.Week, Cancellation);
        await new DigestPost(mailer, clinic.Links).MailAsync(Clinic.CoachAna(), digest, Cancellation);

        var mail = Assert.Single(await mailer.ListAsync(10, Cancellation));
        Assert.Equal(DigestHtml.Render(digest, clinic.Links), mail.Html.ReplaceLineEndings("\n"));
        Assert.Equal(MailKind.Digest, mail.Kind);
    }

    [Fact]
    public async Task Alerts_that_can_wait_are_mailed_once_a_day_and_not_on_the_day_of_the_digest()
    {
        var cleo = await clinic.EnrolAsync("Cleo Marsh");
        await clinic.Book.RaiseAsync(clinic.AlertOf(AlertReason.UnclearStop), cleo, Cancellation);

        Assert.Equal(1, await NotifyAsync());
        Assert.Equal(0, await NotifyAsync());
        Assert.Contains(
            "Cleo Marsh: A text may",
            Assert.Single(clinic.Mailer.Sent).Text,
            StringComparison.Ordinal
        );

        await clinic.Book.RaiseAsync(clinic.AlertOf(AlertReason.Discord), cleo, Cancellation);
        clinic.Clock.Now += Duration.FromHours(2);
        Assert.Equal(0, await NotifyAsync());
        clinic.Clock.Now = DigestHour;
        Assert.Equal(0, await NotifyAsync());
        clinic.Clock.Now += Duration.FromDays(1);
        Assert.Equal(1, await NotifyAsync());
        Assert.DoesNotContain("A text may", clinic.Mailer.Sent[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Risk_acknowledged_and_left_open_is_named_again_each_day()
    {
        var cleo = await clinic.EnrolAsync("Cleo Marsh");
        var alert = clinic.AlertOf(AlertReason.Risk);
        await clinic.Book.RaiseAsync(alert, cleo, Cancellation);
        await clinic.Desk.AcknowledgeAsync(cleo.Id, alert.Key, "ana", Cancellation);
        Assert.Equal(0, await NotifyAsync());

        clinic.Clock.Now += Duration.FromDays(1);
        Assert.Equal(1, await NotifyAsync());
        clinic.Clock.Now += Duration.FromDays(1);
        Assert.Equal(1, await NotifyAsync());
    }

    private Task<int> OrderAsync() =>
        new CoachDigests(
            clinic.Coaches,
            new DigestMarks(clinic.Tables),
            clinic.Queues,
            clinic.Clock,
            NullLogger<CoachDigests>.Instance
        ).OrderDueAsync(Cancellation);

    private Task<int> NotifyAsync() =>
        new DailyNotices(
            clinic.Book,
            clinic.Coaches,
            clinic.Store,
            new NoticePost(clinic.Tables, clinic.Mailer, clinic.Links),
            clinic.Clock
        ).SendDueAsync(Cancellation);

    /// <summary>Carries out every order that was ever put, as a queue that repeats itself would.</summary>
    private async Task<List<DigestOutcome>> SendAllAsync()
    {
        List<DigestOutcome> outcomes = [];

        foreach (
            var (_, text, _) in clinic
                .Queues.Messages.Where(put =>
                    string.Equals(put.Queue, QueueNames.Digests, StringComparison.Ordinal)
                )
                .ToList()
        )
        {
            outcomes.Add(await Flow(clinic.Mailer).SendAsync(DigestOrder.Parse(text), Cancellation));
        }

        return outcomes;
    }

    private DigestFlow Flow(IMailer mailer) =>
        new(
            clinic.Coaches,
            new DigestMarks(clinic.Tables),
            new WeekGatherer(clinic.Coaches, clinic.Store, clinic.Book),
            new DigestPost(mailer, clinic.Links),
            clinic.Clock,
            NullLogger<DigestFlow>.Instance
        );
}
