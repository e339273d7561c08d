using System.CommandLine;
using Azure.Identity;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Cli.Storage;

/// <summary>The options that say where the data is, and how a command that uses it ends.</summary>
internal sealed class StorageOptions
{
    public const int Fine = 0;
    public const int Found = 1;
    public const int CannotRun = 2;

    private readonly Option<string?> data = new("--data")
    {
        Description =
            "The data folder of a stand-alone service that is stopped; beside --storage, of one that may run.",
    };
    private readonly Option<string?> storage = new("--storage")
    {
        Description = "The connection string or the name of a storage account.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(storage);
    }

    public StorageChoice ChoiceOf(ParseResult parsed) => new(parsed.GetValue(data), parsed.GetValue(storage));

    /// <summary>Runs a command's work on the opened storage; what a person can mend becomes a sentence.</summary>
    public async Task<int> RunAsync(
        ParseResult parsed,
        Func<OpenedStorage, Task<int>> work,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var opened = await OpenedStorage.OpenAsync(ChoiceOf(parsed), cancellationToken);
            return await work(opened);
        }
        catch (Exception mendable)
            when (mendable
                    is UsageException
                        or StorageException
                        or IOException
                        or FormatException
                        or UnauthorizedAccessException
                        or AuthenticationFailedException
            )
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(mendable.Message);
            return CannotRun;
        }
    }
}
