using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Triggers;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Safety;

public sealed class AlertPagerTests : IAsyncLifetime
{
    private Clinic clinic = null!;
    private Profile cleo = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        clinic = await Clinic.OpenAsync();
        cleo = await clinic.EnrolAsync("Cleo Marsh");
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task A_risk_alert_mails_the_coach_at_once_with_the_words_and_texts_them_without()
    {
        await RiskAsync("I can't go on");

        var mail = Assert.Single(clinic.Mailer.Sent);
        Assert.Equal((Clinic.CoachMail, MailKind.RiskAlert), (mail.To.Reveal(), mail.Kind));
        Assert.Contains("I can't go on", mail.Text, StringComparison.Ordinal);
        Assert.Contains("I can&#x27;t go on", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Cleo", mail.Subject, StringComparison.Ordinal);

        var text = Assert.Single(clinic.Texts.Sent);
        Assert.Equal("+12065550199", text.To.E164);
        Assert.DoesNotContain("go on", text.Body.Reveal(), StringComparison.Ordinal);
        Assert.DoesNotContain("Cleo", text.Body.Reveal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_acknowledged_it_climbs_every_quarter_of_an_hour_round_and_round_and_then_to_the_last_contact()
    {
        await RiskAsync("help");
        await clinic.RunAsync(Duration.FromMinutes(61));

        Assert.Equal<string>(
            [Clinic.CoachMail, Clinic.SecondMail, Clinic.ThirdMail, Clinic.CoachMail, Clinic.SecondMail],
            [.. clinic.Mailer.Recipients]
        );

        await clinic.RunAsync(Duration.FromHours(11));
        Assert.Equal(Clinic.LastMail, clinic.Mailer.Recipients.Last());
        Assert.Equal(49, clinic.Mailer.Sent.Count);

        await clinic.RunAsync(Duration.FromHours(8));
        Assert.Equal(51, clinic.Mailer.Sent.Count);
    }

    [Fact]
    public async Task Acknowledged_it_pages_nobody_else()
    {
        var alert = await RiskAsync("help");
        await clinic.Desk.AcknowledgeAsync(cleo.Id, alert.Key, "ana", Cancellation);

        await clinic.RunAsync(Duration.FromHours(13));

        Assert.Single(clinic.Mailer.Sent);
    }

    [Fact]
    public async Task Raised_twice_or_again_after_it_was_resolved_it_is_one_alert()
    {
        var alert = await RiskAsync("help");
        await clinic.Book.RaiseAsync(alert, cleo, Cancellation);
        Assert.Single(await clinic.Book.OpenAsync(Cancellation));

        await clinic.Desk.ResolveAsync(cleo.Id, alert.Key, Clinic.Ana, "We spoke.", Cancellation);
        clinic.Clock.Now += Duration.FromDays(3);
        await clinic.Book.RaiseAsync(alert, cleo, Cancellation);

        Assert.Empty(await clinic.Book.OpenAsync(Cancellation));
        var closed = Assert.Single(await clinic.Book.ClosedAsync(Clinic.Start, Cancellation));
        Assert.Equal((AlertState.Resolved, "We spoke."), (closed.State, Assert.Single(closed.Notes).Words));
    }

    [Fact]
    public async Task While_mail_is_out_it_is_tried_each_minute_and_the_phone_is_not_texted_again()
    {
        clinic.Mailer.Answer = _ => new MailOutcome.TryLater("connection refused");
        await RiskAsync("help");
        await clinic.RunAsync(Duration.FromMinutes(10));
        Assert.Equal(11, clinic.Mailer.Tried.Count);
        Assert.Single(clinic.Mailer.Tried.Select(m => m.IdempotencyKey).Distinct(StringComparer.Ordinal));
        Assert.Single(clinic.Texts.Sent);

        clinic.Mailer.Answer = _ => null;
        await clinic.RunAsync(Duration.FromMinutes(1));
        Assert.Equal<string>([Clinic.CoachMail], [.. clinic.Mailer.Recipients]);
    }

    [Fact]
    public async Task After_a_long_outage_everybody_whose_turn_had_come_is_told_once()
    {
        clinic.Mailer.Answer = _ => new MailOutcome.OurSetUp("no server");
        await RiskAsync("help");
        clinic.Clock.Now += Duration.FromHours(13);
        clinic.Mailer.Answer = _ => null;

        await clinic.Pager.EscalateAsync(Cancellation);

        Assert.Equal<string>(
            [Clinic.CoachMail, Clinic.SecondMail, Clinic.ThirdMail, Clinic.LastMail],
            [.. clinic.Mailer.Recipients]
        );
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_passes_the_page_on_at_once()
    {
        clinic.Mailer.Answer = mail =>
            mail.To == Clinic.Email(Clinic.CoachMail) ? new MailOutcome.Refused("no such box") : null;

        await RiskAsync("help");

        Assert.Equal<string>([Clinic.SecondMail], [.. clinic.Mailer.Recipients]);
    }

    [Fact]
    public async Task A_worker_that_dies_between_claim_and_mail_is_taken_over_a_minute_later()
    {
        clinic.Mailer.Answer = _ => throw new IOException("killed");
        await Assert.ThrowsAsync<IOException>(() => RiskAsync("help"));
        clinic.Mailer.Answer = _ => null;

        await clinic.Pager.EscalateAsync(Cancellation);
        Assert.Empty(clinic.Mailer.Sent);

        await clinic.RunAsync(Duration.FromMinutes(1));
        Assert.Single(clinic.Mailer.Sent);
    }

    [Fact]
    public async Task Two_workers_at_once_page_once()
    {
        await clinic.Book.RaiseAsync(clinic.AlertOf(AlertReason.Risk), cleo, Cancellation);

        await Task.WhenAll(
            clinic.Pager.EscalateAsync(Cancellation),
            clinic.Pager.EscalateAsync(Cancellation)
        );

        Assert.Single(clinic.Mailer.Sent);
    }

    [Fact]
    public async Task One_alert_that_cannot_be_paged_does_not_keep_the_others_waiting()
    {
        var dan = await clinic.EnrolAsync("Dan Ito", "+12065550102");
        await clinic.Book.RaiseAsync(clinic.AlertOf(AlertReason.Risk, "SM1"), cleo, Cancellation);
        await clinic.Book.RaiseAsync(clinic.AlertOf(AlertReason.Risk, "SM2"), dan, Cancellation);
        var first = (await clinic.Book.OpenAsync(Cancellation))[0];
        clinic.Mailer.Answer = mail =>
            string.Equals(mail.IdempotencyKey, PageWriter.KeyOf(first, 0), StringComparison.Ordinal)
                ? throw new IOException("broken")
                : null;

        var escalation = await clinic.Pager.EscalateAsync(Cancellation);

        Assert.Single(escalation.Failure!.InnerExceptions);
        Assert.Equal(2, escalation.Waiting.Count);
        Assert.Single(clinic.Mailer.Sent);
        clinic.Clock.Now += Duration.FromMinutes(2);
        var run = new EscalateAlerts(clinic.Pager, clinic.Clock, NullLogger<EscalateAlerts>.Instance);
        await Assert.ThrowsAsync<AggregateException>(() =>
            run.RunAsync(new Invocation("i", "", 0, false), Cancellation)
        );
    }

    [Fact]
    public async Task Danger_in_a_text_from_a_number_nobody_enrolled_pages_the_administrator()
    {
        var stranger = cleo with { Id = new("stranger-1"), Cohort = "", Coach = new("") };
        await clinic.Book.RaiseAsync(clinic.AlertOf(AlertReason.Risk), stranger, Cancellation);

        await clinic.Pager.EscalateAsync(Cancellation);

        Assert.Equal<string>([Clinic.AdminMail], [.. clinic.Mailer.Recipients]);
        Assert.Contains("not enrolled", clinic.Mailer.Sent[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_the_coach_mails_the_coach_once_and_climbs_no_ladder()
    {
        await clinic.Book.RaiseAsync(clinic.AlertOf(AlertReason.AskedForCoach), cleo, Cancellation);

        await clinic.RunAsync(Duration.FromHours(2));

        Assert.Equal<string>([Clinic.CoachMail], [.. clinic.Mailer.Recipients]);
        Assert.Empty(clinic.Texts.Sent);
    }

    [Theory]
    [InlineData(AlertReason.Discord)]
    [InlineData(AlertReason.UnclearStop)]
    [InlineData(AlertReason.WentQuiet)]
    [InlineData(AlertReason.OutcomeUnknown)]
    public async Task Other_alerts_page_nobody(AlertReason reason)
    {
        await clinic.Book.RaiseAsync(clinic.AlertOf(reason), cleo, Cancellation);

        await clinic.RunAsync(Duration.FromHours(1));

        Assert.Empty(clinic.Mailer.Tried);
        Assert.Single(await clinic.Book.OpenAsync(Cancellation));
    }

    [Fact]
    public async Task A_busy_text_provider_is_asked_again_and_one_that_does_not_say_is_not()
    {
        clinic.Mailer.Answer = _ => new MailOutcome.TryLater("out");
        clinic.Texts.Answer = () => new SendOutcome.Busy(null);
        await RiskAsync("help");
        clinic.Texts.Answer = () => null;
        await clinic.RunAsync(Duration.FromMinutes(3));

        Assert.Single(clinic.Texts.Sent);
    }

    private async Task<Alert> RiskAsync(string words)
    {
        var reading = new Reading { Risk = RiskKind.Suicide, Urgency = Urgency.Crisis };
        await clinic.SaysAsync(cleo, "SM1", words, reading);

        var alert = Assert.Single(await clinic.Book.OpenAsync(Cancellation)).Alert;
        await clinic.Pager.PageAsync(cleo.Id, alert.Key, Cancellation);
        return alert;
    }
}
