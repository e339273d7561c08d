using System.Globalization;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Outbound;

/// <summary>
/// What an administrator must mend before texts go out: one row per provider code in table Alerts, partition
/// <c>admin</c>. The console's status page shows them.
/// </summary>
internal sealed partial class SetUpTroubles(ITables tables, IClock clock, ILogger<SetUpTroubles> logger)
{
    private const string Partition = "admin";

    public Task ReportAsync(int code, string sentence, CancellationToken cancellationToken)
    {
        Log.Trouble(logger, code, sentence);
        var key = new RowKey(Partition, $"texts-{code.ToString(CultureInfo.InvariantCulture)}");
        var row = new Columns
        {
            ["code"] = code,
            ["sentence"] = sentence,
            ["lastSeen"] = clock.GetCurrentInstant().ToDateTimeOffset(),
        };
        return tables.SubmitAsync(
            PeopleKeys.AlertsTable,
            [new TableWrite.Upsert(key, row)],
            cancellationToken
        );
    }

    /// <summary>Troubles seen at or after <paramref name="since"/>.</summary>
    public async Task<IReadOnlyList<SetUpTrouble>> ListAsync(
        Instant since,
        CancellationToken cancellationToken
    )
    {
        var troubles = new List<SetUpTrouble>();

        await foreach (
            var row in tables.QueryAsync(PeopleKeys.AlertsTable, new RowRange(Partition), cancellationToken)
        )
        {
            troubles.Add(
                new SetUpTrouble(
                    row.Columns.Number("code"),
                    row.Columns.Text("sentence") ?? "",
                    row.Columns.Instant("lastSeen") ?? Instant.MinValue
                )
            );
        }

        return [.. troubles.Where(t => t.LastSeen >= since)];
    }

    private static partial class Log
    {
        [LoggerMessage(3060, LogLevel.Error, "Provider code {Code}: {Sentence}")]
        public static partial void Trouble(ILogger logger, int code, string sentence);
    }
}

/// <summary>One thing to mend.</summary>
internal sealed record SetUpTrouble(int Code, string Sentence, Instant LastSeen);
