using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Retention;
using MiCheckin.Functions.Storage;
using Keys = MiCheckin.Functions.Storage.Keys;

namespace MiCheckin.Cli.Ledger;

/// <summary>What replaying all ledgers showed.</summary>
internal sealed record LedgerReport(
    int Agree,
    int Expired,
    IReadOnlyList<(ParticipantId Person, string What)> Different
);

/// <summary>Decides every event of every ledger again, with the program it was decided with, and compares the outcome with the state (invariant I8).</summary>
internal sealed class LedgerReplay(ITables tables, ParticipantStore people, ProgramShelf programs)
{
    public async Task<LedgerReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var (agree, expired) = (0, 0);
        List<(ParticipantId, string)> different = [];

        await foreach (var person in people.EverybodyAsync(cancellationToken))
        {
            if (await AnyExpiredAsync(person.Id, cancellationToken))
            {
                expired++;
            }
            else if (await DifferenceAsync(person, cancellationToken) is { } what)
            {
                different.Add((person.Id, what));
            }
            else
            {
                agree++;
            }
        }

        return new LedgerReport(agree, expired, different);
    }

    /// <summary>What differs; null where ledger and state agree.</summary>
    private async Task<string?> DifferenceAsync(StoredParticipant person, CancellationToken cancellationToken)
    {
        var log = await people.LogAsync(person.Id, cancellationToken);

        if (log is not [{ Before: { } state }, ..])
        {
            return "beginning";
        }

        if (log.Count != person.Seq || log.Where((entry, at) => entry.Number != at + 1).Any())
        {
            return "number of events";
        }

        var program = await programs.GetAsync(person.Profile, cancellationToken);

        foreach (var entry in log)
        {
            state = Conversation.Decide(state, entry.Happened, program).State;

            // As it was stored, so that rounding in the stored form is no difference.
            state = ConversationJson.ReadState(ConversationJson.Write(state));
        }

        return string.Equals(
            ConversationJson.Write(state),
            ConversationJson.Write(person.State),
            StringComparison.Ordinal
        )
            ? null
            : "state";
    }

    private async Task<bool> AnyExpiredAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(Keys.Participants, Keys.AllLogs(id), cancellationToken))
        {
            if (row.Columns.Flag(WordRemover.Expired))
            {
                return true;
            }
        }

        return false;
    }
}
