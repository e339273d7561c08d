using System.Collections.Concurrent;
using System.Diagnostics;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Hosting;

/// <summary>The program as the host starts it: what host.json names, in the folder of the package, on a port of the host's choice.</summary>
internal sealed class FunctionsHostProcess : IAsyncDisposable
{
    /// <summary>What the host's container has anyway.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR"];

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private FunctionsHostProcess(Process process, int port)
    {
        _process = process;
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Address { get; }

    /// <summary>Everything that was printed so far, standard output and errors.</summary>
    public string Said => string.Join('\n', _said);

    public static FunctionsHostProcess Start(IReadOnlyDictionary<string, string> settings, int? port = null)
    {
        var handler = FunctionsPackage.HostJson["customHandler"]!["description"]!;
        var start = new ProcessStartInfo((string)handler["defaultExecutablePath"]!)
        {
            WorkingDirectory = FunctionsPackage.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in handler["arguments"]!)
        {
            start.ArgumentList.Add(argument.ToString());
        }

        var onPort = port ?? Ports.Free();
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            start.Environment[name] = Environment.GetEnvironmentVariable(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{onPort}";
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = FunctionsPackage.Folder;
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "custom";
        var process = new FunctionsHostProcess(
            Process.Start(start) ?? throw new InvalidOperationException("/bin/sh did not start."),
            onPort
        );
        process.Listen();
        return process;
    }

    /// <summary>Any answer to <c>GET /</c> means ready; asked every 25 ms. For a minute, as the machine may be busy with all other tests.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var most = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        most.CancelAfter(TimeSpan.FromMinutes(1));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        do
        {
            try
            {
                using var answer = await client.GetAsync(Address, most.Token);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not yet.
            }
        } while (await beat.WaitForNextTickAsync(most.Token));
    }

    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>What the host does when it stops or scales in: SIGKILL, without a word.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _said.Enqueue(line);
        }
    }
}
