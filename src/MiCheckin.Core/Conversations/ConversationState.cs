using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>Where one conversation stands. Only <see cref="Conversation.Decide"/> makes a new one.</summary>
public sealed record ConversationState
{
    public required Profile Profile { get; init; }
    public Consent Consent { get; init; } = new Consent.NotAsked();

    /// <summary>Rises with every opt-out and opt-in. A text may only be sent in the epoch it was planned in.</summary>
    public int ConsentEpoch { get; init; }

    /// <summary>Why nothing automatic is sent until a person has looked; null when nothing holds.</summary>
    public Hold? Hold { get; init; }

    /// <summary>Nothing automatic before this instant, by the person's or the coach's wish. <see cref="Instant.MaxValue"/> = until resumed.</summary>
    public Instant? PausedUntil { get; init; }

    public StageRecord? Stage { get; init; }

    /// <summary>Null unless a coach's override holds.</summary>
    public StageMove? Override { get; init; }

    /// <summary>Every ruler answer, oldest first.</summary>
    public IReadOnlyList<RulerAnswer> Rulers { get; init; } = [];

    /// <summary>Prompts that may still be answered, oldest first.</summary>
    public IReadOnlyList<OpenPrompt> OpenPrompts { get; init; } = [];

    /// <summary>The moments at which something is planned. The due index holds one row for each.</summary>
    public IReadOnlyList<DueSlot> Slots { get; init; } = [];

    /// <summary>The person's goal and first step, in their own words.</summary>
    public string? Goal { get; init; }
    public string? FirstStep { get; init; }

    public Instant? LastReplyAt { get; init; }

    /// <summary>True after several prompts without an answer. Silence is not evidence: the stage stays.</summary>
    public bool Stale { get; init; }

    /// <summary>The arm of a trial, fixed for life; null outside one.</summary>
    public string? Arm { get; init; }

    /// <summary>The draw of the enrolment event, from which all later choices derive.</summary>
    public double Draw { get; init; }

    /// <summary>The first consent: cadence, summaries and closing count from it.</summary>
    public Instant? Begun { get; init; }

    /// <summary>What replies said that may move the stage, oldest first.</summary>
    public IReadOnlyList<Signal> Signals { get; init; } = [];

    /// <summary>The last moves of the stage, oldest first, so that they can be undone. The ledger keeps all.</summary>
    public IReadOnlyList<StageMove> Moves { get; init; } = [];

    /// <summary>Nothing said until then moves the stage any more: a person has judged it.</summary>
    public Instant? JudgedUntil { get; init; }

    /// <summary>Steps up or down from the program's cadence, by the person's wish.</summary>
    public int CadenceWish { get; init; }

    /// <summary>Scheduled prompts of the last eight weeks.</summary>
    public IReadOnlyList<PromptUse> Prompted { get; init; } = [];

    /// <summary>Wordings used, oldest first: "reflect.sustain/3".</summary>
    public IReadOnlyList<string> Worded { get; init; } = [];

    /// <summary>When automated texts of the last week were planned.</summary>
    public IReadOnlyList<Instant> Planned { get; init; } = [];

    public IReadOnlyList<OwnWords> Quotes { get; init; } = [];

    /// <summary>Scheduled prompts in a row without any answer.</summary>
    public int Missed { get; init; }

    /// <summary>When the stage questions were last begun, and the last summary sent.</summary>
    public Instant? StageQuestionsAt { get; init; }
    public Instant? SummaryAt { get; init; }
    public bool GoalAsked { get; init; }

    /// <summary>A ruler whose next number has not been asked about yet.</summary>
    public StepUp? StepUp { get; init; }

    /// <summary>The stage question that comes next in a round that is not finished.</summary>
    public string? StageNext { get; init; }
    public bool Closed { get; init; }

    public LastReply? LastReply { get; init; }

    /// <summary>The answer to that text, where it waits a while in case the person goes on.</summary>
    public WaitingAnswer? Waiting { get; init; }

    /// <summary>How often the welcome was planned: it may fail to go out in its window.</summary>
    public int Welcomes { get; init; }

    public Instant? LastSafetyTextAt { get; init; }

    /// <summary>Which of the safety texts that was: crisis, medical or violence.</summary>
    public string LastSafetyText { get; init; } = "";

    /// <summary>The local date of the last check-in slot that came, so that a date is never used twice.</summary>
    public LocalDate? LastCheckInDate { get; init; }
}

/// <summary>Whether we may text this person at all.</summary>
public abstract record Consent
{
    private Consent() { }

    /// <summary>Enrolled; the welcome has not been planned yet.</summary>
    public sealed record NotAsked : Consent;

    /// <summary>The welcome asks for YES; nothing else is sent before it.</summary>
    public sealed record Asked(Instant At) : Consent;

    public sealed record Given(Instant At, string ReplyId) : Consent;

    /// <summary>Opted out. Nothing after the one confirmation, until START.</summary>
    public sealed record Stopped(Instant At, string How) : Consent;

    /// <summary>The number cannot be texted, or is somebody else's.</summary>
    public sealed record WrongNumber(Instant At) : Consent;
}

/// <summary>Why automated texts hold.</summary>
public sealed record Hold(HoldReason Reason, Instant Since, string ReplyId);

/// <summary>The reasons to hold.</summary>
public enum HoldReason
{
    Risk,
    UnclearStop,
    CoachTalking,
}

/// <summary>Which ruler was asked.</summary>
public enum RulerKind
{
    Importance,
    Confidence,
    Readiness,
}

/// <summary>A score whose "what would the next number take?" is owed, and when it was given.</summary>
public sealed record StepUp(decimal Score, Instant At);

/// <summary>One answer on a ruler, with its scale: scales never mix.</summary>
public sealed record RulerAnswer(
    RulerKind Kind,
    RulerScale Scale,
    RulerScore Score,
    Instant At,
    string ReplyId
);

/// <summary>A prompt that went out (or is on its way) and may still be answered.</summary>
public sealed record OpenPrompt
{
    /// <summary>The key of the text that asked, unique within the participant.</summary>
    public required string TextKey { get; init; }

    /// <summary>The prompt or cell of the program it came from.</summary>
    public required string PromptId { get; init; }
    public required string Words { get; init; }
    public required Expects Expects { get; init; }
    public RulerKind? Ruler { get; init; }
    public required Instant AskedAt { get; init; }
    public required Instant AnswerBy { get; init; }

    /// <summary>Automated answers that followed it: at most two.</summary>
    public int Answers { get; init; }
    public bool Reminded { get; init; }
    public bool Clarified { get; init; }

    /// <summary>It has been counted as one without an answer: each is counted once.</summary>
    public bool Missed { get; init; }

    /// <summary>The person has answered it; what follows is conversation.</summary>
    public bool Answered => AnsweredAt is not null;

    /// <summary>What the question is about, where the program's id does not say: the fact that permission was asked for.</summary>
    public string About { get; init; } = "";

    /// <summary>The score given, where it was a ruler.</summary>
    public decimal? Score { get; init; }

    /// <summary>When the person last answered it.</summary>
    public Instant? AnsweredAt { get; init; }
}

/// <summary>A planned moment. The key is unique within the participant; a check-in's holds its local date.</summary>
/// <param name="Local">The local time it was planned for, so that a new tzdb can re-plan it.</param>
/// <param name="TzdbVersion">The tzdb it was resolved with.</param>
public sealed record DueSlot(
    string Key,
    SlotKind Kind,
    Instant At,
    LocalDateTime Local,
    string Zone,
    string TzdbVersion,
    string? PromptId = null
);

/// <summary>What is planned for a slot.</summary>
public enum SlotKind
{
    CheckIn,
    Reminder,
    Resume,
    StageClock,
}
