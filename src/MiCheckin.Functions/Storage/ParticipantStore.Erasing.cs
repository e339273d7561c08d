using MiCheckin.Core.Participants;
using MiCheckin.Functions.Simulator;

namespace MiCheckin.Functions.Storage;

/// <content>Erasure.</content>
internal sealed partial class ParticipantStore
{
    private const int RowsPerBatch = 90;

    /// <summary>
    /// Removes everything personal of one participant and leaves a row that says only that and when. Safe to repeat: a
    /// run that was cut short is finished by the next. False where there was nobody, or nobody any more.
    /// </summary>
    public async Task<bool> EraseAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        if (await MarkAsync(id, cancellationToken) is not { } marked)
        {
            return false;
        }

        foreach (var row in await due.OfAsync(id, cancellationToken))
        {
            await due.ChangeAsync(id, [], [row], cancellationToken);
        }

        await DeleteAsync(
            Keys.DueTable,
            new RowRange(Keys.UnknownTexts),
            row => string.Equals(row.Columns.Text("participant"), id.Value, StringComparison.Ordinal),
            cancellationToken
        );
        await DeleteAlertsAsync(id, cancellationToken);

        await ForgetPhoneAsync(marked, cancellationToken);

        var kept = new[] { Keys.State(id), Keys.Erased(id) };
        await DeleteAsync(
            Keys.Participants,
            new RowRange(id.Value),
            r => !kept.Contains(r.Key),
            cancellationToken
        );
        await tables.SubmitAsync(
            Keys.Participants,
            [new TableWrite.Delete(Keys.State(id))],
            cancellationToken
        );
        await tables.ForgetRemovedAsync(cancellationToken);
        return true;
    }

    /// <summary>From the mark on nothing can be decided, claimed or sent: each of these needs the state row as it was.</summary>
    private async Task<TableRow?> MarkAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (await tables.FindAsync(Keys.Participants, Keys.State(id), cancellationToken) is not { } row)
            {
                return null;
            }

            if (ParticipantRows.IsBeingErased(row))
            {
                return row;
            }

            TableWrite[] writes =
            [
                new TableWrite.Replace(row.Key, ParticipantRows.BeingErased(row), row.Tag),
                new TableWrite.Upsert(
                    Keys.Erased(id),
                    new Columns { ["at"] = clock.GetCurrentInstant().ToDateTimeOffset() }
                ),
            ];

            if (
                await tables.SubmitAsync(Keys.Participants, writes, cancellationToken)
                is BatchOutcome.Committed
            )
            {
                return row;
            }
        }

        throw new StorageException("Busy", $"Participant {id} kept changing while being erased. Try again.");
    }

    private async Task ForgetPhoneAsync(TableRow state, CancellationToken cancellationToken)
    {
        if (ParticipantRows.PhoneOf(state) is { } phone)
        {
            var key = phones.KeyOf(phone);
            await DeleteAsync(Keys.SimPhones, new RowRange(key.Row), _ => true, cancellationToken);
            await DeleteAsync(
                Keys.SimPhones,
                new RowRange(SimRows.Phones),
                row => row.Key == SimRows.Phone(key.Row),
                cancellationToken
            );
            await DeleteAsync(Keys.Strangers, new RowRange(key.Row), _ => true, cancellationToken);
            await DeleteAlertsAsync(PeopleKeys.Stranger(key.Row), cancellationToken);
            await phones.ForgetAsync(phone, cancellationToken);
        }
    }

    private async Task DeleteAlertsAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        var mine = PeopleKeys.AlertRow(id, "");

        await foreach (var row in tables.ScanAsync(PeopleKeys.AlertsTable, cancellationToken))
        {
            if (row.Key.Row.StartsWith(mine, StringComparison.Ordinal))
            {
                await tables.SubmitAsync(
                    PeopleKeys.AlertsTable,
                    [new TableWrite.Delete(row.Key)],
                    cancellationToken
                );
            }
        }
    }

    private async Task DeleteAsync(
        string table,
        RowRange range,
        Func<TableRow, bool> which,
        CancellationToken cancellationToken
    )
    {
        var keys = new List<RowKey>();

        await foreach (var row in tables.QueryAsync(table, range, cancellationToken))
        {
            if (which(row))
            {
                keys.Add(row.Key);
            }
        }

        foreach (var batch in keys.Chunk(RowsPerBatch))
        {
            var deletes = batch.Select(key => new TableWrite.Delete(key)).ToList();

            if (await tables.SubmitAsync(table, deletes, cancellationToken) is not BatchOutcome.Committed)
            {
                foreach (var delete in deletes)
                {
                    await tables.SubmitAsync(table, [delete], cancellationToken);
                }
            }
        }
    }
}
