using System.CommandLine;
using MiCheckin.Cli.Storage;

namespace MiCheckin.Cli.Ledger;

/// <summary><c>ledger verify</c>: decides every event again and compares with what is stored.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var storage = new StorageOptions();
        var verify = new Command("verify", "Replay every ledger: 0 all agree, 1 some differ, 2 cannot run.");
        storage.AddTo(verify);
        verify.SetAction(
            (parsed, cancellationToken) =>
                storage.RunAsync(
                    parsed,
                    opened => RunAsync(opened, parsed.InvocationConfiguration.Output, cancellationToken),
                    cancellationToken
                )
        );
        return new Command("ledger", "The append-only record of what happened.") { verify };
    }

    private static async Task<int> RunAsync(
        OpenedStorage opened,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var report = await new LedgerReplay(opened.Tables, opened.People, opened.Shelf).VerifyAsync(
            cancellationToken
        );

        foreach (var different in report.Different)
        {
            await output.WriteLineAsync($"{different.Person}: the {different.What} differs from its ledger.");
        }

        await output.WriteLineAsync(
            $"{report.Agree} agree; {report.Different.Count} differ; {report.Expired} cannot be replayed, because words have expired."
        );
        return report.Different.Count == 0 ? StorageOptions.Fine : StorageOptions.Found;
    }
}
