using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Safety;

/// <summary>How a change to an alert ended.</summary>
internal enum AlertChange
{
    Done,

    /// <summary>Somebody had done it before.</summary>
    AlreadyDone,
    NotFound,
}

/// <summary>Keeps every alert from raised to resolved. Each step may be repeated; none is ever lost.</summary>
internal sealed class AlertBook(ITables tables, IClock clock)
{
    private const int MaxAttempts = 5;

    /// <summary>
    /// Stores the alert, before whatever it belongs to is stored. Idempotent by key, also after it was resolved: a text
    /// delivered twice does not open it again.
    /// </summary>
    public async Task RaiseAsync(Alert alert, Profile profile, CancellationToken cancellationToken)
    {
        if (await FindClosedAsync(alert, profile.Id, cancellationToken))
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        var stored = new StoredAlert
        {
            Person = profile.Id,
            Coach = profile.Coach,
            Cohort = profile.Cohort,
            Alert = alert,
            RaisedAt = now,
            NextPageAt = alert.Reason is AlertReason.Risk or AlertReason.AskedForCoach ? now : null,
        };

        // Already there is as good as written: the row that is there may have climbed meanwhile.
        await tables.SubmitAsync(
            PeopleKeys.AlertsTable,
            [new TableWrite.Insert(PeopleKeys.OpenAlert(profile.Id, alert.Key), AlertRows.Write(stored))],
            cancellationToken
        );
    }

    public async Task<StoredAlert?> FindOpenAsync(
        ParticipantId person,
        string alertKey,
        CancellationToken cancellationToken
    )
    {
        var key = PeopleKeys.OpenAlert(person, alertKey);
        var row = await tables.FindAsync(PeopleKeys.AlertsTable, key, cancellationToken);
        return row is null ? null : AlertRows.Read(row);
    }

    /// <summary>Everything nobody has resolved, of all people.</summary>
    public Task<IReadOnlyList<StoredAlert>> OpenAsync(CancellationToken cancellationToken) =>
        ListAsync(new RowRange(PeopleKeys.OpenAlerts), cancellationToken);

    public Task<IReadOnlyList<StoredAlert>> OpenOfAsync(
        ParticipantId person,
        CancellationToken cancellationToken
    ) =>
        ListAsync(RowRange.Prefix(PeopleKeys.OpenAlerts, PeopleKeys.AlertRow(person, "")), cancellationToken);

    /// <summary>Resolved alerts that were raised in the month of <paramref name="month"/>.</summary>
    public Task<IReadOnlyList<StoredAlert>> ClosedAsync(Instant month, CancellationToken cancellationToken) =>
        ListAsync(new RowRange(PeopleKeys.ClosedAlerts(month)), cancellationToken);

    /// <summary>A person has it in hand, and nobody else is paged. The first one is kept.</summary>
    public Task<AlertChange> AcknowledgeAsync(
        ParticipantId person,
        string alertKey,
        string by,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            person,
            alertKey,
            alert =>
                alert.WaitsForSomebody
                    ? alert with
                    {
                        State = AlertState.Acknowledged,
                        AcknowledgedBy = by,
                        AcknowledgedAt = clock.GetCurrentInstant(),
                        NextPageAt = null,
                        Unreached = [],
                    }
                    : null,
            cancellationToken
        );

    /// <summary>Writes <paramref name="change"/> of what stands there now; null changes nothing.</summary>
    public async Task<AlertChange> ChangeAsync(
        ParticipantId person,
        string alertKey,
        Func<StoredAlert, StoredAlert?> change,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (await FindOpenAsync(person, alertKey, cancellationToken) is not { } before)
            {
                return AlertChange.NotFound;
            }

            if (change(before) is not { } after)
            {
                return AlertChange.AlreadyDone;
            }

            if (await TryReplaceAsync(before, after, cancellationToken) is not null)
            {
                return AlertChange.Done;
            }
        }

        throw new TimeoutException($"The alert {alertKey} kept changing. Try again.");
    }

    /// <summary>The alert as stored, or null where somebody else changed it since it was read.</summary>
    public async Task<StoredAlert?> TryReplaceAsync(
        StoredAlert before,
        StoredAlert after,
        CancellationToken cancellationToken
    )
    {
        var key = PeopleKeys.OpenAlert(before.Person, before.Alert.Key);
        var write = new TableWrite.Replace(key, AlertRows.Write(after), before.Tag);
        return
            await tables.SubmitAsync(PeopleKeys.AlertsTable, [write], cancellationToken)
                is BatchOutcome.Committed { Tags: [var tag] }
            ? after with
            {
                Tag = tag,
            }
            : null;
    }

    /// <summary>Moves a resolved alert from the open ones to those of its month. A crash between the two writes is mended by the next run.</summary>
    public async Task FileAsync(StoredAlert resolved, CancellationToken cancellationToken)
    {
        var (person, key) = (resolved.Person, resolved.Alert.Key);
        var closed = PeopleKeys.ClosedAlert(resolved.RaisedAt, person, key);
        await tables.SubmitAsync(
            PeopleKeys.AlertsTable,
            [new TableWrite.Upsert(closed, AlertRows.Write(resolved))],
            cancellationToken
        );
        await tables.SubmitAsync(
            PeopleKeys.AlertsTable,
            [new TableWrite.Delete(PeopleKeys.OpenAlert(person, key))],
            cancellationToken
        );
    }

    private async Task<bool> FindClosedAsync(
        Alert alert,
        ParticipantId person,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetCurrentInstant();

        // A provider repeats a text within days, so the month it was raised in is this one or the last.
        foreach (
            var month in new[] { now, now - Duration.FromDays(27) }.DistinctBy(
                PeopleKeys.Month,
                StringComparer.Ordinal
            )
        )
        {
            var key = PeopleKeys.ClosedAlert(month, person, alert.Key);

            if (await tables.FindAsync(PeopleKeys.AlertsTable, key, cancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<IReadOnlyList<StoredAlert>> ListAsync(
        RowRange range,
        CancellationToken cancellationToken
    )
    {
        List<StoredAlert> alerts = [];

        await foreach (var row in tables.QueryAsync(PeopleKeys.AlertsTable, range, cancellationToken))
        {
            alerts.Add(AlertRows.Read(row));
        }

        return alerts;
    }
}
