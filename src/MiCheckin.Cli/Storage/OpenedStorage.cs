using Azure.Identity;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Enrolment;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Functions.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Cli.Storage;

/// <summary>The service's own stores, opened by a command: a data folder or a storage account.</summary>
internal sealed class OpenedStorage : IAsyncDisposable
{
    private readonly EmbeddedTables? embedded;
    private readonly EnrolmentFlow enrolment;
    private readonly bool hasKey;

    private OpenedStorage(
        (ITables Tables, IQueues Queues) stores,
        PhoneKey? key,
        IClock clock,
        EmbeddedTables? embedded,
        bool simulatedPhones
    )
    {
        this.embedded = embedded;
        hasKey = key is not null;
        Tables = stores.Tables;
        Shelf = new ProgramShelf(Tables);
        Phones = new PhoneBook(Tables, key ?? PhoneKey.New());
        Coaches = new CoachBook(Tables);
        Trail = new Audit(Tables, clock);
        People = new ParticipantStore(
            Tables,
            stores.Queues,
            Shelf,
            Phones,
            new AlertBook(Tables, clock),
            clock
        );
        enrolment = new EnrolmentFlow(
            Coaches,
            Shelf,
            Phones,
            People,
            new Enroller(People, Coaches, Trail, clock),
            new EnrolmentRules(simulatedPhones)
        );
    }

    public ITables Tables { get; }
    public ProgramShelf Shelf { get; }
    public PhoneBook Phones { get; }
    public CoachBook Coaches { get; }
    public Audit Trail { get; }
    public ParticipantStore People { get; }

    /// <summary>Reading needs no key; people are found, and so enrolled, by their numbers under the service's own.</summary>
    public EnrolmentFlow Enrolment =>
        hasKey
            ? enrolment
            : throw new UsageException(
                "Set MiCheckin__PhoneKey to the service's own key, or name its data folder with --data: people are found by it, and another key finds nobody."
            );

    /// <summary>Opens what the options name. What is wrong is a <see cref="UsageException"/> with what to do.</summary>
    public static Task<OpenedStorage> OpenAsync(StorageChoice choice, CancellationToken cancellationToken) =>
        choice switch
        {
            { Data: { } folder, Connection: null } => OfFolderAsync(folder, cancellationToken),
            { Connection: { } account } => OfAccountAsync(account, choice.Data, cancellationToken),
            _ => throw new UsageException(
                "Name --data DIR (embedded storage), or --storage with a connection string or the name of a storage account."
            ),
        };

    public async ValueTask DisposeAsync()
    {
        if (embedded is not null)
        {
            await embedded.DisposeAsync();
        }
    }

    private static async Task<OpenedStorage> OfFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var rows = Path.Combine(folder, "tables");

        if (!Directory.Exists(rows))
        {
            throw new UsageException(
                $"{folder} holds no data of MiCheckin. Start the service once with --data {folder}, or name its data folder."
            );
        }

        var clock = await ClockOfAsync(folder, cancellationToken);
        var key = await PhoneKey.KeptInAsync(Path.Combine(folder, "phone.key"), cancellationToken);
        var tables = await EmbeddedTables.OpenAsync(
            rows,
            NullLogger<EmbeddedTables>.Instance,
            cancellationToken
        );
        await tables.CreateAsync(Keys.SimPhones, cancellationToken);
        var simulated = await HoldsSimulatedPhonesAsync(tables, cancellationToken);
        return new OpenedStorage((tables, new EmbeddedQueues(tables, clock)), key, clock, tables, simulated);
    }

    /// <summary>The clock of a rehearsal, where the folder holds one that was moved.</summary>
    private static async Task<IClock> ClockOfAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "clock.txt");
        return File.Exists(file)
            ? await SimulatedClock.StartAsync(SystemClock.Instance, file, cancellationToken)
            : SystemClock.Instance;
    }

    /// <summary>The storage of a rehearsal: made-up numbers are good there.</summary>
    private static async Task<bool> HoldsSimulatedPhonesAsync(
        ITables tables,
        CancellationToken cancellationToken
    )
    {
        await foreach (var _ in tables.ScanAsync(Keys.SimPhones, cancellationToken))
        {
            return true;
        }

        return false;
    }

    /// <summary>An account, with the data folder of the service that uses it where that keeps the key and the clock.</summary>
    private static async Task<OpenedStorage> OfAccountAsync(
        string storage,
        string? folder,
        CancellationToken cancellationToken
    )
    {
        var account = AccountOf(storage);
        var tables = new AzureTables(account, SystemClock.Instance);
        var queues = new AzureQueues(account, SystemClock.Instance);
        var key = await KeyAsync(folder, cancellationToken);
        var simulated = await HoldsSimulatedPhonesAsync(tables, cancellationToken);
        var clock =
            simulated && folder is not null
                ? await ClockOfAsync(folder, cancellationToken)
                : SystemClock.Instance;
        return new OpenedStorage(
            (tables, simulated ? new RehearsedQueues(queues, clock) : queues),
            key,
            clock,
            null,
            simulated
        );
    }

    /// <summary>A connection string, or the name of an account that who runs this may use.</summary>
    private static StorageAccount AccountOf(string storage) =>
        StorageAccount.TryParse(storage, out var account, out var problem) ? account
        : StorageAccount.IsName(storage) ? StorageAccount.WithIdentity(storage, new DefaultAzureCredential())
        : throw new UsageException(problem);

    private static async Task<PhoneKey?> KeyAsync(string? folder, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("MiCheckin__PhoneKey") is { Length: > 0 } set)
        {
            return PhoneKey.Parse(set);
        }

        return folder is not null && Path.Combine(folder, "phone.key") is var file && File.Exists(file)
            ? await PhoneKey.KeptInAsync(file, cancellationToken)
            : null;
    }
}

/// <summary>Where the options say that the data is.</summary>
internal sealed record StorageChoice(string? Data, string? Connection);
