using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;
using MiCheckin.Tests.Outbound;

namespace MiCheckin.Tests.CheckIns;

public sealed class NightlySweepTests
{
    [Fact]
    public async Task A_quiet_night_finds_nothing_and_changes_nothing()
    {
        var world = await Rehearsal.BeginAsync();
        await BegunAsync(world);
        var found = await world.Sweep.SweepAsync(Rehearsal.Stop);

        Assert.Equal((0, 0, 0, 0), (found.Slots, found.Texts, found.Calls, found.Erasures));
        Assert.Empty(world.Queues.Messages);
    }

    [Fact]
    public async Task Planned_moments_that_the_index_lost_are_written_back()
    {
        var world = await Rehearsal.BeginAsync();
        var id = await BegunAsync(world);
        var due = new DueIndex(world.Tables);
        var rows = await due.OfAsync(id, Rehearsal.Stop);
        await due.ChangeAsync(id, [], rows, Rehearsal.Stop);

        Assert.Equal(rows.Count, (await world.Sweep.SweepAsync(Rehearsal.Stop)).Slots);
        Assert.Equal(rows.ToHashSet(), (await due.OfAsync(id, Rehearsal.Stop)).ToHashSet());
        Assert.Equal(0, (await world.Sweep.SweepAsync(Rehearsal.Stop)).Slots);
    }

    [Fact]
    public async Task Index_rows_that_nobody_waits_for_are_counted_and_left_to_their_time()
    {
        var world = await Rehearsal.BeginAsync();
        var id = await BegunAsync(world);
        var before = (await world.Sweep.SweepAsync(Rehearsal.Stop)).Stale;
        var at = world.Clock.Now + Duration.FromDays(1);
        var slot = new DueSlot("gone", SlotKind.CheckIn, at, default, "America/New_York", "2026a");
        await new DueIndex(world.Tables).ChangeAsync(id, [slot], [], Rehearsal.Stop);

        Assert.Equal(before + 1, (await world.Sweep.SweepAsync(Rehearsal.Stop)).Stale);
    }

    [Fact]
    public async Task A_waiting_text_whose_message_was_lost_gets_another_and_goes_out()
    {
        var world = await Rehearsal.BeginAsync();
        var enrolled = new ConversationEvent.Enrolled(world.Clock.Now, 0.25);
        await world.Store.CreateAsync(world.Ana(), Rehearsal.Phone(), enrolled, Rehearsal.Stop);
        world.Clock.Now += Duration.FromMinutes(16);

        while (world.Queues.Take() is not null) { }

        Assert.Equal(1, (await world.Sweep.SweepAsync(Rehearsal.Stop)).Texts);
        await world.SettleAsync();
        Assert.Single(await world.BubblesAsync());
    }

    [Fact]
    public async Task A_call_whose_worker_never_came_back_is_unknown_and_then_found_out()
    {
        var world = await Rehearsal.BeginAsync();
        var enrolled = new ConversationEvent.Enrolled(world.Clock.Now, 0.25);
        var (_, id) = await world.Store.CreateAsync(world.Ana(), Rehearsal.Phone(), enrolled, Rehearsal.Stop);
        await ClaimAsync(world, id);
        world.Clock.Now += Duration.FromMinutes(21);

        while (world.Queues.Take() is not null) { }

        Assert.Equal(1, (await world.Sweep.SweepAsync(Rehearsal.Stop)).Calls);
        Assert.Equal(TextLife.Unknown, (await OnlyTextAsync(world, id)).Life);
        await world.PassAsync(Duration.FromMinutes(30));
        Assert.Equal(TextLife.Delivered, (await OnlyTextAsync(world, id)).Life);
        Assert.Single(await world.BubblesAsync());
    }

    [Fact]
    public async Task A_text_in_doubt_that_the_index_lost_is_put_back_and_settled()
    {
        var world = await Rehearsal.BeginAsync();
        await world.SimulatedPhones.SetFaultAsync(null, PhoneFault.Lost, Rehearsal.Stop);
        var id = await world.EnrolAsync();

        await foreach (var row in world.Unknown.ListAsync(10, Rehearsal.Stop))
        {
            await world.Unknown.RemoveAsync(row, Rehearsal.Stop);
        }

        await world.SimulatedPhones.SetFaultAsync(null, PhoneFault.None, Rehearsal.Stop);
        await world.PassAsync(Duration.FromMinutes(20));
        Assert.Equal(TextLife.Unknown, (await OnlyTextAsync(world, id)).Life);

        await world.Sweep.SweepAsync(Rehearsal.Stop);
        await world.PassAsync(Duration.FromMinutes(5));
        Assert.Equal(TextLife.Delivered, (await OnlyTextAsync(world, id)).Life);
    }

    private static async Task ClaimAsync(Rehearsal world, ParticipantId id)
    {
        var person = (await world.Store.FindAsync(id, Rehearsal.Stop))!;
        var calling = new StoredText
        {
            Plan = person.Pending[0] with { Attempts = 1 },
            Life = TextLife.Calling,
            CalledAt = world.Clock.Now,
            LeaseUntil = world.Clock.Now + Duration.FromMinutes(5),
        };
        Assert.NotNull(await world.Store.ClaimAsync(person, calling, Rehearsal.Stop));
    }

    private static async Task<ParticipantId> BegunAsync(Rehearsal world)
    {
        var id = await world.EnrolAsync();
        await world.ReplyAsync("YES");
        return id;
    }

    private static async Task<StoredText> OnlyTextAsync(Rehearsal world, ParticipantId id) =>
        Assert.Single(await world.Store.OutboxAsync(id, Rehearsal.Stop));
}
