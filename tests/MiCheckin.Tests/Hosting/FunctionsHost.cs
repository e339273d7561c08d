using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Tests.Storage.Azure;

namespace MiCheckin.Tests.Hosting;

/// <summary>
/// A stand-in for the Azure Functions host, version 4, around the program itself: its processes, its timers, its queues
/// with their counts and poison, and its door for callers from outside. The real one cannot be had offline.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly StorageAccount _account;
    private readonly AzureQueues _queues;
    private readonly HttpClient _inside = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly int _mostDequeues;
    private readonly int _batchSize;
    private FunctionsHostProcess _process;

    private FunctionsHost(StorageAccount account, IReadOnlyDictionary<string, string> settings)
    {
        _account = account;
        _settings = settings;
        _queues = new AzureQueues(account, SystemClock.Instance, Azurite.Patient);
        var queues = FunctionsPackage.HostJson["extensions"]!["queues"]!;
        _mostDequeues = (int)queues["maxDequeueCount"]!;
        _batchSize = (int)queues["batchSize"]!;
        _process = FunctionsHostProcess.Start(settings);
        Front = new FunctionsHostFront(() => _process.Address);
        Outside = new HttpClient(Front) { BaseAddress = new Uri("https://checkin.clinic.example") };
    }

    public FunctionsHostFront Front { get; }

    /// <summary>For callers from outside: Twilio, coaches, strangers.</summary>
    public HttpClient Outside { get; }

    /// <summary>Where the host calls the program; nobody else can.</summary>
    public Uri Address => _process.Address;

    public string Said => _process.Said;

    /// <summary>The queue messages delivered so far, with how each call ended.</summary>
    public List<(string Function, QueueMessage Message, CallEnding Ending)> Deliveries { get; } = [];

    public static async Task<FunctionsHost> StartAsync(
        StorageAccount account,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellationToken
    )
    {
        var host = new FunctionsHost(account, settings);
        foreach (var queue in FunctionsPackage.Functions.Select(f => f.Queue).OfType<string>())
        {
            await host._queues.CreateAsync(queue, cancellationToken);
            await host._queues.CreateAsync(queue + "-poison", cancellationToken);
            await host.ClearAsync(queue, cancellationToken);
        }

        await host._process.ReadyAsync(cancellationToken);
        return host;
    }

    public Task KillAsync() => _process.KillAsync();

    /// <summary>A process that ended with a fault is started again.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _process.DisposeAsync();
        _process = FunctionsHostProcess.Start(_settings);
        await _process.ReadyAsync(cancellationToken);
    }

    public Task<CallEnding> FireAsync(
        string timer,
        CancellationToken cancellationToken,
        bool isPastDue = false
    ) => CallAsync(timer, f => FunctionsHostEnvelope.ForTimer(f, isPastDue), cancellationToken);

    /// <summary>Polls the queues as the host does, and delivers what is there, until the test has seen what it waits for.</summary>
    public async Task RunUntilAsync(Func<bool> seen, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!seen())
        {
            if (await DeliverAsync(limit.Token) == 0)
            {
                await beat.WaitForNextTickAsync(limit.Token);
            }
        }
    }

    /// <summary>One look at each queue; returns how many messages were delivered.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;
        foreach (var function in FunctionsPackage.Functions.Where(f => f.Queue is not null))
        {
            var batch = await _queues.ReceiveAsync(
                function.Queue!,
                _batchSize,
                Duration.FromMinutes(10),
                cancellationToken
            );
            await Task.WhenAll(batch.Select(message => DeliverAsync(function, message, cancellationToken)));
            delivered += batch.Count;
        }

        return delivered;
    }

    /// <summary>
    /// Takes what is in the function's queue and delivers each message several times at once, then once more: what a host
    /// does that loses its hold on a message while the function runs, and whose delete fails.
    /// </summary>
    public async Task<IReadOnlyList<CallEnding>> DeliverAtOnceAsync(
        string name,
        int times,
        CancellationToken cancellationToken
    )
    {
        var function = FunctionsPackage.Functions.Single(f => f.Name.Equals(name, StringComparison.Ordinal));
        var taken = await TakenAsync(function.Queue!, cancellationToken);
        var atOnce = taken.SelectMany(message => Enumerable.Range(1, times).Select(time => (message, time)));
        List<CallEnding> endings =
        [
            .. await Task.WhenAll(atOnce.Select(d => CallTimeAsync(d.message, d.time))),
        ];
        foreach (var message in taken)
        {
            endings.Add(await CallTimeAsync(message, times + 1));
            await _queues.DeleteAsync(function.Queue!, message, cancellationToken);
        }

        return endings;

        Task<CallEnding> CallTimeAsync(QueueMessage message, int time) =>
            CallAsync(
                name,
                f => FunctionsHostEnvelope.ForQueue(f, message with { DequeueCount = time }, time % 2 == 0),
                cancellationToken
            );
    }

    /// <summary>A message about a text shows itself a second after it was put, so that the text is stored by then.</summary>
    private async Task<IReadOnlyList<QueueMessage>> TakenAsync(
        string queue,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));

        while (true)
        {
            var taken = await _queues.ReceiveAsync(queue, 32, Duration.FromMinutes(10), limit.Token);

            if (taken.Count > 0)
            {
                return taken;
            }

            await beat.WaitForNextTickAsync(limit.Token);
        }
    }

    public Task<int> PoisonAsync(string queue, CancellationToken cancellationToken) =>
        _queues.CountAsync(queue + "-poison", cancellationToken);

    public Task PutAsync(string queue, string text, CancellationToken cancellationToken) =>
        _queues.PutAsync(queue, text, Duration.Zero, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Outside.Dispose();
        _inside.Dispose();
        await _process.DisposeAsync();
    }

    /// <summary>Deleted after success; after a failure visible again, here at once, until it has failed too often.</summary>
    private async Task DeliverAsync(
        HostedFunction function,
        QueueMessage message,
        CancellationToken cancellationToken
    )
    {
        var countsAreText = message.DequeueCount % 2 == 0;
        var ending = await CallAsync(
            function.Name,
            f => FunctionsHostEnvelope.ForQueue(f, message, countsAreText),
            cancellationToken
        );
        lock (Deliveries)
        {
            Deliveries.Add((function.Name, message, ending));
        }

        if (ending.Outcome is CallOutcome.Succeeded)
        {
            await _queues.DeleteAsync(function.Queue!, message, cancellationToken);
        }
        else if (message.DequeueCount < _mostDequeues)
        {
            await ShowAgainAsync(function.Queue!, message, cancellationToken);
        }
        else
        {
            await _queues.PutAsync(
                function.Queue + "-poison",
                message.Text,
                Duration.Zero,
                cancellationToken
            );
            await _queues.DeleteAsync(function.Queue!, message, cancellationToken);
        }
    }

    private async Task<CallEnding> CallAsync(
        string name,
        Func<HostedFunction, string> envelope,
        CancellationToken cancellationToken
    )
    {
        var function = FunctionsPackage.Functions.Single(f => f.Name.Equals(name, StringComparison.Ordinal));
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(_process.Address, name));
        call.Content = new StringContent(envelope(function), Encoding.UTF8, "application/json");
        call.Headers.Add("X-Azure-Functions-HostVersion", "4.1000.0.0");
        call.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        call.Headers.UserAgent.Add(new ProductInfoHeaderValue("Azure-Functions-Host", "4.1000.0.0"));
        try
        {
            using var answer = await _inside.SendAsync(call, cancellationToken);
            return await FunctionsHostEnvelope.ReadAsync(answer, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            return new CallEnding(CallOutcome.Failed, e.Message);
        }
    }

    /// <summary>Update Message with no delay: the host's visibilityTimeout, without the wait.</summary>
    private Task ShowAgainAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        var receipt = Uri.EscapeDataString(message.PopReceipt);
        var path = $"/{queue}/messages/{message.Id}?popreceipt={receipt}&visibilitytimeout=0";
        return AskAsync(RequestMethod.Put, path, cancellationToken);
    }

    /// <summary>Clear Messages: what other classes of tests left in the one emulator, to show itself later, is not for this host.</summary>
    private Task ClearAsync(string queue, CancellationToken cancellationToken) =>
        AskAsync(RequestMethod.Delete, $"/{queue}/messages", cancellationToken);

    private async Task AskAsync(RequestMethod method, string path, CancellationToken cancellationToken)
    {
        var client = new StorageClient(
            _account.Queues,
            _account.SignQueues(SystemClock.Instance),
            Azurite.Patient
        );
        using var request = client.NewMessage(method, path);
        var answer = await client.SendAsync(request, cancellationToken);
        Assert.False(answer.IsError, $"{answer.Status} {answer.ReasonPhrase}");
    }
}
