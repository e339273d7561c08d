using System.Security.Cryptography;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Coaches;

/// <summary>What a person did that others may ask about later.</summary>
internal enum AuditAct
{
    ReadWords,
    Enrolled,
    OverrodeStage,
    LiftedOverride,
    UndidMove,
    ClearedHold,
    TextedPerson,
    PausedTexts,
    ResumedTexts,
    OptedOutForPerson,
    ChangedProfile,
    AcknowledgedAlert,
    ResolvedAlert,
    Exported,
    Erased,
    WordsExpired,
    PublishedProgram,
}

/// <summary>One line of the trail. It holds ids only.</summary>
internal sealed record AuditEntry(Instant At, string Actor, AuditAct Act, ParticipantId? Person);

/// <summary>Who read whose words, and who enrolled, overrode or erased: written before the act is answered, never changed.</summary>
internal sealed class Audit(ITables tables, IClock clock)
{
    /// <summary>The actor is a coach's id or an admin's sign-in name; "service" for what nobody asked for by hand.</summary>
    public async Task WriteAsync(
        string actor,
        AuditAct act,
        ParticipantId? person,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetCurrentInstant();
        var key = PeopleKeys.Audit(now, RandomNumberGenerator.GetHexString(12, lowercase: true));
        var columns = new Columns
        {
            ["actor"] = actor,
            ["act"] = act.ToString(),
            ["participant"] = person?.Value,
            ["at"] = now.ToDateTimeOffset(),
        };
        await tables.SubmitAsync(
            PeopleKeys.AuditTable,
            [new TableWrite.Insert(key, columns)],
            cancellationToken
        );
    }

    /// <summary>The trail of one month, oldest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> OfMonthAsync(
        Instant month,
        CancellationToken cancellationToken
    )
    {
        var range = new RowRange(PeopleKeys.Month(month));
        List<AuditEntry> trail = [];

        await foreach (var row in tables.QueryAsync(PeopleKeys.AuditTable, range, cancellationToken))
        {
            trail.Add(
                new AuditEntry(
                    row.Columns.Instant("at") ?? Instant.MinValue,
                    row.Columns.Text("actor") ?? "",
                    Enum.Parse<AuditAct>(row.Columns.Text("act") ?? ""),
                    row.Columns.Text("participant") is { } person ? new ParticipantId(person) : null
                )
            );
        }

        return trail;
    }
}
