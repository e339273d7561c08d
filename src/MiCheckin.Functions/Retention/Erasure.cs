using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Retention;

/// <summary>Erases one person at an admin's order: everything personal, everywhere. Safe to repeat until it says that nothing is left.</summary>
internal sealed class Erasure(
    ParticipantStore people,
    CoachBook coaches,
    AckTokens tokens,
    Audit audit,
    FolderMailer? mails = null
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

        var name = (await people.FindAsync(person, cancellationToken))?.Profile.Name.Reveal();
        await tokens.ForgetAsync(person, cancellationToken);
        var erased = await people.EraseAsync(person, cancellationToken);

        // Once more for the link of a page that was just being written; nobody can be paged about this person from here on.
        await tokens.ForgetAsync(person, cancellationToken);

        if (mails is not null)
        {
            await mails.ForgetAsync(mail => Mentions(mail, person, name), cancellationToken);
        }

        return erased;
    }

    /// <summary>A digest links to the record; a page to a coach has the name alone.</summary>
    private static bool Mentions(StoredMail mail, ParticipantId person, string? name) =>
        mail.Html.Contains(person.Value, StringComparison.Ordinal)
        || (name is { Length: > 0 } && HasWord(mail.Subject + "\n" + mail.Text, name));

    private static bool HasWord(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            var end = at + word.Length;
            if (
                (at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]))
            )
            {
                return true;
            }

            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }
}
