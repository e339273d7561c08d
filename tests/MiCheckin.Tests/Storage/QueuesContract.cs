using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Storage;

/// <summary>What every implementation of queues promises. A class for each runs it.</summary>
public abstract class QueuesContract : IAsyncLifetime
{
    private static readonly Duration AtOnce = Duration.Zero;
    private static readonly Duration Hidden = Duration.FromMinutes(5);
    private static readonly Duration Shortly = Duration.FromSeconds(1);

    private IQueues? queues;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Each test has a queue of its own.</summary>
    private protected string Queue { get; } = "q-" + Guid.NewGuid().ToString("N");

    private protected IQueues Queues => queues!;

    private protected abstract Task<IQueues> OpenAsync();

    private protected virtual Task<IQueues> ReopenAsync() => Task.FromResult(Queues);

    /// <summary>Lets this much time pass on the queues' clock.</summary>
    private protected abstract Task PassAsync(Duration time);

    /// <summary>What the first receive asks of the service.</summary>
    private protected virtual IReadOnlyList<string> FirstReceive => [$"receive {Queue}"];

    public async ValueTask InitializeAsync()
    {
        queues = await OpenAsync();
        await queues.CreateAsync(Queue, Cancel);
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_message_is_taken_once_with_its_text_and_then_deleted()
    {
        const string text = "{\"slot\":\"é <b>&amp;\\u0000 😀\"}\n";
        await PutAsync(text);
        queues = await ReopenAsync();

        var message = Assert.Single(await ReceiveAsync());
        Assert.Equal(text, message.Text);
        Assert.Equal(1, message.DequeueCount);
        Assert.Empty(await ReceiveAsync());
        Assert.Equal(1, await Queues.CountAsync(Queue, Cancel));

        Assert.True(await Queues.DeleteAsync(Queue, message, Cancel));
        Assert.Equal(0, await Queues.CountAsync(Queue, Cancel));
        Assert.False(await Queues.DeleteAsync(Queue, message, Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("deadbeefdeadbeefdeadbeefdeadbeef")]
    [InlineData("<QueueMessage>]]>")]
    public async Task A_text_that_could_be_taken_for_something_else_comes_back_as_it_was(string text)
    {
        await PutAsync(text);

        Assert.Equal(text, Assert.Single(await ReceiveAsync()).Text);
    }

    [Fact]
    public async Task A_message_that_was_not_deleted_comes_back_with_a_higher_count_and_its_old_receipt_is_void()
    {
        await PutAsync("a");
        var first = Assert.Single(await Queues.ReceiveAsync(Queue, 1, Shortly, Cancel));
        await PassAsync(Shortly);
        queues = await ReopenAsync();

        var second = Assert.Single(await ReceiveAsync());
        Assert.Equal(2, second.DequeueCount);
        Assert.Equal(first.Id, second.Id);
        Assert.False(await Queues.DeleteAsync(Queue, first, Cancel));
        Assert.True(await Queues.DeleteAsync(Queue, second, Cancel));
    }

    [Fact]
    public async Task A_message_put_for_later_is_not_seen_before()
    {
        await Queues.PutAsync(Queue, "much later", Hidden, Cancel);
        await PutAsync("now");

        Assert.Equal("now", Assert.Single(await ReceiveAsync()).Text);
    }

    [Fact]
    public async Task A_message_put_for_later_comes_when_its_time_has_come()
    {
        await Queues.PutAsync(Queue, "later", Shortly, Cancel);
        await PassAsync(Shortly);

        Assert.Equal("later", Assert.Single(await ReceiveAsync()).Text);
    }

    [Fact]
    public async Task At_most_as_many_are_taken_as_asked_for()
    {
        for (var i = 0; i < 5; i++)
        {
            await PutAsync($"{i}");
        }

        var taken = new[] { await ReceiveAsync(3), await ReceiveAsync(3), await ReceiveAsync(3) };

        Assert.Equal([3, 2, 0], taken.Select(messages => messages.Count));
        Assert.Equal(
            ["0", "1", "2", "3", "4"],
            [.. taken.SelectMany(m => m).Select(m => m.Text).Order(StringComparer.Ordinal)]
        );
    }

    [Fact]
    public async Task Making_a_queue_again_keeps_its_messages()
    {
        await PutAsync("a");
        await Queues.CreateAsync(Queue, Cancel);

        Assert.Single(await ReceiveAsync());
    }

    [Fact]
    public async Task A_queue_that_was_never_made_is_named_plainly()
    {
        const string never = "never-made";
        Func<Task>[] uses =
        [
            () => Queues.PutAsync(never, "a", AtOnce, Cancel),
            () => Queues.ReceiveAsync(never, 1, Hidden, Cancel),
            () => Queues.CountAsync(never, Cancel),
            () => Queues.DeleteAsync(never, new QueueMessage("a", "b", "c", 1), Cancel),
        ];
        foreach (var use in uses)
        {
            var fault = await Assert.ThrowsAsync<StorageException>(use);
            Assert.Equal("QueueNotFound", fault.Code);
            Assert.Contains(never, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_service_refuses_is_refused_before()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(new string('é', 24 * 1024 + 1)));
        await PutAsync(new string('é', 24 * 1024));
        foreach (var name in new[] { "Upper", "a", "two--hyphens", "-a-b", "with/slash", "with_underscore" })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Queues.CreateAsync(name, Cancel));
        }

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ReceiveAsync(33));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ReceiveAsync(0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Queues.PutAsync(Queue, "a", Duration.FromDays(8), Cancel)
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Queues.ReceiveAsync(Queue, 1, Duration.Zero, Cancel)
        );
    }

    [Fact]
    public async Task A_call_is_counted_as_one_request()
    {
        using var requests = StorageRequests.Scope();
        await PutAsync("a");
        var message = Assert.Single(await ReceiveAsync());
        await Queues.DeleteAsync(Queue, message, Cancel);

        Assert.Equal([$"put {Queue}", .. FirstReceive, $"delete {Queue}"], requests.Seen);
    }

    private Task PutAsync(string text) => Queues.PutAsync(Queue, text, AtOnce, Cancel);

    private Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int max = 32) =>
        Queues.ReceiveAsync(Queue, max, Hidden, Cancel);
}
