using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Safety;

namespace MiCheckin.Functions.Storage;

/// <summary>
/// Keeps participants, each in a partition of its own: the state, every reply, every text, every alert, the ledger.
/// Sharing a partition is what lets one decision be stored in one batch, all of it or nothing.
/// </summary>
internal sealed partial class ParticipantStore(
    ITables tables,
    IQueues queues,
    ProgramShelf programs,
    PhoneBook phones,
    AlertBook alerts,
    IClock clock
)
{
    private readonly DueIndex due = new(tables);

    /// <summary>A new pseudonym: random, so that it says nothing about anybody.</summary>
    public static ParticipantId NewId() => new("p" + RandomNumberGenerator.GetHexString(16, lowercase: true));

    /// <summary>Null where nobody has this id, or has been erased.</summary>
    public async Task<StoredParticipant?> FindAsync(ParticipantId id, CancellationToken cancellationToken) =>
        await tables.FindAsync(Keys.Participants, Keys.State(id), cancellationToken) is { } row
            ? ParticipantRows.Read(row)
            : null;

    /// <summary>The program of this person, in the version of their enrolment. Kept in memory, so it costs nothing.</summary>
    public Task<Core.Programs.ProgramScript> ProgramOfAsync(
        StoredParticipant person,
        CancellationToken cancellationToken
    ) => programs.GetAsync(person.Profile, cancellationToken);

    public async Task<StoredText?> FindTextAsync(
        ParticipantId id,
        string textKey,
        CancellationToken cancellationToken
    ) =>
        await tables.FindAsync(Keys.Participants, Keys.Text(id, textKey), cancellationToken) is { } row
            ? TextRows.Read(row)
            : null;

    /// <summary>Every text received from one person, in no promised order.</summary>
    public async Task<IReadOnlyList<StoredReply>> InboxAsync(
        ParticipantId id,
        CancellationToken cancellationToken
    )
    {
        var replies = new List<StoredReply>();

        await foreach (var row in tables.QueryAsync(Keys.Participants, Keys.Replies(id), cancellationToken))
        {
            replies.Add(LedgerRows.ReadReply(row));
        }

        return [.. replies.OrderBy(r => r.At)];
    }

    /// <summary>Every text to one person with its life, the oldest plan first.</summary>
    public async Task<IReadOnlyList<StoredText>> OutboxAsync(
        ParticipantId id,
        CancellationToken cancellationToken
    )
    {
        var texts = new List<StoredText>();

        await foreach (var row in tables.QueryAsync(Keys.Participants, Keys.Texts(id), cancellationToken))
        {
            texts.Add(TextRows.Read(row));
        }

        return [.. texts.OrderBy(t => t.Plan.PlannedAt)];
    }

    /// <summary>The events of one person with <c>from &lt;= at &lt; to</c>, in the order in which they were decided.</summary>
    public Task<IReadOnlyList<LedgerEntry>> LogAsync(
        ParticipantId id,
        Instant from,
        Instant to,
        CancellationToken cancellationToken
    ) => ReadLogAsync(Keys.Logs(id, from, to), cancellationToken);

    /// <summary>The whole ledger: deciding its events again, one after the other, gives the state.</summary>
    public Task<IReadOnlyList<LedgerEntry>> LogAsync(ParticipantId id, CancellationToken cancellationToken) =>
        ReadLogAsync(Keys.AllLogs(id), cancellationToken);

    /// <summary>Everybody, by reading the whole table: for sweeps, exports and retention, not for requests.</summary>
    public async IAsyncEnumerable<StoredParticipant> EverybodyAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var row in tables.ScanAsync(Keys.Participants, cancellationToken))
        {
            if (
                row.Key == Keys.State(new ParticipantId(row.Key.Partition))
                && ParticipantRows.Read(row) is { } person
            )
            {
                yield return person;
            }
        }
    }

    private async Task<IReadOnlyList<LedgerEntry>> ReadLogAsync(
        RowRange range,
        CancellationToken cancellationToken
    )
    {
        var entries = new List<LedgerEntry>();

        await foreach (var row in tables.QueryAsync(Keys.Participants, range, cancellationToken))
        {
            entries.Add(LedgerRows.ReadEntry(row));
        }

        return [.. entries.OrderBy(e => e.Number)];
    }
}
