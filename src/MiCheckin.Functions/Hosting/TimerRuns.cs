using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Hosting;

/// <summary>
/// When each timer of a stand-alone program ran last, over restarts, as the Functions host keeps it in its storage account:
/// the nightly clean-up of a laptop that is off every night is made up for in the morning.
/// </summary>
internal sealed class TimerRuns(ITables tables)
{
    private const string Table = "Timers";
    private const string Partition = "ran";
    private const string At = "At";

    /// <summary>Makes the table where it is missing and reads every timer's last run.</summary>
    public async Task<IReadOnlyDictionary<string, Instant>> ReadAsync(CancellationToken cancellationToken)
    {
        await tables.CreateAsync(Table, cancellationToken);
        var ran = new Dictionary<string, Instant>(StringComparer.Ordinal);
        await foreach (var row in tables.QueryAsync(Table, new RowRange(Partition), cancellationToken))
        {
            if (row.Columns.Instant(At) is { } at)
            {
                ran[row.Key.Row] = at;
            }
        }

        return ran;
    }

    public Task KeepAsync(string timer, Instant at, CancellationToken cancellationToken) =>
        tables.SubmitAsync(
            Table,
            [
                new TableWrite.Upsert(
                    new RowKey(Partition, timer),
                    new Columns { [At] = at.ToDateTimeOffset() }
                ),
            ],
            cancellationToken
        );
}
