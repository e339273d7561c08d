using MiCheckin.Core.Programs;
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

    private OpenedStorage(
        (ITables Tables, IQueues Queues) stores,
        PhoneKey key,
        IClock clock,
        EmbeddedTables? embedded,
        bool simulatedPhones
    )
    {
        this.embedded = embedded;
        Tables = stores.Tables;
        Shelf = new ProgramShelf(Tables, Parse);
        Phones = new PhoneBook(Tables, key);
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
        Enrolment = new EnrolmentFlow(
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
    public EnrolmentFlow Enrolment { get; }

    /// <summary>Opens what the options name. What is wrong is a <see cref="UsageException"/> with what to do.</summary>
    public static Task<OpenedStorage> OpenAsync(StorageChoice choice, CancellationToken cancellationToken) =>
        choice switch
        {
            { Data: { } folder, Connection: null } => OfFolderAsync(folder, cancellationToken),
            { Data: null, Connection: { } connection } => Task.FromResult(OfAccount(connection)),
            _ => throw new UsageException("Name either --data DIR or --storage CONNECTION."),
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

        var file = Path.Combine(folder, "clock.txt");
        IClock clock = File.Exists(file)
            ? await SimulatedClock.StartAsync(SystemClock.Instance, file, cancellationToken)
            : SystemClock.Instance;
        var key = await PhoneKey.KeptInAsync(Path.Combine(folder, "phone.key"), cancellationToken);
        var tables = await EmbeddedTables.OpenAsync(
            rows,
            NullLogger<EmbeddedTables>.Instance,
            cancellationToken
        );
        var simulated = File.Exists(file) || await HoldsSimulatedPhonesAsync(tables, cancellationToken);
        return new OpenedStorage((tables, new EmbeddedQueues(tables, clock)), key, clock, tables, simulated);
    }

    /// <summary>A folder of a rehearsal: made-up numbers are good there.</summary>
    private static async Task<bool> HoldsSimulatedPhonesAsync(
        EmbeddedTables tables,
        CancellationToken cancellationToken
    )
    {
        await tables.CreateAsync(Keys.SimPhones, cancellationToken);

        await foreach (var _ in tables.ScanAsync(Keys.SimPhones, cancellationToken))
        {
            return true;
        }

        return false;
    }

    private static OpenedStorage OfAccount(string connection)
    {
        if (!StorageAccount.TryParse(connection, out var account, out var problem))
        {
            throw new UsageException(problem);
        }

        var key = Environment.GetEnvironmentVariable("MiCheckin__PhoneKey");

        if (string.IsNullOrEmpty(key))
        {
            throw new UsageException(
                "Set MiCheckin__PhoneKey to the service's own key: people are found by it, and another key finds nobody."
            );
        }

        var clock = SystemClock.Instance;
        return new OpenedStorage(
            (new AzureTables(account, clock), new AzureQueues(account, clock)),
            PhoneKey.Parse(key),
            clock,
            null,
            simulatedPhones: false
        );
    }

    private static ProgramScript Parse(string json) =>
        ProgramJson.Read(json).Program
        ?? throw new UsageException(
            "A stored program cannot be read by this version of the tool. Update it."
        );
}

/// <summary>Where the options say that the data is.</summary>
internal sealed record StorageChoice(string? Data, string? Connection);
