namespace MiCheckin.Core.Stages;

/// <summary>The stages of change (Prochaska and DiClemente). Relapse is an event, not a stage.</summary>
public enum Stage
{
    Precontemplation,
    Contemplation,
    Preparation,
    Action,
    Maintenance,
}

/// <summary>Where a person stands, since when, and why: the last move that brought them here.</summary>
public sealed record StageRecord(Stage Stage, Instant Since, StageMove Why);

/// <summary>One move between stages with what it rests on. Moves are never deleted; an undo is a move of its own.</summary>
/// <param name="From">Null for the first placement.</param>
/// <param name="Rule">The number of the rule in docs/stages.md, such as "5.3"; "coach" for an override.</param>
public sealed record StageMove(
    Stage? From,
    Stage To,
    Instant At,
    string Rule,
    IReadOnlyList<Evidence> Evidence
)
{
    /// <summary>Since when the person had stood in <see cref="From"/>, and when its six months were to end: what taking back restores.</summary>
    public Instant? FromSince { get; init; }
    public Instant? FromClock { get; init; }
}

/// <summary>One thing a move rests on: which reply, which words of it, what they were read as, by which reader.</summary>
public sealed record Evidence(
    string ReplyId,
    Instant At,
    string Words,
    string ReadAs,
    double Confidence,
    string Version
);
