using System.Diagnostics;

namespace MiCheckin.Tests.Tools;

/// <summary>A Node.js program of <c>eng/node</c> that runs for one test and ends with it.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process _process;

    private NodeProcess(Process process) => _process = process;

    /// <summary>What it printed after <c>ready</c>, on the same line.</summary>
    public string Ready { get; private set; } = "";

    /// <summary>The folder of the installed packages, or null where <c>npm ci --prefix eng/node</c> was not run.</summary>
    public static string? FindModules()
    {
        var modules = Checkout.At("eng", "node", "node_modules");
        return Directory.Exists(modules) ? modules : null;
    }

    /// <summary>Starts it and waits for the line that holds <paramref name="ready"/>.</summary>
    public static async Task<NodeProcess> StartAsync(
        IEnumerable<string> arguments,
        string ready,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var node = new NodeProcess(
            Process.Start(start) ?? throw new InvalidOperationException("node did not start.")
        );

        while (await node._process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.IndexOf(ready, StringComparison.Ordinal) is >= 0 and var at)
            {
                node.Ready = line[(at + ready.Length)..].Trim();
                return node;
            }
        }

        await node.DisposeAsync();
        throw new InvalidOperationException($"{start.ArgumentList[0]} ended before it was ready.");
    }

    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask();

    public Task WriteLineAsync(string line, CancellationToken cancellationToken) =>
        _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
