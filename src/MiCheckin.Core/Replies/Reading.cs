namespace MiCheckin.Core.Replies;

/// <summary>
/// What the reader made of one reply: every finding with the characters it rests on. Always relative to the prompt
/// that was asked (<see cref="Asked"/>). Order of weight: control, risk, not-an-answer, ruler, behaviour, talk.
/// </summary>
public sealed record Reading
{
    /// <summary>The request to the service itself, if the text is one.</summary>
    public ControlWord Control { get; init; }

    /// <summary>The number that comes with SNOOZE, in days; null without one.</summary>
    public int? SnoozeDays { get; init; }

    /// <summary>The day of the week until which days off were asked for, where one is named.</summary>
    public IsoDayOfWeek? SnoozeUntil { get; init; }

    /// <summary>The local time that comes with TIME.</summary>
    public LocalTime? PreferredTime { get; init; }

    public RiskKind Risk { get; init; }
    public Urgency Urgency { get; init; }
    public NotAnAnswer NotAnAnswer { get; init; }
    public RulerStatus RulerStatus { get; init; }

    /// <summary>Both ends of what was read on the ruler; equal unless the person gave a range. Null unless read.</summary>
    public RulerScore? Ruler { get; init; }

    public Talk Talk { get; init; }

    /// <summary>The DARN-CAT kind of the talk, or of its stronger side where it is mixed.</summary>
    public TalkKind Kind { get; init; }

    /// <summary>How sure the reader is of <see cref="Talk"/>, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>How strongly it is said, 0 to 1.</summary>
    public double Strength { get; init; }

    /// <summary>What the person says was done or not done, apart from talk.</summary>
    public IReadOnlyList<BehaviourReport> Behaviour { get; init; } = [];

    /// <summary>The answer to a multiple-choice prompt, as the index of the choice; null if none was read.</summary>
    public int? Choice { get; init; }

    /// <summary>True where the person asks us for information or advice ("what helps with cravings?").</summary>
    public bool AsksForInformation { get; init; }

    /// <summary>Yes or no to a closed prompt; null where it is neither.</summary>
    public bool? YesNo { get; init; }

    /// <summary>The characters each finding rests on.</summary>
    public IReadOnlyList<Span> Spans { get; init; } = [];

    /// <summary>Which rules and weights read this, so that a stored reading can be judged later.</summary>
    public string Version { get; init; } = "";

    /// <summary>A text that says nothing we act on.</summary>
    public static Reading Nothing { get; } = new();
}

/// <summary>What was asked, so that "no" or "7" can mean something.</summary>
public sealed record Asked
{
    /// <summary>The words of the prompt; empty when nothing was asked.</summary>
    public string Prompt { get; init; } = "";
    public Expects Expects { get; init; }
    public RulerScale Scale { get; init; }

    /// <summary>BCP 47 primary tag: en or es.</summary>
    public string Language { get; init; } = "en";

    internal bool IsSpanish => string.Equals(Language, "es", StringComparison.Ordinal);

    /// <summary>True for someone who has opted out: only then is YES a way back in.</summary>
    public bool OptedOut { get; init; }

    /// <summary>True for someone who asked for a rest until they say otherwise: only then does "ok, go on" mean the texts.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The words people pick from, for <see cref="Expects.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>True where the text carried pictures or files.</summary>
    public bool HasMedia { get; init; }

    public static Asked Nothing { get; } = new();
}

/// <summary>What kind of answer a prompt waits for.</summary>
public enum Expects
{
    /// <summary>Nothing was asked, or it is not known what.</summary>
    None,
    Open,
    Ruler,
    Choice,
    YesNo,
}

/// <summary>The ends of a ruler. Scales never mix within a program.</summary>
public enum RulerScale
{
    ZeroToTen,
    OneToTen,
}

/// <summary>A place on a ruler, or a range of places.</summary>
public readonly record struct RulerScore(decimal Low, decimal High);

/// <summary>Whether a number was read where a ruler was asked, or the person must be asked again.</summary>
public enum RulerStatus
{
    None,
    Read,
    Ask,
}

/// <summary>A word to the service, not to the conversation.</summary>
public enum ControlWord
{
    None,
    Stop,
    Start,
    Help,
    Pause,
    Resume,
    Snooze,
    Later,
    Less,
    More,
    Time,
    Coach,

    /// <summary>It may be an opt-out and it may not: hold what is automatic and ask a person.</summary>
    Ask,
}

/// <summary>What kind of danger a text may speak of.</summary>
public enum RiskKind
{
    None,
    Suicide,
    SelfHarm,
    HarmToOthers,
    ViolenceHome,
    Medical,
    ThirdParty,

    /// <summary>Something is wrong, and it is not clear what. Doubt escalates.</summary>
    Unclear,
}

/// <summary>How soon a person must look.</summary>
public enum Urgency
{
    None,

    /// <summary>Today.</summary>
    Concern,

    /// <summary>Now.</summary>
    Crisis,

    /// <summary>Now, and the person needs an emergency number first.</summary>
    Imminent,
}

/// <summary>Why a text is no answer to anything.</summary>
public enum NotAnAnswer
{
    None,
    Reaction,
    AutoReply,
    WrongNumber,
    Media,
}

/// <summary>Which way a reply leans with regard to the target behaviour.</summary>
public enum Talk
{
    Neutral,
    Change,
    Sustain,
    Mixed,
    Discord,

    /// <summary>Below the confidence threshold: answered like neutral, shown to the coach as unsure, moves no stage.</summary>
    Unsure,
}

/// <summary>DARN-CAT: the kinds of change talk, and of their sustain twins.</summary>
public enum TalkKind
{
    None,
    Desire,
    Ability,
    Reason,
    Need,
    Commitment,
    Activation,
    Steps,
}

/// <summary>A report of an act, apart from talk about it.</summary>
/// <param name="Kind">What is reported.</param>
/// <param name="Amount">How much, in <paramref name="Unit"/>; null where none is given.</param>
/// <param name="Unit">days, times, drinks, cigarettes, minutes, steps, pounds …; empty without an amount.</param>
/// <param name="When">today, yesterday, since:monday, days-ago:3, week, date:…, or none.</param>
/// <param name="Span">The characters it rests on.</param>
public sealed record BehaviourReport(
    BehaviourKind Kind,
    decimal? Amount,
    string Unit,
    string When,
    Span Span
);

/// <summary>What a report says about the target behaviour.</summary>
public enum BehaviourKind
{
    /// <summary>The wished-for act was done, or the unwished-for one left.</summary>
    Did,

    /// <summary>The wished-for act was not done.</summary>
    DidNot,

    /// <summary>A lapse after abstinence, or against the person's goal.</summary>
    Slip,

    /// <summary>An amount, without a leaning.</summary>
    Amount,

    /// <summary>An unbroken run of days, weeks or months.</summary>
    Streak,
}

/// <summary>Characters of the text as it came: UTF-16 start and length, and the finding that rests on them.</summary>
public readonly record struct Span(int Start, int Length, string Finding);
