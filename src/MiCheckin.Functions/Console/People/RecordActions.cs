using System.Security.Cryptography;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Schedules;
using MiCheckin.Core.Stages;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Retention;
using MiCheckin.Functions.Storage;
using NodaTime.Text;

namespace MiCheckin.Functions.Console.People;

/// <summary>Turns a form of the record into something that a coach did, stores it, and keeps who did it.</summary>
internal static class RecordActions
{
    /// <summary>Two segments in the phones' alphabet.</summary>
    public const int LongestText = 306;
    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static void MapRecordActions(this IEndpointRouteBuilder routes) =>
        routes.MapPost(PeoplePage.Path + "/{id}", ActAsync);

    private static async Task<IResult> ActAsync(
        HttpContext http,
        string id,
        CaseLoad caseLoad,
        RecordWrites writes,
        CancellationToken cancellationToken
    )
    {
        if (await caseLoad.FindAsync(http.User(), id, cancellationToken) is not { } person)
        {
            return Problems.NotFound.AsPage(http);
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);

        if (form["act"] == "erase")
        {
            return await EraseAsync(http, person, form["name"].ToString(), writes, cancellationToken);
        }

        if (Parse(form, person) is not { } act)
        {
            return Unclear.AsPage(http);
        }

        var happened = new ConversationEvent.CoachActed(
            writes.Clock.GetCurrentInstant(),
            http.User().Coach ?? new CoachId("admin"),
            act.Action
        );
        await writes.Audit.WriteAsync(http.User().Actor, act.Audit, person.Id, cancellationToken);
        var decided = await writes.People.DecideAsync(person.Id, happened, cancellationToken);
        return decided.Outcome is DecideOutcome.Saved
            ? Shell.Done(RecordPage.PathOf(person), act.Said)
            : Busy.AsPage(http);
    }

    private static async Task<IResult> EraseAsync(
        HttpContext http,
        StoredParticipant person,
        string typed,
        RecordWrites writes,
        CancellationToken cancellationToken
    )
    {
        if (!http.User().IsAdmin)
        {
            return Problems.AdminsOnly.AsPage(http);
        }

        if (
            !string.Equals(
                typed.Trim(),
                person.Profile.Name.Reveal().Trim(),
                StringComparison.OrdinalIgnoreCase
            )
        )
        {
            return OtherName.AsPage(http);
        }

        await writes.Erasure.EraseAsync(person.Id, http.User().Actor, cancellationToken);
        return Shell.Done(PeoplePage.Path, Said.Erased);
    }

    /// <summary>Null for a form that says nothing we know, or says it badly.</summary>
    private static Act? Parse(IFormCollection form, StoredParticipant person) =>
        form["act"].ToString() switch
        {
            "clear" when Note(form) is { } note => new(
                new CoachAction.ClearHold(note),
                AuditAct.ClearedHold,
                Said.Resolved
            ),
            "text" when Body(form) is { } body => new(
                new CoachAction.Text(body) { FormId = FormId(form) },
                AuditAct.TextedPerson,
                Said.TextPlanned
            ),
            "pause" when Day(form["until"].ToString()) is (true, var until) => new(
                new CoachAction.Pause(until),
                AuditAct.PausedTexts,
                Said.Paused
            ),
            "resume" => new(new CoachAction.Resume(), AuditAct.ResumedTexts, Said.Resumed),
            "stage"
                when Enum.TryParse<Stage>(form["stage"], out var stage)
                    && Enum.IsDefined(stage)
                    && Note(form) is { } note => new(
                new CoachAction.OverrideStage(stage, note),
                AuditAct.OverrodeStage,
                Said.StageOverridden
            ),
            "lift" => new(new CoachAction.LiftOverride(), AuditAct.LiftedOverride, Said.OverrideLifted),
            "undo" when Note(form) is { } note => new(
                new CoachAction.UndoMove(note),
                AuditAct.UndidMove,
                Said.MoveUndone
            ),
            "opt-out" => new(new CoachAction.OptOut(), AuditAct.OptedOutForPerson, Said.OptedOut),
            "profile" when Changed(form, person.Profile) is { } profile => new(
                new CoachAction.ChangeProfile(profile),
                AuditAct.ChangedProfile,
                Said.ProfileChanged
            ),
            _ => null,
        };

    private static Profile? Changed(IFormCollection form, Profile profile) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(form["zone"].ToString().Trim()) is { } zone
        && TimeOfDay.Parse(form["from"].ToString()) is { Success: true, Value: var from }
        && TimeOfDay.Parse(form["to"].ToString()) is { Success: true, Value: var to }
        && TimeOfDay.Parse(form["best"].ToString()) is { Success: true, Value: var best }
        && from < to
            ? profile with
            {
                Zone = zone.Id,
                Window = new SendWindow(from, to),
                PreferredTime = best,
            }
            : null;

    private static string? Note(IFormCollection form) =>
        form["note"].ToString().Trim() is { Length: > 0 and <= 500 } note ? note : null;

    private static string? Body(IFormCollection form) =>
        form["body"].ToString().ReplaceLineEndings("\n").Trim() is { Length: > 0 and <= LongestText } body
            ? body
            : null;

    /// <summary>Drawn anew for each form shown, so that a form sent twice texts once.</summary>
    public static string NewFormId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    private static string FormId(IFormCollection form) =>
        form["form"].ToString() is { Length: 16 } id && id.All(char.IsAsciiHexDigitLower) ? id : "";

    private static (bool Good, LocalDate? Day) Day(string text) =>
        text is "" ? (true, null)
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? (true, day)
        : (false, null);

    private static Problem Unclear { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "That could not be done",
            "Something in the form is missing or not understood: an unknown zone, a window that ends before it begins, an empty text or note. Nothing was changed.",
            "Go back, correct it, and send it again."
        );

    private static Problem OtherName { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "The name does not match",
            "What you typed is not this person's name, so nothing was erased.",
            "Go back and type the name as it stands at the top of the record."
        );

    private static Problem Busy { get; } =
        new(
            StatusCodes.Status409Conflict,
            "Somebody else was faster",
            "The record kept changing while this was being stored. Nothing was changed by you.",
            "Go back, reload the record, and try again."
        );

    /// <summary>What a form asks for, and under which name it is kept and confirmed.</summary>
    private sealed record Act(CoachAction Action, AuditAct Audit, Said Said);
}

/// <summary>What acts on a record are written with.</summary>
internal sealed record RecordWrites(ParticipantStore People, Erasure Erasure, Audit Audit, IClock Clock);
