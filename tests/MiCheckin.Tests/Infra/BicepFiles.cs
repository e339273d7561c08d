using System.Diagnostics;
using System.Text.Json;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Infra;

/// <summary>What the Bicep files say, read by eng/node/bicep-syntax.mjs.</summary>
internal sealed record BicepFile(string Name, IReadOnlyList<string> Keys, IReadOnlyList<string> Strings)
{
    public static async Task<IReadOnlyList<BicepFile>> ReadAsync(CancellationToken cancellationToken)
    {
        var (exit, output, errors) = await ParseAsync(Checkout.At("infra"), cancellationToken);
        Assert.True(exit == 0, errors);
        return
        [
            .. output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!)
                .Select(line => new BicepFile(Path.GetFileName(line.File), line.Keys, line.Strings)),
        ];
    }

    public static async Task<(int Exit, string Output, string Errors)> ParseAsync(
        string fileOrFolder,
        CancellationToken cancellationToken
    )
    {
        var script = Checkout.At("eng", "node", "bicep-syntax.mjs");
        using var node = Process.Start(
            new ProcessStartInfo("node", [script, fileOrFolder, "--list"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var output = node.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await node.StandardError.ReadToEndAsync(cancellationToken);
        await node.WaitForExitAsync(cancellationToken);
        return (node.ExitCode, await output, errors);
    }

    private sealed record Line(string File, IReadOnlyList<string> Keys, IReadOnlyList<string> Strings);
}
