using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.CheckIns;
using MiCheckin.Functions.Storage;
using MiCheckin.Tests.Outbound;

namespace MiCheckin.Tests.CheckIns;

public sealed class CheckInFlowTests
{
    [Fact]
    public async Task A_due_slot_is_decided_once_however_often_its_message_comes()
    {
        var world = await Rehearsal.BeginAsync();
        var (id, message) = await DueAsync(world);

        Assert.Equal(SlotOutcome.Done, await world.CheckIns.RunAsync(message, Rehearsal.Stop));
        var decided = (await world.Store.LogAsync(id, Rehearsal.Stop)).Count;
        Assert.Equal(SlotOutcome.Stale, await world.CheckIns.RunAsync(message, Rehearsal.Stop));
        Assert.Equal(decided, (await world.Store.LogAsync(id, Rehearsal.Stop)).Count);
    }

    [Fact]
    public async Task A_slot_that_nobody_waits_for_any_more_changes_nothing_and_leaves_the_index()
    {
        var world = await Rehearsal.BeginAsync();
        var (id, message) = await DueAsync(world);
        var stale = message with { SlotKey = "gone" };
        var due = new DueIndex(world.Tables);
        var slot = new DueSlot("gone", SlotKind.CheckIn, message.At, default, "America/New_York", "2026a");
        await due.ChangeAsync(id, [slot], [], Rehearsal.Stop);

        Assert.Equal(SlotOutcome.Stale, await world.CheckIns.RunAsync(stale, Rehearsal.Stop));
        Assert.DoesNotContain(await due.OfAsync(id, Rehearsal.Stop), r => r.SlotKey is "gone");
    }

    [Fact]
    public async Task A_slot_that_is_not_due_yet_waits()
    {
        var world = await Rehearsal.BeginAsync();
        var (id, message) = await DueAsync(world);
        world.Clock.Now -= Duration.FromMinutes(1);

        Assert.Equal(SlotOutcome.Stale, await world.CheckIns.RunAsync(message, Rehearsal.Stop));
        Assert.Contains(
            (await world.Store.FindAsync(id, Rehearsal.Stop))!.State.Slots,
            s => s.At == message.At
        );
        world.Clock.Now += Duration.FromMinutes(1);
        Assert.Equal(SlotOutcome.Done, await world.CheckIns.RunAsync(message, Rehearsal.Stop));
    }

    [Fact]
    public async Task The_message_of_a_run_that_died_before_the_index_writes_the_lost_rows()
    {
        var world = await Rehearsal.BeginAsync();
        var (id, message) = await DueAsync(world);
        await world.CheckIns.RunAsync(message, Rehearsal.Stop);
        var due = new DueIndex(world.Tables);
        await due.ChangeAsync(id, [], await due.OfAsync(id, Rehearsal.Stop), Rehearsal.Stop);

        Assert.Equal(SlotOutcome.Stale, await world.CheckIns.RunAsync(message, Rehearsal.Stop));

        var slots = (await world.Store.FindAsync(id, Rehearsal.Stop))!.State.Slots;
        Assert.NotEmpty(slots);
        Assert.Equal(
            slots.Select(s => DueRow.Of(id, s)).ToHashSet(),
            (await due.OfAsync(id, Rehearsal.Stop)).ToHashSet()
        );
    }

    [Fact]
    public async Task A_slot_whose_message_is_under_way_gets_another_every_five_minutes_and_not_each()
    {
        var world = await Rehearsal.BeginAsync();
        await DueAsync(world);
        List<int> put = [];

        for (var minute = 0; minute <= 10; minute++)
        {
            await world.CheckIns.SendDueAsync(Rehearsal.Stop);
            put.Add(world.Queues.Messages.Count);
            world.Clock.Now += Duration.FromMinutes(1);
        }

        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3], put);
    }

    [Fact]
    public async Task A_look_after_a_long_silence_puts_a_message_for_all_that_came_due_in_it()
    {
        var world = await Rehearsal.BeginAsync();
        await world.CheckIns.SendDueAsync(Rehearsal.Stop);
        var (_, message) = await DueAsync(world);
        world.Clock.Now += Duration.FromMinutes(93);

        var seen = await world.CheckIns.SendDueAsync(Rehearsal.Stop);

        Assert.Equal(Duration.FromMinutes(93), seen.Oldest);
        Assert.Equal(message.ToJson(), Assert.Single(world.Queues.Messages).Text);
    }

    /// <summary>Ana said yes, and the clock stands where her first slot is due.</summary>
    private static async Task<(ParticipantId Id, CheckInMessage Message)> DueAsync(Rehearsal world)
    {
        var id = await world.EnrolAsync();
        await world.ReplyAsync("YES");
        var state = (await world.Store.FindAsync(id, Rehearsal.Stop))!.State;
        Assert.IsType<Consent.Given>(state.Consent);
        var slot = state.Slots.MinBy(s => s.At)!;
        world.Clock.Now = slot.At;
        return (id, new CheckInMessage(id, slot.Key, slot.At));
    }
}
