using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Retention;

/// <summary>Erases one person at an admin's order: everything personal, everywhere. Safe to repeat until it says that nothing is left.</summary>
internal sealed class Erasure(
    ITables tables,
    ParticipantStore people,
    CoachBook coaches,
    AckTokens tokens,
    Audit audit
)
{
    /// <summary>False where nobody has this id, or nobody any more.</summary>
    public async Task<bool> EraseAsync(
        ParticipantId person,
        string actor,
        CancellationToken cancellationToken
    )
    {
        // The trail first: an order that was begun must be seen to have been given, whatever happens next.
        await audit.WriteAsync(actor, AuditAct.Erased, person, cancellationToken);

        foreach (var coach in await coaches.CoachesAsync(cancellationToken))
        {
            await coaches.LeaveAsync(coach.Id, person, cancellationToken);
        }

        await tokens.ForgetAsync(person, cancellationToken);
        var erased = await people.EraseAsync(person, cancellationToken);
        await tables.ForgetRemovedAsync(cancellationToken);
        return erased;
    }
}
