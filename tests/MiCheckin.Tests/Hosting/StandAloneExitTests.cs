using System.Diagnostics;
using MiCheckin.Tests.Storage;

namespace MiCheckin.Tests.Hosting;

/// <summary>What somebody reads who starts the program with something wrong.</summary>
public sealed class StandAloneExitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wrong_switches_and_wrong_settings_are_told_in_one_go_and_no_folder_is_begun()
    {
        using var folder = new TemporaryFolder();

        var (code, said) = await RunAsync(
            folder.Path,
            new() { ["MiCheckin__Texts"] = "pigeon", ["ASPNETCORE_URLS"] = "nowhere" },
            "--dta",
            "there"
        );

        Assert.Equal(2, code);
        Assert.Contains("  - --dta is no option", said, StringComparison.Ordinal);
        Assert.Contains("  - Texts must be", said, StringComparison.Ordinal);
        Assert.Contains("  - --urls: 'nowhere' is no address", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static async Task<(int Code, string Said)> RunAsync(
        string folder,
        Dictionary<string, string> settings,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(
            Path.Combine(FunctionsPackage.Folder, "MiCheckin.Functions"),
            arguments
        )
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process =
            Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var said = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, said);
    }
}
