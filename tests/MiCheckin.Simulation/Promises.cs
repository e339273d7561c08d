using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Schedules;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Simulation;

/// <summary>Watches every batch and every text, and says which promise was broken.</summary>
internal sealed class Promises
{
    private readonly Parts parts;
    private readonly VirtualClock clock;
    private readonly Dictionary<MessageId, int> accepted = [];
    private readonly Dictionary<RowKey, TextLife> lives = [];
    private readonly Dictionary<ParticipantId, int> stoppedAt = [];
    private readonly Dictionary<MessageId, int> claimedAt = [];
    private readonly HashSet<string> answered = new(StringComparer.Ordinal);
    private int batches;

    public Promises(Parts parts, VirtualClock clock)
    {
        (this.parts, this.clock) = (parts, clock);
        parts.Tables.Committed = SeeBatch;
        parts.Provider.Taken = SeeText;
    }

    public List<string> Broken { get; } = [];
    public List<ParticipantId> People { get; } = [];

    public void Watch(ParticipantId id, PhoneNumber phone)
    {
        People.Add(id);
        _ = phone;
    }

    public void Answered(InboundSms sms) => answered.Add(sms.MessageSid);

    public async Task CheckEndAsync()
    {
        foreach (var id in People)
        {
            await EndingChecks.CheckAsync(parts, id, clock.Now, Broken);
        }

        await EndingChecks.CheckRepliesAsync(parts, People, answered, Broken);
    }

    private void SeeBatch(string table, IReadOnlyList<TableWrite> writes)
    {
        batches++;

        if (table is not Keys.Participants)
        {
            return;
        }

        foreach (var write in writes)
        {
            var id = new ParticipantId(write.Key.Partition);
            var columns = write switch
            {
                TableWrite.Insert w => w.Columns,
                TableWrite.Replace w => w.Columns,
                TableWrite.Upsert w => w.Columns,
                _ => null,
            };

            if (columns is not null && write.Key == Keys.State(id))
            {
                SeeConsent(id, columns.Text("consent") is nameof(Consent.Stopped));
            }
            else if (columns is not null && write.Key.Row.StartsWith("out|", StringComparison.Ordinal))
            {
                SeeLife(id, write.Key, columns);
            }
        }
    }

    private void SeeConsent(ParticipantId id, bool stopped)
    {
        if (stopped)
        {
            stoppedAt.TryAdd(id, batches);
        }
        else
        {
            stoppedAt.Remove(id);
        }
    }

    /// <summary>I7: a life goes forward, and back to waiting only where that is allowed.</summary>
    private void SeeLife(ParticipantId id, RowKey key, Columns columns)
    {
        var life = Enum.Parse<TextLife>(columns.Text("life") ?? "");
        var known = lives.TryGetValue(key, out var before);
        lives[key] = life;

        if (life is TextLife.Calling)
        {
            claimedAt[Keys.Message(id, columns.Text("key") ?? "")] = batches;
        }

        // Claiming and writing Calling are one batch here. News of a text that waits once more is as news of its call.
        var from =
            before is TextLife.Planned && life is not TextLife.Suppressed and not TextLife.Expired
                ? life is TextLife.Calling
                    ? TextLife.Claimed
                    : TextLife.Calling
                : before;
        var back = life is TextLife.Planned && before.MayBePlannedAgainOnceProvenAbsent();

        if (known && life != before && !back && !from.CanBecome(life))
        {
            Broken.Add($"I7: text {key.Row} of {id} went from {before} to {life}");
        }
    }

    private void SeeText(TextRequest request, Instant now)
    {
        if (!Keys.TryMessage(request.MessageId, out var id, out var textKey))
        {
            Broken.Add("a text went out under a name that is not ours");
            return;
        }

        var text = Find(id, textKey);
        var times = accepted[request.MessageId] = accepted.GetValueOrDefault(request.MessageId) + 1;

        if (times > 1 && text.Plan.Kind is not TextKind.Safety)
        {
            Broken.Add($"I2: text {textKey} of {id} was accepted {times} times");
        }

        if (
            stoppedAt.TryGetValue(id, out var stopped)
            && claimedAt.GetValueOrDefault(request.MessageId) > stopped
            && text.Plan.Kind is not TextKind.StopConfirmation
        )
        {
            Broken.Add($"I3: text {textKey} ({text.Plan.Kind}) of {id} was claimed after STOP was stored");
        }

        if (text.Plan.Kind is TextKind.Prompt or TextKind.Reminder or TextKind.Welcome)
        {
            CheckHours(id, textKey, request, now);
        }
    }

    /// <summary>I4: taken inside the window, and not delivered after it even by the longest queue.</summary>
    private void CheckHours(ParticipantId id, string textKey, TextRequest request, Instant now)
    {
        var profile = StateOf(id).Profile;
        var hours = new LocalHours(
            profile.Zone,
            Script.Program.Window,
            profile.Window,
            profile.BlockedDates,
            DateTimeZoneProviders.Tzdb
        );

        if (!hours.IsOpen(now) || now + request.ValidFor > hours.EndOfDay(now) + Duration.FromSeconds(1))
        {
            Broken.Add(
                $"I4: text {textKey} of {id} was taken at {hours.LocalOf(now)}, valid for {request.ValidFor}"
            );
        }
    }

    private ConversationState StateOf(ParticipantId id) => Row(Keys.State(id), ParticipantRows.Read)!.State;

    private StoredText Find(ParticipantId id, string textKey) => Row(Keys.Text(id, textKey), TextRows.Read);

    private T Row<T>(RowKey key, Func<TableRow, T> read)
    {
#pragma warning disable MA0045 // The tables call here in the middle of a batch, and embedded tables in memory answer at once.
        var row = parts
            .Rows.FindAsync(Keys.Participants, key, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
#pragma warning restore MA0045
        return read(row ?? throw new InvalidOperationException($"There is no row {key.Row}."));
    }
}
