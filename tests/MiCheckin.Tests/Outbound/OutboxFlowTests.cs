using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Outbound.Pacing;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Tests.Outbound;

public sealed class OutboxFlowTests
{
    private readonly ObedientProvider provider = new();

    [Fact]
    public async Task A_text_whose_call_had_no_answer_is_not_sent_again_but_found_in_the_providers_list()
    {
        var world = await Rehearsal.BeginAsync();
        await world.SimulatedPhones.SetFaultAsync(null, PhoneFault.AcceptThenHang, Rehearsal.Stop);
        var id = await world.EnrolAsync();
        await world.PassAsync(Duration.FromHours(1), minutes: 5);

        Assert.Single(await world.BubblesAsync());
        Assert.Equal(TextLife.Delivered, (await OnlyTextAsync(world, id)).Life);
    }

    [Fact]
    public async Task A_text_that_the_provider_surely_does_not_have_is_tried_once_more()
    {
        var world = await Rehearsal.BeginAsync();
        await world.SimulatedPhones.SetFaultAsync(null, PhoneFault.Lost, Rehearsal.Stop);
        var id = await world.EnrolAsync();
        await world.PassAsync(Duration.FromMinutes(5));
        Assert.Equal(TextLife.Unknown, (await OnlyTextAsync(world, id)).Life);

        await world.SimulatedPhones.SetFaultAsync(null, PhoneFault.None, Rehearsal.Stop);
        await world.PassAsync(Duration.FromMinutes(20));

        Assert.Single(await world.BubblesAsync());
        Assert.Equal(2, (await OnlyTextAsync(world, id)).Plan.Attempts);
    }

    [Fact]
    public async Task A_busy_provider_is_asked_again_until_it_takes_the_text()
    {
        var world = await Rehearsal.BeginAsync((_, _) => provider);
        provider.Answers.Enqueue(new SendOutcome.Busy(Duration.FromSeconds(5)));
        provider.Answers.Enqueue(new SendOutcome.NotReached("no route"));
        var id = await world.EnrolAsync();
        await world.PassAsync(Duration.FromMinutes(3));

        Assert.Equal(3, provider.Asked.Count);
        Assert.Equal(TextLife.Accepted, (await OnlyTextAsync(world, id)).Life);
    }

    [Fact]
    public async Task A_number_that_opted_out_at_the_provider_is_opted_out_here()
    {
        var world = await Rehearsal.BeginAsync((_, _) => provider);
        provider.Answers.Enqueue(new SendOutcome.OptedOut());
        var id = await world.EnrolAsync();

        var person = await world.Store.FindAsync(id, Rehearsal.Stop);
        Assert.IsType<Consent.Stopped>(person!.State.Consent);
        Assert.Equal(TextLife.Failed, (await OnlyTextAsync(world, id)).Life);
    }

    [Fact]
    public async Task A_wrong_set_up_keeps_the_text_and_tells_the_administrator()
    {
        var world = await Rehearsal.BeginAsync((_, _) => provider);
        provider.Answers.Enqueue(new SendOutcome.OurSetUp(20003));
        var id = await world.EnrolAsync();
        Assert.Equal(TextLife.Planned, (await OnlyTextAsync(world, id)).Life);
        Assert.Equal(
            20003,
            Assert.Single(await world.Troubles.ListAsync(Instant.MinValue, Rehearsal.Stop)).Code
        );

        await world.PassAsync(Duration.FromMinutes(20));
        Assert.Equal(TextLife.Accepted, (await OnlyTextAsync(world, id)).Life);
    }

    [Fact]
    public async Task A_delivery_report_that_overtakes_the_answer_is_not_undone_by_it()
    {
        var world = await Rehearsal.BeginAsync((_, _) => provider);
        provider.During = async request =>
            await world.Status.HandleAsync(
                new Functions.Twilio.TextStatusReport(
                    $"SM{provider.Asked.Count:D32}",
                    request.MessageId,
                    DeliveryStatus.Parse("delivered"),
                    null
                ),
                Rehearsal.Stop
            );
        var id = await world.EnrolAsync();

        Assert.Equal(TextLife.Delivered, (await OnlyTextAsync(world, id)).Life);
    }

    [Fact]
    public async Task A_stop_stored_before_the_claim_stops_the_text()
    {
        var world = await Rehearsal.BeginAsync((_, _) => provider);
        var enrolled = new ConversationEvent.Enrolled(world.Clock.Now, 0.25);
        var created = await world.Store.CreateAsync(world.Ana(), Rehearsal.Phone(), enrolled, Rehearsal.Stop);
        await world.Inbound.HandleAsync(Replies.Sms("STOP"), Rehearsal.Stop);
        await world.SettleAsync();

        var texts = await world.Store.OutboxAsync(created.Id, Rehearsal.Stop);
        Assert.Equal(TextLife.Suppressed, texts.Single(t => t.Plan.Kind is TextKind.Welcome).Life);
        Assert.Single(provider.Asked);
    }

    [Fact]
    public async Task A_message_whose_text_was_never_stored_is_dropped_after_five_minutes()
    {
        var world = await Rehearsal.BeginAsync((_, _) => provider);
        await world.Store.QueueAsync(new ParticipantId("p-none"), "a0", Instant.MinValue, Rehearsal.Stop);
        await world.PassAsync(Duration.FromMinutes(4));
        Assert.NotEmpty(world.Queues.Messages);

        await world.PassAsync(Duration.FromMinutes(3));
        Assert.Empty(world.Queues.Messages);
        Assert.Empty(provider.Asked);
    }

    [Fact]
    public async Task Texts_wait_for_their_turn_within_the_senders_rate()
    {
        var world = await Rehearsal.BeginAsync((_, _) => provider);
        var pace = new PaceBook(world.Tables, world.Clock, segmentsPerSecond: 0.1, "sender");
        await pace.CreateAsync(Rehearsal.Stop);
        world.Paces.Add(pace);

        for (var phone = 101; phone < 105; phone++)
        {
            var enrolled = new ConversationEvent.Enrolled(world.Clock.Now, 0.25);
            await world.Store.CreateAsync(world.Ana(), Rehearsal.Phone(phone), enrolled, Rehearsal.Stop);
        }

        world.Clock.Now += Duration.FromSeconds(2);
        await world.DrainAsync();
        Assert.Single(provider.Asked);

        for (var second = 0; second < 150; second++)
        {
            await world.DrainAsync();
            world.Clock.Now += Duration.FromSeconds(1);
        }

        Assert.Equal(4, provider.Asked.Count);
    }

    [Fact]
    public async Task When_the_provider_is_busy_every_other_text_waits_as_long_as_it_asks()
    {
        var world = await Rehearsal.BeginAsync((_, _) => provider);
        var pace = new PaceBook(world.Tables, world.Clock, segmentsPerSecond: 100, "sender");
        await pace.CreateAsync(Rehearsal.Stop);
        world.Paces.Add(pace);
        provider.Answers.Enqueue(new SendOutcome.Busy(Duration.FromSeconds(90)));
        await world.EnrolAsync();
        var busyAt = world.Clock.Now;
        await world.EnrolAsync(phone: 102);
        Assert.Single(provider.Asked);

        while (world.Clock.Now < busyAt + Duration.FromMinutes(2))
        {
            await world.SettleAsync();
        }

        Assert.Equal(3, provider.Asked.Count);
    }

    [Fact]
    public async Task A_wrong_set_up_is_mailed_to_the_administrator_once_a_day_and_keeps_every_text()
    {
        var world = await Rehearsal.BeginAsync((_, _) => provider);

        for (var n = 0; n < 200; n++)
        {
            provider.Answers.Enqueue(new SendOutcome.OurSetUp(20003));
        }

        await world.EnrolAsync();
        var id = await world.EnrolAsync(phone: 102);
        var mail = Assert.Single(world.Mails.Sent);
        Assert.Equal("admin@clinic.example", mail.To.Reveal());
        Assert.Contains("20003", mail.Text, StringComparison.Ordinal);

        await world.PassAsync(Duration.FromHours(3), minutes: 30);
        Assert.Single(world.Mails.Sent);
        Assert.Equal(TextLife.Planned, (await OnlyTextAsync(world, id)).Life);
        Assert.True(provider.Asked.Count > 4);

        world.Clock.Now += Duration.FromHours(22);
        await world.Troubles.ReportAsync(20003, "Still so.", Rehearsal.Stop);
        Assert.Equal(2, world.Mails.Sent.Count);
    }

    [Fact]
    public async Task A_text_lost_to_a_days_limit_is_told_to_the_administrator_and_one_too_late_is_not()
    {
        var world = await Rehearsal.BeginAsync();
        var id = await world.EnrolAsync();
        await world.ReplyAsync("START");
        var texts = await world.Store.OutboxAsync(id, Rehearsal.Stop);

        foreach (var (text, code) in texts.Zip([30023, 30036]))
        {
            var accepted = text with { Life = TextLife.Accepted };
            Assert.True(await world.Store.ReplaceTextAsync(id, text, accepted, Rehearsal.Stop));
            var news = new TextNews(
                text.Sid!,
                DeliveryStatus.Parse("failed"),
                code,
                TwilioErrors.Classify(code)
            );
            Assert.True(await world.Settler.HearAsync(id, null, news, Rehearsal.Stop, text.Key));
        }

        Assert.Equal(2, texts.Count);
        Assert.Equal(
            [30023],
            (await world.Troubles.ListAsync(Instant.MinValue, Rehearsal.Stop)).Select(t => t.Code)
        );
    }

    [Fact]
    public async Task A_mail_about_the_set_up_that_was_not_taken_is_tried_with_the_next_text()
    {
        var world = await Rehearsal.BeginAsync((_, _) => provider);
        world.Mails.Answer = _ => new Functions.Mail.MailOutcome.TryLater("down");
        provider.Answers.Enqueue(new SendOutcome.OurSetUp(20003));
        provider.Answers.Enqueue(new SendOutcome.OurSetUp(20003));
        await world.EnrolAsync();
        Assert.Empty(world.Mails.Sent);

        world.Mails.Answer = _ => null;
        await world.EnrolAsync(phone: 102);
        Assert.Single(world.Mails.Sent);
    }

    private static async Task<StoredText> OnlyTextAsync(Rehearsal world, ParticipantId id) =>
        Assert.Single(await world.Store.OutboxAsync(id, Rehearsal.Stop));
}
