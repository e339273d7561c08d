using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Digests;

/// <summary>What a digest is written from, for one person.</summary>
public sealed record PersonWeek
{
    public required ConversationState State { get; init; }

    /// <summary>The ledger's facts of this week and the one before, oldest first; the week before is only compared with.</summary>
    public IReadOnlyList<DatedFact> Facts { get; init; } = [];

    /// <summary>What the person texted this week, oldest first.</summary>
    public IReadOnlyList<HeardReply> Replies { get; init; } = [];

    /// <summary>Alerts about the person that nobody has resolved.</summary>
    public IReadOnlyList<OpenAlert> Alerts { get; init; } = [];
}

/// <summary>A fact and when it entered the ledger.</summary>
public sealed record DatedFact(Instant At, Fact Fact);

/// <summary>A reply, with what was made of it.</summary>
public sealed record HeardReply(string ReplyId, Instant At, MessageText Words, Reading Reading);

/// <summary>An alert that is not resolved, and who has it in hand, if anybody.</summary>
public sealed record OpenAlert(Alert Alert, string? AcknowledgedBy);
