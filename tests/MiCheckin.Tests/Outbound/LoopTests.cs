using MiCheckin.Core.Conversations;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Inbound;

namespace MiCheckin.Tests.Outbound;

public sealed class LoopTests
{
    [Fact]
    public async Task Somebody_enrolled_is_welcomed_says_yes_and_is_asked_twice_a_week()
    {
        var world = await Rehearsal.BeginAsync();
        var id = await world.EnrolAsync();
        Assert.Single(await world.BubblesAsync());

        Assert.Equal(InboundOutcome.Handled, await world.ReplyAsync("START"));
        Assert.Equal(2, (await world.BubblesAsync()).Count);

        await world.PassAsync(Duration.FromDays(7), minutes: 15);
        var outbox = await world.Store.OutboxAsync(id, Rehearsal.Stop);
        Assert.Contains(outbox, t => t.Plan.Kind is TextKind.Prompt);
        Assert.All(outbox, t => Assert.Equal(TextLife.Delivered, t.Life));
    }

    [Fact]
    public async Task After_stop_there_is_one_confirmation_and_then_nothing_ever()
    {
        var world = await Rehearsal.BeginAsync();
        await world.EnrolAsync();
        await world.ReplyAsync("START");
        await world.ReplyAsync("STOP");
        var afterStop = (await world.BubblesAsync()).Count;

        await world.PassAsync(Duration.FromDays(14), minutes: 60);

        Assert.Equal(afterStop, (await world.BubblesAsync()).Count);
        Assert.Equal(3, afterStop);
    }

    [Fact]
    public async Task The_ledger_decided_again_gives_the_state()
    {
        var world = await Rehearsal.BeginAsync();
        var id = await world.EnrolAsync();
        await world.ReplyAsync("START");
        await world.ReplyAsync("I want to walk more with my kids");
        await world.PassAsync(Duration.FromDays(9), minutes: 30);
        await world.ReplyAsync("PAUSE");

        var stored = await world.Store.FindAsync(id, Rehearsal.Stop);
        var ledger = await world.Store.LogAsync(id, Rehearsal.Stop);
        var replayed = ledger.Aggregate(
            ledger[0].Before!,
            (state, entry) => Conversation.Decide(state, entry.Happened, world.Program).State
        );

        Assert.Equal(ConversationJson.Write(stored!.State), ConversationJson.Write(replayed));
        Assert.Equal(Enumerable.Range(1, ledger.Count), ledger.Select(e => e.Number));
    }
}
