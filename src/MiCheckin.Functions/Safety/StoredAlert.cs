using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Safety;

/// <summary>Where an alert is on its way from raised to resolved.</summary>
internal enum AlertState
{
    Raised,

    /// <summary>At least one person was told.</summary>
    Paged,

    /// <summary>A person has it in hand: nobody else is paged.</summary>
    Acknowledged,

    /// <summary>Done. Nothing follows it.</summary>
    Resolved,
}

/// <summary>One thing that a person wrote about an alert, for whoever takes it over.</summary>
internal sealed record AlertNote(Instant At, string By, string Words);

/// <summary>An alert as it is kept: ids only. Names and words stay in the participant's own partition.</summary>
internal sealed record StoredAlert
{
    public required ParticipantId Person { get; init; }
    public required CoachId Coach { get; init; }
    public required string Cohort { get; init; }
    public required Alert Alert { get; init; }

    /// <summary>When it was stored; the ladder counts from here, so that a text delivered late still climbs step by step.</summary>
    public required Instant RaisedAt { get; init; }
    public AlertState State { get; init; }

    /// <summary>Steps of the ladder taken.</summary>
    public int Pages { get; init; }

    /// <summary>Steps whose mail could not be handed over yet, tried again each minute.</summary>
    public IReadOnlyList<int> Unreached { get; init; } = [];

    /// <summary>Steps whose text to the coach's phone was tried: a text is not repeated while mail is out.</summary>
    public int TextedSteps { get; init; }

    /// <summary>Null where nobody is to be paged.</summary>
    public Instant? NextPageAt { get; init; }

    /// <summary>Until then one worker is paging; after it, another may.</summary>
    public Instant? LeaseUntil { get; init; }

    /// <summary>The person who is paged is told once when this waits only for the daily notice.</summary>
    public Instant? NoticedAt { get; init; }
    public string? AcknowledgedBy { get; init; }
    public Instant? AcknowledgedAt { get; init; }
    public string? ResolvedBy { get; init; }
    public Instant? ResolvedAt { get; init; }

    /// <summary>What people wrote about it, the oldest first; the last of a resolved alert says what was done.</summary>
    public IReadOnlyList<AlertNote> Notes { get; init; } = [];

    /// <summary>The tag of the row it was read from.</summary>
    public string Tag { get; init; } = "";

    public bool IsRisk => Alert.Reason == AlertReason.Risk;

    public bool WaitsForSomebody => State is AlertState.Raised or AlertState.Paged;
}
