using System.CommandLine;
using MiCheckin.Cli.Enrol;
using MiCheckin.Cli.Export;
using MiCheckin.Cli.Ledger;
using MiCheckin.Tests.Storage;
using MiCheckin.Tests.Storage.Azure;

namespace MiCheckin.Tests.Hosting;

/// <summary>The main path for real: the built program on Azurite's tables and queues, people on phones, the clock, SIGKILL, the command line.</summary>
public sealed class StandAloneOnAzuriteTests
{
    private const string Zoe = "Zoe";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_are_enrolled_asked_and_answered_on_Azurite_over_restarts()
    {
        // An Azurite of its own: a storage account that other tests have people in gets no sample cohorts.
        await using var azurite = new Azurite();
        await azurite.InitializeAsync();
        using var folder = new TemporaryFolder();
        var (storage, data) = (azurite.ConnectionString, Path.Combine(folder.Path, "data"));
        var file = Path.Combine(folder.Path, "people.csv");
        await File.WriteAllTextAsync(
            file,
            "name,phone,zone,cohort\nZoe,+12125550171,America/New_York,move-more-spring\n",
            Cancellation
        );

        IReadOnlyList<string> before;
        await using (var program = await StandAloneProcess.StartAsync(storage, data, Cancellation))
        {
            string[] order = [file, "--server", program.Address, "--token", program.Token];
            var (code, output) = await RunAsync(EnrolCommand.Create(), order);
            Assert.Equal((0, "1 enrolled; 0 were enrolled already; 0 to mend."), (code, output.Trim()));

            await program.AdvanceAsync("PT24H", Cancellation);
            Assert.Single(await program.PhoneAsync(Zoe, Cancellation), t => t.Contains("YES"));
            await program.ReplyAsync(Zoe, "YES", Cancellation);
            await program.AdvanceAsync("PT1H", Cancellation);
            before = await program.PhoneAsync(Zoe, Cancellation);
            Assert.True(before.Count >= 3, string.Join('\n', before));
        }

        await GoOnAsync(storage, data, before);
        await LookFromTheCommandLineAsync(storage, data);
    }

    /// <summary>After SIGKILL everything is there, and a week brings prompts, an answer and a digest.</summary>
    private static async Task GoOnAsync(string storage, string data, IReadOnlyList<string> before)
    {
        await using var program = await StandAloneProcess.StartAsync(storage, data, Cancellation);
        Assert.Equal(before, await program.PhoneAsync(Zoe, Cancellation));

        await program.AdvanceAsync("P7D", Cancellation);
        var asked = await program.PhoneAsync(Zoe, Cancellation);
        Assert.Contains(asked.Skip(before.Count), t => t.EndsWith('?'));

        await program.ReplyAsync(Zoe, "I want to walk more because my knees hurt", Cancellation);
        await program.AdvanceAsync("PT1H", Cancellation);
        var answered = await program.PhoneAsync(Zoe, Cancellation);
        Assert.Equal("> I want to walk more because my knees hurt", answered[asked.Count]);
        Assert.False(answered[asked.Count + 1].StartsWith('>'));

        Assert.Contains("/console/mails/", await program.PageAsync("/console/mails", Cancellation));
        Assert.Contains("Everything is all right", await program.PageAsync("/console/status", Cancellation));
    }

    private static async Task LookFromTheCommandLineAsync(string storage, string data)
    {
        var (code, output) = await RunAsync(LedgerCommand.Create(), "verify", "--storage", storage);
        Assert.Equal(
            (0, "9 agree; 0 differ; 0 cannot be replayed, because words have expired."),
            (code, output.Trim())
        );

        (code, output) = await RunAsync(ExportCommand.Create(), "--storage", storage, "--with-words");
        Assert.Equal(0, code);
        var hers = output
            .Split('\n')
            .Single(line => line.Contains("because my knees hurt", StringComparison.Ordinal));
        var id = hers.Split("\"participant\":\"")[1].Split('"')[0];

        (code, output) = await RunAsync(ExportCommand.Create(), "--storage", storage, "--person", id);
        Assert.Equal(0, code);
        Assert.All(
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains(id, line, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("knees", output, StringComparison.Ordinal);
        Assert.Equal(
            2,
            (await RunAsync(ExportCommand.Create(), "--storage", storage, "--person", "p-0")).Code
        );

        await EnrolBesideTheServiceAsync(storage, data);
    }

    private static async Task EnrolBesideTheServiceAsync(string storage, string data)
    {
        var file = Path.Combine(data, "more.csv");
        await File.WriteAllTextAsync(
            file,
            "name,phone,zone,cohort\nYan,+12125550172,America/Chicago,move-more-spring\n",
            Cancellation
        );
        Assert.Equal(2, (await RunAsync(EnrolCommand.Create(), file, "--storage", storage)).Code);
        Assert.Equal(
            0,
            (await RunAsync(EnrolCommand.Create(), file, "--storage", storage, "--data", data)).Code
        );

        await using var program = await StandAloneProcess.StartAsync(storage, data, Cancellation);
        await program.AdvanceAsync("PT24H", Cancellation);
        Assert.Single(await program.PhoneAsync("Yan", Cancellation));
    }

    private static async Task<(int Code, string Output)> RunAsync(Command command, params string[] arguments)
    {
        var settings = new InvocationConfiguration
        {
            Output = new StringWriter(),
            Error = new StringWriter(),
        };
        var code = await command.Parse(arguments).InvokeAsync(settings, Cancellation);
        return (code, settings.Output.ToString()!);
    }
}
