using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;
using MiCheckin.Tests.Outbound;

namespace MiCheckin.Tests.Simulator;

public sealed class SimulatedPhonesTests
{
    [Theory]
    [InlineData(nameof(PhoneFault.None), "Accepted", 1)]
    [InlineData(nameof(PhoneFault.AcceptThenHang), "Unknown", 1)]
    [InlineData(nameof(PhoneFault.AcceptThenError), "Unknown", 1)]
    [InlineData(nameof(PhoneFault.Lost), "Unknown", 0)]
    [InlineData(nameof(PhoneFault.Busy), "Busy", 0)]
    [InlineData(nameof(PhoneFault.OptedOut), "OptedOut", 0)]
    [InlineData(nameof(PhoneFault.PhoneOff), "Accepted", 1)]
    [InlineData(nameof(PhoneFault.LateReports), "Accepted", 1)]
    [InlineData(nameof(PhoneFault.RepliesTwice), "Accepted", 1)]
    public async Task Each_fault_answers_as_the_provider_would_and_takes_the_text_or_not(
        string fault,
        string answer,
        int bubbles
    )
    {
        var world = await Rehearsal.BeginAsync();
        await world.SimulatedPhones.SetFaultAsync(
            Rehearsal.Phone(),
            Enum.Parse<PhoneFault>(fault),
            Rehearsal.Stop
        );
        var request = new TextRequest(
            MessageId.Parse("p1.t1"),
            Rehearsal.Phone(),
            new MessageText("Hello"),
            Duration.FromHours(1)
        );
        var outcome = await world.SimulatedPhones.SendAsync(request, Rehearsal.Stop);

        Assert.Equal(answer, outcome.GetType().Name);
        Assert.Equal(bubbles, (await world.BubblesAsync()).Count);
        var listed = await world.SimulatedPhones.ListAsync(
            Rehearsal.Phone(),
            world.Clock.Now,
            Rehearsal.Stop
        );
        Assert.Equal(bubbles, listed.Count);
    }

    [Fact]
    public async Task A_text_to_a_phone_that_is_off_is_reported_as_undelivered()
    {
        var world = await Rehearsal.BeginAsync();
        await world.SimulatedPhones.SetFaultAsync(null, PhoneFault.PhoneOff, Rehearsal.Stop);
        var id = await world.EnrolAsync();
        await world.SettleAsync();

        Assert.Equal(TextLife.Undelivered, (await TextsAsync(world, id))[0].Life);
    }

    [Fact]
    public async Task A_report_that_comes_a_day_late_still_counts()
    {
        var world = await Rehearsal.BeginAsync();
        await world.SimulatedPhones.SetFaultAsync(null, PhoneFault.LateReports, Rehearsal.Stop);
        var id = await world.EnrolAsync();
        await world.PassAsync(Duration.FromHours(23), minutes: 60);
        Assert.Equal(TextLife.Accepted, Assert.Single(await TextsAsync(world, id)).Life);

        await world.PassAsync(Duration.FromHours(2), minutes: 60);
        Assert.Equal(TextLife.Delivered, (await TextsAsync(world, id))[0].Life);
    }

    [Fact]
    public async Task A_reply_that_arrives_twice_is_one_reply()
    {
        var world = await Rehearsal.BeginAsync();
        var id = await world.EnrolAsync();
        await world.SimulatedPhones.SetFaultAsync(Rehearsal.Phone(), PhoneFault.RepliesTwice, Rehearsal.Stop);

        Assert.Equal(InboundOutcome.Handled, await world.ReplyAsync("YES"));
        Assert.Single(await world.Store.InboxAsync(id, Rehearsal.Stop));
        Assert.IsType<Consent.Given>((await world.Store.FindAsync(id, Rehearsal.Stop))!.State.Consent);
    }

    [Fact]
    public async Task A_phones_own_fault_comes_before_that_of_all_phones()
    {
        var world = await Rehearsal.BeginAsync();
        await world.SimulatedPhones.SetFaultAsync(null, PhoneFault.Busy, Rehearsal.Stop);
        await world.SimulatedPhones.SetFaultAsync(Rehearsal.Phone(), PhoneFault.PhoneOff, Rehearsal.Stop);

        Assert.Equal(
            PhoneFault.PhoneOff,
            await world.SimulatedPhones.FaultOfAsync(Rehearsal.Phone(), Rehearsal.Stop)
        );
        Assert.Equal(
            PhoneFault.Busy,
            await world.SimulatedPhones.FaultOfAsync(Rehearsal.Phone(102), Rehearsal.Stop)
        );
    }

    private static Task<IReadOnlyList<StoredText>> TextsAsync(Rehearsal world, ParticipantId id) =>
        world.Store.OutboxAsync(id, Rehearsal.Stop);
}
