using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Storage;
using MiCheckin.Tests.Outbound;
using Keys = MiCheckin.Functions.Storage.Keys;

namespace MiCheckin.Tests.Inbound;

public sealed class InboundFlowTests
{
    [Fact]
    public async Task The_same_text_again_is_handled_once()
    {
        var world = await Rehearsal.BeginAsync();
        var id = await world.EnrolAsync();
        var sms = Replies.Sms("START");

        Assert.Equal(InboundOutcome.Handled, await world.Inbound.HandleAsync(sms, Rehearsal.Stop));
        Assert.Equal(InboundOutcome.AlreadyHandled, await world.Inbound.HandleAsync(sms, Rehearsal.Stop));
        await world.SettleAsync();

        Assert.Single(await world.Store.InboxAsync(id, Rehearsal.Stop));
        Assert.Equal(2, (await world.BubblesAsync()).Count);
    }

    [Fact]
    public async Task A_stop_that_the_provider_found_and_answered_opts_out_without_a_text_of_ours()
    {
        var world = await Rehearsal.BeginAsync();
        var id = await world.EnrolAsync();
        var sms = Replies.Sms("ARRET") with { ProviderAnswered = ControlWord.Stop };
        await world.Inbound.HandleAsync(sms, Rehearsal.Stop);
        await world.SettleAsync();

        Assert.IsType<Consent.Stopped>((await world.Store.FindAsync(id, Rehearsal.Stop))!.State.Consent);
        Assert.Single(await world.BubblesAsync());
    }

    [Fact]
    public async Task Danger_in_a_strangers_text_is_told_and_nobody_is_answered()
    {
        var world = await Rehearsal.BeginAsync();
        var sms = Replies.Sms("I want to kill myself", phone: 150);

        Assert.Equal(InboundOutcome.Stranger, await world.Inbound.HandleAsync(sms, Rehearsal.Stop));
        Assert.Equal(InboundOutcome.AlreadyHandled, await world.Inbound.HandleAsync(sms, Rehearsal.Stop));

        var alert = Assert.Single(await world.Alerts.OpenAsync(Rehearsal.Stop));
        Assert.Equal(RiskKind.Suicide, alert.Alert.Risk);
        Assert.Empty(world.Queues.Messages);
    }

    [Fact]
    public async Task Danger_raises_an_alert_and_gets_the_fixed_text_even_at_night()
    {
        var world = await Rehearsal.BeginAsync();
        await world.EnrolAsync();
        await world.ReplyAsync("START");
        world.Clock.Now = Rehearsal.Monday + Duration.FromHours(14);
        await world.ReplyAsync("I want to kill myself");

        Assert.Equal(
            AlertReason.Risk,
            Assert.Single(await world.Alerts.OpenAsync(Rehearsal.Stop)).Alert.Reason
        );
        Assert.Contains("988", (await world.BubblesAsync())[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_erasure_nothing_of_the_person_is_left_in_any_table()
    {
        var world = await Rehearsal.BeginAsync();
        var id = await world.EnrolAsync();
        await world.ReplyAsync("START");
        await world.ReplyAsync("I want to kill myself");

        Assert.True(await world.Store.EraseAsync(id, Rehearsal.Stop));
        await world.PassAsync(Duration.FromDays(8), minutes: 60);

        foreach (var table in Keys.Tables.Concat(PeopleKeys.Tables).Distinct(StringComparer.Ordinal))
        {
            await foreach (var row in world.Tables.ScanAsync(table, Rehearsal.Stop))
            {
                var all = $"{row.Key} {string.Join(' ', row.Columns.Values)}";
                Assert.True(
                    row.Key == Keys.Erased(id) || !all.Contains(id.Value, StringComparison.Ordinal),
                    $"{table} {row.Key.Row}"
                );
                Assert.DoesNotContain(Rehearsal.Phone().E164, all, StringComparison.Ordinal);
            }
        }
    }
}
