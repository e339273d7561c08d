using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.CheckIns;

/// <summary>How one due slot ended.</summary>
internal enum SlotOutcome
{
    Done,

    /// <summary>Nobody waits for it any more; the index was put right.</summary>
    Stale,

    /// <summary>Others were faster each time: the message comes back.</summary>
    TryAgain,
}

/// <summary>What one look at the index found: how many slots were due, and how long the oldest has been.</summary>
internal sealed record DueSeen(int Slots, Duration Oldest);

/// <summary>Finds what is due and decides it, one slot at a time.</summary>
internal sealed partial class CheckInFlow(
    ParticipantStore store,
    DueIndex due,
    IQueues queues,
    IClock clock,
    ILogger<CheckInFlow> logger
)
{
    /// <summary>A run yields here; the rest waits for the next minute.</summary>
    private const int MostPerShard = 250;

    /// <summary>A slot whose message was put this long ago and is still there gets another: the first may be lost.</summary>
    private static readonly Duration AgainAfter = Duration.FromMinutes(5);

    /// <summary>
    /// Until when each shard has been looked through. It only saves messages: a process that does not know puts one for
    /// every slot, and a second message finds its slot done.
    /// </summary>
    private readonly Instant[] seen = [.. Enumerable.Repeat(Instant.MinValue, Keys.DueShards)];

    /// <summary>Each minute: one message per slot that has come due, and another every five minutes until it is done.</summary>
    public async Task<DueSeen> SendDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (found, sent) = (0, 0);
        var oldest = Duration.Zero;

        for (var shard = 0; shard < Keys.DueShards; shard++)
        {
            var (rows, last) = (0, now);

            await foreach (var row in due.DueAsync(shard, now, MostPerShard, cancellationToken))
            {
                (rows, last) = (rows + 1, row.At);
                oldest = Duration.Max(oldest, now - row.At);

                if (!NeedsMessage(row.At, seen[shard], now))
                {
                    continue;
                }

                var message = new CheckInMessage(row.Participant, row.SlotKey, row.At);
                await queues.PutAsync(
                    QueueNames.CheckIns,
                    message.ToJson(),
                    Duration.Zero,
                    cancellationToken
                );
                sent++;
            }

            // What lies behind a full page has not been seen.
            seen[shard] = rows < MostPerShard ? now : last - Duration.Epsilon;
            found += rows;
        }

        Log.Queued(logger, found, sent);
        return new DueSeen(found, oldest);
    }

    /// <summary>True when the slot came due, or a further five minutes of waiting were over, since the last look.</summary>
    private static bool NeedsMessage(Instant due, Instant lastLook, Instant now) =>
        lastLook < due || Math.Floor((now - due) / AgainAfter) > Math.Floor((lastLook - due) / AgainAfter);

    /// <summary>Decides one slot. The index is put right last: until then the message, or the index row itself, brings it back.</summary>
    public async Task<SlotOutcome> RunAsync(CheckInMessage message, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var row = new DueRow(message.Participant, message.SlotKey, message.At);
        var decided = await store.DecideAsync(
            message.Participant,
            (person, _) =>
                IsDue(person, row, now)
                    ? new Step(new ConversationEvent.SlotDue(now, row.SlotKey)) { Due = row }
                    : null,
            cancellationToken
        );
        var outcome = decided.Outcome switch
        {
            DecideOutcome.Saved => SlotOutcome.Done,
            _ => await RepairAsync(row, now, cancellationToken),
        };
        Log.Ran(logger, message.Participant, message.SlotKey, outcome);
        return outcome;
    }

    private static bool IsDue(StoredParticipant person, DueRow row, Instant now) =>
        person.State.Slots.Any(slot => DueRow.Of(person.Id, slot) == row && slot.At <= now);

    /// <summary>
    /// The slot is gone: run before, given up or moved. A run that died between its commit and the index left rows to
    /// write, so all that the state waits for is written again.
    /// </summary>
    private async Task<SlotOutcome> RepairAsync(DueRow row, Instant now, CancellationToken cancellationToken)
    {
        var person = await store.FindAsync(row.Participant, cancellationToken);

        if (person is not null && IsDue(person, row, now))
        {
            return SlotOutcome.TryAgain;
        }

        await due.ChangeAsync(row.Participant, person?.State.Slots ?? [], [row], cancellationToken);
        return SlotOutcome.Stale;
    }

    private static partial class Log
    {
        [LoggerMessage(3020, LogLevel.Information, "{Count} slots are due, {Sent} messages were put")]
        public static partial void Queued(ILogger logger, int count, int sent);

        [LoggerMessage(3021, LogLevel.Information, "Slot {Slot} of {Participant}: {Outcome}")]
        public static partial void Ran(
            ILogger logger,
            ParticipantId participant,
            string slot,
            SlotOutcome outcome
        );
    }
}
