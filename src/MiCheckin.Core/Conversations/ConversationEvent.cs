using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>Something that happened to one participant's conversation. The instant always comes with it.</summary>
public abstract record ConversationEvent(Instant At)
{
    /// <summary>A program admin enrolled the person: the first event of every conversation.</summary>
    /// <param name="Draw">A random number in [0, 1) drawn once at enrolment: arms and variants are chosen by it, so that chance is an argument.</param>
    public sealed record Enrolled(Instant At, double Draw) : ConversationEvent(At);

    /// <summary>A planned moment has come: a check-in, a reminder, a resume. Stale slots change nothing.</summary>
    public sealed record SlotDue(Instant At, string SlotKey) : ConversationEvent(At);

    /// <summary>The person texted.</summary>
    /// <param name="ReplyId">The provider's MessageSid: one event per id, for ever.</param>
    /// <param name="ProviderAnswered">True where the provider has already answered a STOP, START or HELP itself.</param>
    /// <param name="AnswerWaits">True where the answer to the text before is planned and no worker has claimed it: it can be taken back.</param>
    public sealed record Replied(
        Instant At,
        string ReplyId,
        MessageText Words,
        Reading Reading,
        bool ProviderAnswered = false,
        bool AnswerWaits = false
    ) : ConversationEvent(At);

    /// <summary>The provider says that this number has opted out (error 21610, or OptOutType=STOP on a callback).</summary>
    public sealed record OptedOutAtProvider(Instant At) : ConversationEvent(At);

    /// <summary>The provider says that this number cannot be texted.</summary>
    public sealed record Unreachable(Instant At, string Code) : ConversationEvent(At);

    /// <summary>What became of a text, where the conversation must know: suppressed, expired, failed or unknown.</summary>
    public sealed record TextNotSent(Instant At, string TextKey, string Reason) : ConversationEvent(At);

    /// <summary>A coach or admin did something on the console.</summary>
    public sealed record CoachActed(Instant At, CoachId Coach, CoachAction Action) : ConversationEvent(At);
}

/// <summary>What a coach can do to a conversation.</summary>
public abstract record CoachAction
{
    private CoachAction() { }

    /// <summary>A person looked at a risk or an unclear stop, and automated texts may go on.</summary>
    public sealed record ClearHold(string Note) : CoachAction;

    /// <summary>The coach knows better: this stage holds until the coach lifts it.</summary>
    public sealed record OverrideStage(Stage Stage, string Note) : CoachAction;

    /// <summary>Rules move the stage again.</summary>
    public sealed record LiftOverride : CoachAction;

    /// <summary>Takes back the last move.</summary>
    public sealed record UndoMove(string Note) : CoachAction;

    /// <summary>The coach texts the person; automated sends hold while they talk.</summary>
    public sealed record Text(string Body) : CoachAction
    {
        /// <summary>The form that was sent: the same form twice is one text. Empty where there was none.</summary>
        public string FormId { get; init; } = "";
    }

    /// <summary>Automated texts pause until the day, or until resumed.</summary>
    public sealed record Pause(LocalDate? Until) : CoachAction;

    public sealed record Resume : CoachAction;

    /// <summary>The person asked a coach, by voice or mail, to get no more texts.</summary>
    public sealed record OptOut : CoachAction;

    /// <summary>A changed zone, window, time, language or name.</summary>
    public sealed record ChangeProfile(Profile Profile) : CoachAction;
}
