using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Simulation;

/// <summary>The promises that can only be judged once everything has come to rest.</summary>
internal static class EndingChecks
{
    private static readonly Duration Patience = Duration.FromHours(1);

    public static async Task CheckAsync(Parts parts, ParticipantId id, Instant now, List<string> broken)
    {
        var row = await parts.Rows.FindAsync(Keys.Participants, Keys.State(id), CancellationToken.None);
        var person = ParticipantRows.Read(row!)!;
        var ledger = await LedgerAsync(parts, id);
        var state = ledger.Aggregate(
            ledger[0].Before!,
            (before, entry) => Conversation.Decide(before, entry.Happened, Script.Program).State
        );

        if (
            !string.Equals(
                ConversationJson.Write(state),
                ConversationJson.Write(person.State),
                StringComparison.Ordinal
            )
        )
        {
            broken.Add($"I8: the ledger of {id} does not give its state");
        }

        broken.AddRange(
            person
                .State.Slots.Where(slot => slot.At + Patience < now)
                .Select(slot => $"I1: slot {slot.Key} of {id} was due at {slot.At} and never decided")
        );
        broken.AddRange(
            person
                .Pending.Where(text => text.Deadline + Patience < now)
                .Select(text => $"I1: text {text.Key} of {id} waits past its deadline")
        );
        await CheckDueAsync(parts, person, broken);
        await CheckTextsAsync(parts, id, now, broken);
    }

    /// <summary>I5: one row for each text that was answered. I6: an alert for each that speaks of danger.</summary>
    public static async Task CheckRepliesAsync(
        Parts parts,
        IReadOnlyList<ParticipantId> people,
        HashSet<string> answered,
        List<string> broken
    )
    {
        var seen = new List<string>();

        foreach (var id in people)
        {
            await foreach (
                var row in parts.Rows.QueryAsync(Keys.Participants, Keys.Replies(id), CancellationToken.None)
            )
            {
                var reply = LedgerRows.ReadReply(row);
                seen.Add(reply.MessageSid);
                var card = PeopleKeys.OpenAlert(id, $"{reply.MessageSid}-risk");

                if (
                    reply.Reading.Risk is not RiskKind.None
                    && await parts.Rows.FindAsync(PeopleKeys.AlertsTable, card, CancellationToken.None)
                        is null
                )
                {
                    broken.Add($"I6: no alert for {reply.MessageSid} of {id}");
                }
            }
        }

        broken.AddRange(
            answered.Except(seen, StringComparer.Ordinal).Select(sid => $"I5: {sid} was answered and is lost")
        );
    }

    private static async Task CheckDueAsync(Parts parts, StoredParticipant person, List<string> broken)
    {
        foreach (var slot in person.State.Slots)
        {
            var key = Keys.Due(person.Id, slot.At, slot.Key);

            if (await parts.Rows.FindAsync(Keys.DueTable, key, CancellationToken.None) is null)
            {
                broken.Add($"I1: slot {slot.Key} of {person.Id} is not in the due index");
            }
        }
    }

    private static async Task CheckTextsAsync(Parts parts, ParticipantId id, Instant now, List<string> broken)
    {
        var told = (await LedgerAsync(parts, id))
            .Select(entry => entry.Happened)
            .OfType<ConversationEvent.TextNotSent>()
            .Select(e => e.TextKey)
            .ToHashSet(StringComparer.Ordinal);

        await foreach (
            var row in parts.Rows.QueryAsync(Keys.Participants, Keys.Texts(id), CancellationToken.None)
        )
        {
            var text = TextRows.Read(row);
            var ended =
                text.Life.IsOver()
                || text.Life is TextLife.Accepted or TextLife.Sent
                || (text.Life is TextLife.Unknown && told.Contains(text.Key))
                || text.Plan.Deadline + Patience > now;

            if (!ended)
            {
                broken.Add($"I1: text {text.Key} of {id} ended as {text.Life}");
            }
        }
    }

    private static async Task<List<LedgerEntry>> LedgerAsync(Parts parts, ParticipantId id)
    {
        var entries = new List<LedgerEntry>();

        await foreach (
            var row in parts.Rows.QueryAsync(Keys.Participants, Keys.AllLogs(id), CancellationToken.None)
        )
        {
            entries.Add(LedgerRows.ReadEntry(row));
        }

        return [.. entries.OrderBy(e => e.Number)];
    }
}
