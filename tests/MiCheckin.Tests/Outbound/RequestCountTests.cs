using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Outbound;

/// <summary>What a text costs in requests to storage. Each is money and time on Azure, so the bounds are promises.</summary>
public sealed class RequestCountTests
{
    [Fact]
    public async Task A_reply_with_its_answer_planned_takes_four_requests()
    {
        var world = await Rehearsal.BeginAsync();
        await world.EnrolAsync();
        var sms = Replies.Sms("START");

        // The first reply plans the first check-ins, and so an index row; the second is the ordinary one.
        await world.Inbound.HandleAsync(sms, Rehearsal.Stop);
        await world.SettleAsync();
        using var requests = StorageRequests.Scope();
        await world.Inbound.HandleAsync(Replies.Sms("HELP"), Rehearsal.Stop);

        // HELP also raises a card for the coach: its two requests are not the reply's.
        var own = requests.Seen.Where(r => !r.EndsWith(" Alerts", StringComparison.Ordinal)).ToList();
        Assert.True(own.Count <= 4, string.Join(", ", own));
        Assert.Contains(own, r => string.Equals(r, "put outbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_minute_with_nothing_due_takes_sixteen_requests()
    {
        var world = await Rehearsal.BeginAsync();
        using var requests = StorageRequests.Scope();

        await world.CheckIns.SendDueAsync(Rehearsal.Stop);

        Assert.Equal(16, requests.Total);
    }

    [Fact]
    public async Task A_prompt_from_due_to_settled_takes_eight_requests()
    {
        var world = await Rehearsal.BeginAsync(provider: (_, _) => new ObedientProvider());
        var id = await world.EnrolAsync();
        await world.Inbound.HandleAsync(Replies.Sms("START"), Rehearsal.Stop);
        await world.DrainAsync();
        var slot = (await world.Store.FindAsync(id, Rehearsal.Stop))!.State.Slots[0];
        world.Clock.Now = slot.At;
        await world.DrainAsync();

        using var requests = StorageRequests.Scope();
        await world.CheckIns.SendDueAsync(Rehearsal.Stop);
        var message = CheckInMessage.Parse(world.Queues.Take()!.Value.Text);
        await world.CheckIns.RunAsync(message, Rehearsal.Stop);
        world.Clock.Now += Duration.FromSeconds(2);
        var text = OutboxMessage.Parse(world.Queues.Take()!.Value.Text);
        Assert.Equal(
            Functions.Outbound.TextOutcome.Accepted,
            await world.Outbox.SendAsync(text, Rehearsal.Stop)
        );

        // The tick's sixteen queries are shared by everybody who is due.
        var own = requests.Seen.Where(r => !string.Equals(r, "query Due", StringComparison.Ordinal)).ToList();
        Assert.True(own.Count <= 8, string.Join(", ", own));
    }
}
