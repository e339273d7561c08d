using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Outbound;

/// <summary>An answer in several texts, from the webhook to the phone: one answer arrives, whoever is faster.</summary>
public sealed class SplitAnswerFlowTests
{
    private static readonly Duration LongEnough = Duration.FromMinutes(2);

    [Fact]
    public async Task Parts_within_the_wait_get_one_answer_and_the_first_is_shown_as_taken_back()
    {
        var (world, id) = await TalkingAsync();
        var before = (await world.BubblesAsync()).Count;
        await world.ReplyAsync("I want to walk more");
        await world.ReplyAsync("for my kids");
        await world.ReplyAsync("but im so tired after work");
        Assert.Equal(before, (await world.BubblesAsync()).Count);

        await world.PassAsync(LongEnough);

        Assert.Equal(before + 1, (await world.BubblesAsync()).Count);
        var answers = await AnswersAsync(world, id);
        Assert.Equal(
            [TextLife.Suppressed, TextLife.Suppressed, TextLife.Delivered],
            answers.TakeLast(3).Select(t => t.Life)
        );
        Assert.All(answers.TakeLast(3).SkipLast(1), t => Assert.Equal(Commit.WentOn, t.Error));
        Assert.Equal(4, (await world.Store.InboxAsync(id, Rehearsal.Stop)).Count);
    }

    [Fact]
    public async Task A_part_that_comes_while_the_provider_is_called_takes_nothing_back()
    {
        var provider = new ObedientProvider();
        var (world, id) = await TalkingAsync((_, _) => provider);
        await world.ReplyAsync("I want to walk more with my kids");
        var texted = 0;
        provider.During = _ =>
            texted++ is 0
                ? world.Inbound.HandleAsync(Replies.Sms("and my back hurts"), Rehearsal.Stop)
                : Task.CompletedTask;

        await world.PassAsync(LongEnough);

        var answers = await AnswersAsync(world, id);
        // The part is late then, and answered by itself where it adds something: the other side, here.
        Assert.InRange(texted, 1, 2);
        Assert.All(answers.TakeLast(texted), t => Assert.Equal(TextLife.Accepted, t.Life));
        Assert.DoesNotContain(answers, t => t.Life is TextLife.Suppressed);
    }

    [Fact]
    public async Task A_part_that_comes_after_a_worker_has_read_the_text_still_takes_it_back_or_is_late()
    {
        var (world, id) = await TalkingAsync();
        await world.ReplyAsync("I want to walk more with my kids");
        var stale = (await world.Store.FindAsync(id, Rehearsal.Stop))!;
        await world.ReplyAsync("and feel better");
        var text = stale.Pending.Single(t => t.Kind is TextKind.Answer);
        var calling = new StoredText { Plan = text, Life = TextLife.Calling };

        Assert.Null(await world.Store.ClaimAsync(stale, calling, Rehearsal.Stop));

        await world.PassAsync(LongEnough);
        Assert.Equal(
            TextLife.Suppressed,
            (await world.Store.FindTextAsync(id, text.Key, Rehearsal.Stop))!.Life
        );
    }

    [Fact]
    public async Task The_same_text_brought_twice_while_its_answer_waits_is_handled_once()
    {
        var (world, id) = await TalkingAsync();
        var before = (await world.BubblesAsync()).Count;
        var sms = Replies.Sms("I want to walk more with my kids");
        await world.Inbound.HandleAsync(sms, Rehearsal.Stop);

        Assert.Equal(InboundOutcome.AlreadyHandled, await world.Inbound.HandleAsync(sms, Rehearsal.Stop));

        await world.PassAsync(LongEnough);
        Assert.Equal(before + 1, (await world.BubblesAsync()).Count);
        Assert.DoesNotContain(await AnswersAsync(world, id), t => t.Life is TextLife.Suppressed);
    }

    [Fact]
    public async Task A_reply_that_takes_an_answer_back_takes_four_requests()
    {
        var (world, _) = await TalkingAsync();
        await world.ReplyAsync("I want to walk more with my kids");
        using var requests = StorageRequests.Scope();

        await world.Inbound.HandleAsync(Replies.Sms("and feel better in my body"), Rehearsal.Stop);

        Assert.True(requests.Seen.Count <= 4, string.Join(", ", requests.Seen));
    }

    [Fact]
    public async Task The_ledger_decided_again_gives_the_state_also_where_an_answer_was_taken_back()
    {
        var (world, id) = await TalkingAsync();
        await world.ReplyAsync("I want to walk more");
        await world.ReplyAsync("but im so tired");
        await world.PassAsync(LongEnough);

        var stored = await world.Store.FindAsync(id, Rehearsal.Stop);
        var ledger = await world.Store.LogAsync(id, Rehearsal.Stop);
        var replayed = ledger.Aggregate(
            ledger[0].Before!,
            (state, entry) => Conversation.Decide(state, entry.Happened, world.Program).State
        );
        Assert.Equal(ConversationJson.Write(stored!.State), ConversationJson.Write(replayed));
    }

    private static async Task<(Rehearsal World, ParticipantId Id)> TalkingAsync(
        Func<Rehearsal, ITextProvider, ITextProvider>? provider = null
    )
    {
        var world = await Rehearsal.BeginAsync(provider);
        var id = await world.EnrolAsync();
        await world.ReplyAsync("START");
        await world.PassAsync(Duration.FromDays(2), minutes: 30);
        return (world, id);
    }

    private static async Task<IReadOnlyList<StoredText>> AnswersAsync(Rehearsal world, ParticipantId id) =>
        [
            .. (await world.Store.OutboxAsync(id, Rehearsal.Stop))
                .Where(t => t.Plan.Kind is TextKind.Answer)
                .OrderBy(t => t.Plan.PlannedAt),
        ];
}
