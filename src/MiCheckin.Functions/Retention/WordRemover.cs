using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Retention;

/// <summary>Removes the words of one person from replies, texts, ledger and state. Each row says that it was done.</summary>
internal sealed class WordRemover(ITables tables, Audit audit)
{
    /// <summary>On rows whose words are gone. A ledger with one such row can no longer be replayed.</summary>
    public const string Expired = "expired";

    private const int MaxAttempts = 5;

    /// <summary>False where there was nothing to remove.</summary>
    public async Task<bool> RemoveAsync(
        ParticipantId id,
        Instant cutoff,
        bool gone,
        CancellationToken cancellationToken
    )
    {
        var log = Keys.Logs(id, Instant.FromUnixTimeTicks(0), cutoff);
        List<TableWrite> writes =
        [
            .. await OldAsync(
                Keys.Replies(id),
                row => Before(row, "at", cutoff),
                WithoutReply,
                cancellationToken
            ),
            .. await OldAsync(
                Keys.Texts(id),
                row => Before(row, "planned", cutoff),
                WithoutBody,
                cancellationToken
            ),
            .. await OldAsync(log, _ => true, WithoutLog, cancellationToken),
        ];

        if (writes.Count == 0)
        {
            return false;
        }

        // The state before its rows: a run that is cut here finds the rows again, and begins anew.
        await ForgetStateAsync(id, cutoff, gone, cancellationToken);

        foreach (var write in writes)
        {
            await tables.SubmitAsync(Keys.Participants, [write], cancellationToken);
        }

        await audit.WriteAsync("service", AuditAct.WordsExpired, id, cancellationToken);
        await tables.ForgetRemovedAsync(cancellationToken);
        return true;
    }

    /// <summary>Whether any of the ledger's words have expired.</summary>
    public async Task<bool> AnyExpiredAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(Keys.Participants, Keys.AllLogs(id), cancellationToken))
        {
            if (row.Columns.Flag(Expired))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<List<TableWrite>> OldAsync(
        RowRange range,
        Func<TableRow, bool> isOld,
        Func<TableRow, Columns> without,
        CancellationToken cancellationToken
    )
    {
        List<TableWrite> old = [];

        await foreach (var row in tables.QueryAsync(Keys.Participants, range, cancellationToken))
        {
            if (!row.Columns.Flag(Expired) && isOld(row))
            {
                old.Add(new TableWrite.Replace(row.Key, without(row), row.Tag));
            }
        }

        return old;
    }

    private static bool Before(TableRow row, string column, Instant cutoff) =>
        row.Columns.Instant(column) < cutoff;

    private static Columns WithoutReply(TableRow row) =>
        new(row.Columns)
        {
            ["words"] = "",
            ["prompt"] = "",
            [Expired] = true,
        };

    /// <summary>A text of ours may give the person's words back.</summary>
    private static Columns WithoutBody(TableRow row) => new(row.Columns) { ["body"] = "", [Expired] = true };

    private static Columns WithoutLog(TableRow row)
    {
        var entry = LedgerRows.ReadEntry(row);
        var columns = LedgerRows.Write(
            entry with
            {
                Happened = Forgetting.Words(entry.Happened),
                Facts = [.. entry.Facts.Select(Forgetting.Words)],
            }
        );
        columns[Expired] = true;
        return columns;
    }

    private async Task ForgetStateAsync(
        ParticipantId id,
        Instant cutoff,
        bool gone,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (
                await tables.FindAsync(Keys.Participants, Keys.State(id), cancellationToken) is not { } row
                || ParticipantRows.Read(row) is not { } person
            )
            {
                return;
            }

            var said = person.State.LastReplyAt;
            var after = person with
            {
                State = Forgetting.Words(person.State, cutoff, gone),
                LastReply = gone || said < cutoff ? null : person.LastReply,
            };
            var write = new TableWrite.Replace(row.Key, ParticipantRows.Write(after), row.Tag);

            if (
                await tables.SubmitAsync(Keys.Participants, [write], cancellationToken)
                is BatchOutcome.Committed
            )
            {
                return;
            }
        }

        throw new StorageException(
            "Busy",
            $"Participant {id} kept changing while words were removed. The next run goes on."
        );
    }
}
