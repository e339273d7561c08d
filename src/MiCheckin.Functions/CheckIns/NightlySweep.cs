using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.CheckIns;

/// <summary>What one sweep put right. All zero but <paramref name="Stale"/> is the ordinary night.</summary>
/// <param name="Slots">Planned moments that the due index did not hold.</param>
/// <param name="Texts">Waiting texts without a message that would send them.</param>
/// <param name="Calls">Calls whose worker never came back, and unknown texts that the index had lost.</param>
/// <param name="Erasures">Erasures cut short.</param>
/// <param name="Stale">Index rows that nobody waits for. Harmless: each goes when its time comes.</param>
internal sealed record SweepResult(int Slots, int Texts, int Calls, int Erasures, int Stale);

/// <summary>
/// Once a night, everything against everything: what messages were lost or poisoned is put back. It only adds, so it may run
/// beside all else, twice, at once and late.
/// </summary>
internal sealed partial class NightlySweep(
    ITables tables,
    ParticipantStore store,
    UnknownTexts unknown,
    TextSettler settler,
    IClock clock,
    ILogger<NightlySweep> logger
)
{
    /// <summary>Younger than this something is still at work on it.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(15);

    private readonly DueIndex due = new(tables);

    public async Task<SweepResult> SweepAsync(CancellationToken cancellationToken)
    {
        var indexed = new HashSet<DueRow>();

        await foreach (var row in due.AllAsync(cancellationToken))
        {
            indexed.Add(row);
        }

        var found = new SweepResult(0, 0, 0, 0, indexed.Count);

        await foreach (var row in tables.ScanAsync(Keys.Participants, cancellationToken))
        {
            var id = new ParticipantId(row.Key.Partition);

            if (row.Key == Keys.State(id))
            {
                found = await SweepAsync(id, row, indexed, found, cancellationToken);
            }
            else if (row.Key.Row.StartsWith("out|", StringComparison.Ordinal))
            {
                found = await SweepAsync(id, TextRows.Read(row), found, cancellationToken);
            }
        }

        Log.Swept(logger, found);
        return found;
    }

    private async Task<SweepResult> SweepAsync(
        ParticipantId id,
        TableRow row,
        HashSet<DueRow> indexed,
        SweepResult found,
        CancellationToken cancellationToken
    )
    {
        if (ParticipantRows.Read(row) is not { } person)
        {
            await store.EraseAsync(id, cancellationToken);
            return found with { Erasures = found.Erasures + 1 };
        }

        var slots = person.State.Slots.ToLookup(slot => indexed.Contains(DueRow.Of(id, slot)));
        var missing = slots[false].ToList();

        if (missing.Count > 0)
        {
            await due.ChangeAsync(id, missing, [], cancellationToken);
        }

        var late = clock.GetCurrentInstant() - Patience;
        var waiting = person.Pending.Where(t => Instant.Max(t.PlannedAt, t.NotBefore) < late).ToList();

        foreach (var text in waiting)
        {
            await store.QueueAsync(id, text.Key, text.NotBefore, cancellationToken);
        }

        return found with
        {
            Slots = found.Slots + missing.Count,
            Texts = found.Texts + waiting.Count,
            Stale = found.Stale - slots[true].Count(),
        };
    }

    private async Task<SweepResult> SweepAsync(
        ParticipantId id,
        StoredText text,
        SweepResult found,
        CancellationToken cancellationToken
    )
    {
        switch (text)
        {
            case { Life: TextLife.Calling, LeaseUntil: { } lease }
                when lease + Patience < clock.GetCurrentInstant():
                var lost = new SendOutcome.Unknown("the worker that called did not come back");
                await settler.SettleAsync(id, text, lost, cancellationToken);
                break;
            case { Life: TextLife.Unknown, SettledAt: null }:
                await unknown.AddAsync(id, text, cancellationToken);
                return found;
            default:
                return found;
        }

        return found with
        {
            Calls = found.Calls + 1,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(3030, LogLevel.Information, "Swept: {Found}")]
        public static partial void Swept(ILogger logger, SweepResult found);
    }
}
