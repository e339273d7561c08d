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

    /// <summary>Each minute: one message per due slot. A slot whose message is still on its way gets another, which will find it done.</summary>
    public async Task<DueSeen> SendDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var sent = 0;
        var oldest = Duration.Zero;

        for (var shard = 0; shard < Keys.DueShards; shard++)
        {
            await foreach (var row in due.DueAsync(shard, now, MostPerShard, cancellationToken))
            {
                var message = new CheckInMessage(row.Participant, row.SlotKey, row.At);
                await queues.PutAsync(
                    QueueNames.CheckIns,
                    message.ToJson(),
                    Duration.Zero,
                    cancellationToken
                );
                sent++;
                oldest = Duration.Max(oldest, now - row.At);
            }
        }

        Log.Queued(logger, sent);
        return new DueSeen(sent, oldest);
    }

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
        [LoggerMessage(3020, LogLevel.Information, "{Count} slots are due")]
        public static partial void Queued(ILogger logger, int count);

        [LoggerMessage(3021, LogLevel.Information, "Slot {Slot} of {Participant}: {Outcome}")]
        public static partial void Ran(
            ILogger logger,
            ParticipantId participant,
            string slot,
            SlotOutcome outcome
        );
    }
}
