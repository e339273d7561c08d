using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>The outcome of one event: the state to store, what to do once it is stored, and what is worth remembering.</summary>
public sealed record Decision(
    ConversationState State,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<Fact> Facts
);

/// <summary>Something for the shell to do. An effect is only data: nothing has happened yet.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Plan one text. It is sent at most once, in the consent epoch it was planned in.</summary>
    public sealed record SendText(PlannedText Text) : Effect;

    /// <summary>Take back a planned text that no worker has claimed: the person went on, and one answer is given to the whole.</summary>
    public sealed record WithdrawText(string TextKey) : Effect;

    /// <summary>Tell a person. Risk alerts are delivered at least once, until acknowledged.</summary>
    public sealed record RaiseAlert(Alert Alert) : Effect;
}

/// <summary>One text to send.</summary>
public sealed record PlannedText
{
    /// <summary>Unique within the participant and derived from the event, so that deciding twice plans once.</summary>
    public required string Key { get; init; }
    public required TextKind Kind { get; init; }
    public required string Body { get; init; }

    /// <summary>Not before this instant.</summary>
    public required Instant NotBefore { get; init; }

    /// <summary>After this instant it is worth nothing and expires unsent.</summary>
    public required Instant Deadline { get; init; }

    /// <summary>The cells and variants it was put together from: "reflect.sustain/3".</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}

/// <summary>What a text is for; decides what may hold it back.</summary>
public enum TextKind
{
    /// <summary>Asks for consent. Inside the window only.</summary>
    Welcome,

    /// <summary>A scheduled prompt or its reminder. Inside the window, never while held, paused or stopped.</summary>
    Prompt,
    Reminder,

    /// <summary>Answers a text the person has just sent, so it may follow at once; never while stopped.</summary>
    Answer,

    /// <summary>The one confirmation of a STOP; the only text that is sent after it.</summary>
    StopConfirmation,

    /// <summary>HELP and other words to the service: answered at once.</summary>
    Service,

    /// <summary>The fixed safety text. Even in quiet hours, even while held; never to someone who has opted out.</summary>
    Safety,

    /// <summary>Written by a coach.</summary>
    Coach,
}

/// <summary>Why a person must look, and at what.</summary>
public sealed record Alert
{
    /// <summary>Unique within the participant and derived from the event.</summary>
    public required string Key { get; init; }
    public required AlertReason Reason { get; init; }
    public RiskKind Risk { get; init; }
    public Urgency Urgency { get; init; }
    public string ReplyId { get; init; } = "";
    public required Instant At { get; init; }
}

/// <summary>The reasons to tell a coach. Only <see cref="Risk"/> pages at once and climbs the ladder; the rest wait on the console and in the digest.</summary>
public enum AlertReason
{
    Risk,
    UnclearStop,
    AskedForCoach,
    Discord,
    AskedForHelp,
    Unreachable,
    WrongNumber,
    WentQuiet,
    OutcomeUnknown,
}

/// <summary>Something worth remembering in the ledger, for the digest and for people who ask why.</summary>
public abstract record Fact
{
    private Fact() { }

    public sealed record ConsentChanged(string To) : Fact;

    /// <summary>The arm of a randomised trial, and how likely it was.</summary>
    public sealed record ArmAllocated(string Arm, decimal Probability) : Fact;

    public sealed record StageMoved(StageMove Move) : Fact;

    public sealed record RulerRead(RulerAnswer Answer) : Fact;

    public sealed record BehaviourReported(BehaviourReport Report) : Fact;

    public sealed record TalkHeard(Talk Talk, TalkKind Kind, double Confidence, string PromptId) : Fact;

    /// <summary>A move was taken back, by a coach or because the answer it rested on went on and said otherwise; where it was the first placement, no stage is left.</summary>
    public sealed record MoveTakenBack(StageMove Move) : Fact;

    public sealed record Relapsed(string ReplyId) : Fact;

    public sealed record GoalSet(string Goal) : Fact;

    public sealed record FirstStepSet(string Step) : Fact;

    public sealed record HoldChanged(Hold? Hold) : Fact;

    public sealed record CadenceChanged(string How) : Fact;

    public sealed record WentStale(int Missed) : Fact;

    /// <summary>A slot passed without a text, and the rule that says why.</summary>
    public sealed record SlotSkipped(string SlotKey, string Why) : Fact;
}
