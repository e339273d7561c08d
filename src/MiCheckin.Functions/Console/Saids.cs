using MiCheckin.Functions.Console.Markup;

namespace MiCheckin.Functions.Console;

/// <summary>What was just done: named in the address after a form, so that no one can put words into our mouth.</summary>
internal enum Said
{
    None,
    ReplySent,
    ClockMoved,
    FaultSet,
    Acknowledged,
    Resolved,
    Noted,
    StageOverridden,
    OverrideLifted,
    MoveUndone,
    TextPlanned,
    Paused,
    Resumed,
    OptedOut,
    ProfileChanged,
    Erased,
    CoachSaved,
    CohortSaved,
    DigestSent,
    DigestSentBefore,
    DigestNotSent,
    NothingToDo,
    NotWritten,
}

/// <summary>The sentence for each.</summary>
internal static class Saids
{
    public static Html? Banner(HttpContext http) =>
        Enum.TryParse<Said>(http.Request.Query["said"], out var said) && Sentence(said) is { } sentence
            ? Html.Of($"""<p class="said" role="status">{sentence}</p>""")
            : null;

    private static string? Sentence(Said said) =>
        said switch
        {
            Said.ReplySent => "The reply is on its way.",
            Said.ClockMoved => "The clock was moved, and everything due was done on the way.",
            Said.FaultSet => "The phone now behaves as you chose.",
            Said.Acknowledged => "Acknowledged. Nobody else is paged for it.",
            Said.Noted => "The note was added. The alert stays open.",
            Said.Resolved => "Resolved. Automatic texts may go on.",
            Said.StageOverridden => "The stage is what you set, until you lift it.",
            Said.OverrideLifted => "The rules move the stage again.",
            Said.MoveUndone => "The last move was taken back.",
            Said.TextPlanned => "Your text is on its way. Automatic texts hold while you talk.",
            Said.Paused => "Automatic texts are paused.",
            Said.Resumed => "Automatic texts go on.",
            Said.OptedOut => "No more texts go to this person, unless they text START.",
            Said.ProfileChanged => "The change is stored, and the next check-in is planned anew.",
            Said.Erased => "Everything personal was erased.",
            Said.CoachSaved => "The coach is stored.",
            Said.CohortSaved => "The cohort is stored.",
            Said.DigestSent => "The digest was handed to the mail server.",
            Said.DigestSentBefore => "This week's digest was sent before. A coach gets one a week.",
            Said.DigestNotSent =>
                "The digest was not sent: the mail server did not take it, or another worker is at it. It is tried again within the hour.",
            Said.NothingToDo => "There was nothing to do.",
            Said.NotWritten => "Nothing was sent: please write something first.",
            _ => null,
        };
}
