using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Safety;

/// <summary>What people do with alerts: acknowledge on the console or by link, and resolve. Every act is audited.</summary>
internal sealed class AlertDesk(
    AlertBook book,
    AckTokens tokens,
    ParticipantStore people,
    Audit audit,
    IClock clock
)
{
    /// <summary>Of 1,000 characters each, which JSON may double: one column of table storage holds 32,768.</summary>
    private const int MostNotes = 15;

    public async Task<AlertChange> AcknowledgeAsync(
        ParticipantId person,
        string alertKey,
        string by,
        CancellationToken cancellationToken
    )
    {
        var change = await book.AcknowledgeAsync(person, alertKey, by, cancellationToken);

        if (change == AlertChange.Done)
        {
            await audit.WriteAsync(by, AuditAct.AcknowledgedAlert, person, cancellationToken);
        }

        return change;
    }

    /// <summary>Writes down what was done so far; the alert stays as it is. Not done where it is full or resolved.</summary>
    public Task<AlertChange> NoteAsync(
        ParticipantId person,
        string alertKey,
        string by,
        string words,
        CancellationToken cancellationToken
    ) =>
        book.ChangeAsync(
            person,
            alertKey,
            a =>
                a.State == AlertState.Resolved || a.Notes.Count >= MostNotes
                    ? null
                    : a with
                    {
                        Notes = [.. a.Notes, new AlertNote(clock.GetCurrentInstant(), by, words)],
                    },
            cancellationToken
        );

    /// <summary>By a link of a mail. The link is spent last: a crash before leaves one that works.</summary>
    public async Task<AckLink> AcknowledgeByLinkAsync(string token, CancellationToken cancellationToken)
    {
        var link = await tokens.FindAsync(token, cancellationToken);

        if (link is AckLink.Good good)
        {
            await AcknowledgeAsync(good.Person, good.AlertKey, good.Contact, cancellationToken);
            await tokens.SpendAsync(token, cancellationToken);
        }

        return link;
    }

    /// <summary>
    /// Ends the alert with a note. Where it held the automated texts and no other such alert is open, they may go on:
    /// that is stored first, so that a crash leaves an open alert and never a person who is held and forgotten.
    /// </summary>
    public async Task<AlertChange> ResolveAsync(
        ParticipantId person,
        string alertKey,
        CoachId by,
        string note,
        CancellationToken cancellationToken
    )
    {
        var open = await book.OpenOfAsync(person, cancellationToken);

        if (open.FirstOrDefault(a => Is(a, alertKey)) is not { } alert)
        {
            return AlertChange.NotFound;
        }

        var now = clock.GetCurrentInstant();

        if (Holds(alert) && !open.Any(a => Holds(a) && !Is(a, alertKey) && a.State != AlertState.Resolved))
        {
            await ClearHoldAsync(person, new(now, by, new CoachAction.ClearHold(note)), cancellationToken);
        }

        var change = await book.ChangeAsync(
            person,
            alertKey,
            a => a.State == AlertState.Resolved ? null : Resolved(a, by, note, now),
            cancellationToken
        );

        if (change == AlertChange.Done)
        {
            await audit.WriteAsync(by.Value, AuditAct.ResolvedAlert, person, cancellationToken);
        }

        if (
            await book.FindOpenAsync(person, alertKey, cancellationToken) is
            { State: AlertState.Resolved } done
        )
        {
            await book.FileAsync(done, cancellationToken);
        }

        return change;
    }

    private async Task ClearHoldAsync(
        ParticipantId person,
        ConversationEvent.CoachActed cleared,
        CancellationToken cancellationToken
    )
    {
        if ((await people.DecideAsync(person, cleared, cancellationToken)).Outcome == DecideOutcome.Conflict)
        {
            throw new TimeoutException($"Participant {person} kept changing. Try again.");
        }
    }

    private static StoredAlert Resolved(StoredAlert alert, CoachId by, string note, Instant now) =>
        alert with
        {
            State = AlertState.Resolved,
            ResolvedBy = by.Value,
            ResolvedAt = now,
            Notes = [.. alert.Notes, new AlertNote(now, by.Value, note)],
            NextPageAt = null,
            LeaseUntil = null,
        };

    private static bool Is(StoredAlert alert, string key) =>
        string.Equals(alert.Alert.Key, key, StringComparison.Ordinal);

    private static bool Holds(StoredAlert alert) =>
        alert.Alert.Reason is AlertReason.Risk or AlertReason.UnclearStop;
}
