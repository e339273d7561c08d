using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;

namespace MiCheckin.Functions.Storage;

/// <content>The lives of texts: what changes in the participant's partition without an event of the conversation.</content>
internal sealed partial class ParticipantStore
{
    /// <summary>Takes a waiting text for one call; null where the participant has changed since it was read.</summary>
    public async Task<StoredText?> ClaimAsync(
        StoredParticipant person,
        StoredText calling,
        CancellationToken cancellationToken
    )
    {
        var columns = ParticipantRows.Write(person.Without(calling.Key));
        TableWrite[] writes =
        [
            new TableWrite.Replace(Keys.State(person.Id), columns, person.Tag),
            new TableWrite.Upsert(Keys.Text(person.Id, calling.Key), TextRows.Write(calling)),
        ];
        return
            await tables.SubmitAsync(Keys.Participants, writes, cancellationToken)
                is BatchOutcome.Committed { Tags: [_, var tag] }
            ? calling with
            {
                Tag = tag,
            }
            : null;
    }

    /// <summary>Writes what is known of a text now. False: its row has changed since <paramref name="before"/> was read.</summary>
    public async Task<bool> ReplaceTextAsync(
        ParticipantId id,
        StoredText before,
        StoredText after,
        CancellationToken cancellationToken
    )
    {
        var write = new TableWrite.Replace(Keys.Text(id, after.Key), TextRows.Write(after), before.Tag);

        if (before.Life is not TextLife.Planned)
        {
            return await SubmittedAsync([write], cancellationToken);
        }

        // It waits to be sent once more: take it out, so that it is not.
        return await FindAsync(id, cancellationToken) is { } person
            && await SubmittedAsync([StateWrite(person.Without(after.Key)), write], cancellationToken);
    }

    /// <summary>Lets a text wait again, after proof that the provider does not have it. False: there is news of it since.</summary>
    public async Task<bool> PlanAgainAsync(
        ParticipantId id,
        StoredText text,
        CancellationToken cancellationToken
    )
    {
        var planned = text with { Life = TextLife.Planned, LeaseUntil = null };
        var write = new TableWrite.Replace(Keys.Text(id, text.Key), TextRows.Write(planned), text.Tag);

        while (await FindAsync(id, cancellationToken) is { } person)
        {
            var waiting = person.Without(text.Key);
            TableWrite[] writes =
            [
                write,
                StateWrite(waiting with { Pending = [.. waiting.Pending, planned.Plan] }),
            ];

            switch (await tables.SubmitAsync(Keys.Participants, writes, cancellationToken))
            {
                case BatchOutcome.Committed:
                    return true;
                case BatchOutcome.Changed { Key: var key } when key == Keys.State(id):
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Puts the same message once more, with the instant at which it was first put.</summary>
    public Task RequeueAsync(OutboxMessage message, Duration delay, CancellationToken cancellationToken) =>
        queues.PutAsync(QueueNames.Outbox, message.ToJson(), delay, cancellationToken);

    private static TableWrite.Replace StateWrite(StoredParticipant person) =>
        new(Keys.State(person.Id), ParticipantRows.Write(person), person.Tag);

    private async Task<bool> SubmittedAsync(
        IReadOnlyList<TableWrite> writes,
        CancellationToken cancellationToken
    ) => await tables.SubmitAsync(Keys.Participants, writes, cancellationToken) is BatchOutcome.Committed;
}
