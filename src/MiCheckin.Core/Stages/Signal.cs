using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Stages;

/// <summary>What one reply said that may move the stage, kept with what it rests on.</summary>
/// <param name="Words">The words it rests on, cut to sixty characters.</param>
public sealed record Signal(
    string ReplyId,
    Instant At,
    SignalClass Class,
    string Words,
    double Confidence,
    string Version
)
{
    /// <summary>The text key of the prompt answered, so that two check-ins can be told from two texts.</summary>
    public string PromptKey { get; init; } = "";
    public TalkKind Kind { get; init; }

    /// <summary>The lower end of a ruler answer.</summary>
    public decimal? Score { get; init; }

    /// <summary>True where the words name a time within thirty days.</summary>
    public bool Soon { get; init; }

    /// <summary>True where a slip is told as daily use again, or as giving up.</summary>
    public bool Daily { get; init; }

    /// <summary>True where a streak of at least a week, or of at least six months, is told.</summary>
    public int StreakDays { get; init; }
}

/// <summary>The classes of signals that the rules know.</summary>
public enum SignalClass
{
    Change,
    Sustain,
    Mixed,

    /// <summary>The wished-for act was done, or an unbroken run told.</summary>
    Did,

    /// <summary>A slip, or the wished-for act left undone.</summary>
    Slip,

    /// <summary>"I gave up."</summary>
    GaveUp,
    Importance,
    Confidence,
    Readiness,

    /// <summary>The stage questions (URI short form), each with its answer.</summary>
    NowYes,
    NowNo,
    SoonYes,
    SoonNo,
    MonthYes,
    MonthNo,
    AttemptYes,
    AttemptNo,
}
