using System.Collections.Concurrent;
using System.Diagnostics;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Storage.Azure;

/// <summary>The emulator of tables and queues, in memory, on ports of its own, for the tests of one collection.</summary>
public sealed class Azurite : IAsyncLifetime
{
    public const string Collection = "Azurite";

    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentQueue<Process> processes = new();
    private readonly ConcurrentQueue<Task> readers = new();

    public string ConnectionString { get; private set; } = "";

    internal StorageAccount Account =>
        StorageAccount.TryParse(ConnectionString, out var account, out var problem)
            ? account
            : throw new InvalidOperationException(problem);

    /// <summary>
    /// As the program's, but with a minute for each try: what is tested is what the emulator answers, and on a machine that
    /// is busy with all other tests it, or the thread that waits for it, may have to wait for more than ten seconds.
    /// </summary>
    internal static StorageClientOptions Patient =>
        new() { Retry = { NetworkTimeout = TimeSpan.FromMinutes(1) } };

    public async ValueTask InitializeAsync()
    {
        var ports = await Task.WhenAll(StartAsync("table"), StartAsync("queue"));
        ConnectionString =
            $"AccountName=devstoreaccount1;AccountKey={Key};"
            + $"TableEndpoint=http://127.0.0.1:{ports[0]}/devstoreaccount1;"
            + $"QueueEndpoint=http://127.0.0.1:{ports[1]}/devstoreaccount1";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        await Task.WhenAll(readers);
        folder.Dispose();
    }

    private async Task<int> StartAsync(string service)
    {
        var port = Ports.Free();
        var process = Process.Start(
            new ProcessStartInfo("node")
            {
                ArgumentList =
                {
                    Script(service),
                    "--inMemoryPersistence",
                    "--disableTelemetry",
                    $"--{service}Host",
                    "127.0.0.1",
                    $"--{service}Port",
                    $"{port}",
                },
                WorkingDirectory = folder.Path,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        processes.Enqueue(process);

        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (line.Contains("successfully", StringComparison.Ordinal))
            {
                // Read on, so that it never waits for room in the pipe.
                readers.Enqueue(process.StandardOutput.ReadToEndAsync(CancellationToken.None));
                return port;
            }
        }

        throw new InvalidOperationException($"Azurite ended: {string.Join(' ', said)}");
    }

    private static string Script(string service)
    {
        var script = Checkout.At($"eng/node/node_modules/azurite/dist/src/{service}/main.js");
        return File.Exists(script)
            ? script
            : throw new InvalidOperationException(
                "Azurite is not installed. Run eng/check.sh once, or: npm ci --prefix eng/node"
            );
    }
}

[CollectionDefinition(Azurite.Collection)]
public sealed class AzuriteTests : ICollectionFixture<Azurite>;
