using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Texts;

namespace MiCheckin.Functions.Storage;

/// <summary>A participant as read, with the tag that proves that nobody changed the state since.</summary>
internal sealed record StoredParticipant
{
    public required ParticipantId Id { get; init; }
    public required PhoneNumber Phone { get; init; }
    public required ConversationState State { get; init; }

    /// <summary>Texts that are planned and that no worker has claimed.</summary>
    public IReadOnlyList<PendingText> Pending { get; init; } = [];

    /// <summary>The number of events in the ledger.</summary>
    public int Seq { get; init; }
    public MessageText? LastReply { get; init; }
    public required string Tag { get; init; }

    public Profile Profile => State.Profile;

    public PendingText? Find(string textKey) =>
        Pending.FirstOrDefault(text => string.Equals(text.Key, textKey, StringComparison.Ordinal));

    /// <summary>
    /// Whether the answer to the last text lies here still, so that it can be taken back. A claim changes the tag: a decision
    /// that rests on this is then decided again. Once the provider may have had it, it stays.
    /// </summary>
    public bool AnswerWaits =>
        Core.Conversations.Conversation.WaitingKey(State) is { } key && Find(key) is { Doubts: 0 };

    public StoredParticipant Without(string textKey) =>
        this with
        {
            Pending = [.. Pending.Where(t => !string.Equals(t.Key, textKey, StringComparison.Ordinal))],
        };
}

/// <summary>A text that waits to be claimed. It lies in the state row, so that a claim and a STOP cannot both win.</summary>
internal sealed record PendingText
{
    public required string Key { get; init; }
    public required TextKind Kind { get; init; }
    public required MessageText Body { get; init; }
    public IReadOnlyList<string> Parts { get; init; } = [];
    public required Instant PlannedAt { get; init; }
    public required Instant NotBefore { get; init; }
    public required Instant Deadline { get; init; }

    /// <summary>The consent epoch it was planned in: it is sent in no other.</summary>
    public required int Epoch { get; init; }

    /// <summary>How often the provider was called, and how often it then did not say what happened.</summary>
    public int Attempts { get; init; }
    public int Doubts { get; init; }
}

/// <summary>One text and its life so far: a row out|key.</summary>
internal sealed record StoredText
{
    public required PendingText Plan { get; init; }
    public required TextLife Life { get; init; }

    /// <summary>The provider's last word.</summary>
    public DeliveryStatus Word { get; init; }
    public string? Sid { get; init; }
    public int? Code { get; init; }

    /// <summary>Why it was not sent or what went wrong, in a sentence or a word; it never holds words of the text.</summary>
    public string? Error { get; init; }

    /// <summary>While a worker is calling: until when nobody else may decide what became of it.</summary>
    public Instant? LeaseUntil { get; init; }
    public Instant? CalledAt { get; init; }
    public Instant? AcceptedAt { get; init; }
    public Instant? SettledAt { get; init; }
    public string Tag { get; init; } = "";

    public string Key => Plan.Key;
}

/// <summary>A reply as received and read: a row in|MessageSid.</summary>
internal sealed record StoredReply
{
    public required string MessageSid { get; init; }
    public required Instant At { get; init; }
    public required MessageText Words { get; init; }
    public int Media { get; init; }
    public required Reading Reading { get; init; }

    /// <summary>The prompt it was read against, as it was worded; empty where nothing was asked.</summary>
    public string Prompt { get; init; } = "";
}

/// <summary>One event with what was worth remembering of it: a row log|instant|number.</summary>
/// <param name="Number">1 for the enrolment; the order in which events were decided, whatever their instants.</param>
/// <param name="Before">The state before the first event; null for later ones.</param>
internal sealed record LedgerEntry(
    int Number,
    ConversationEvent Happened,
    IReadOnlyList<Fact> Facts,
    ConversationState? Before
);

/// <summary>What a flow wants decided and stored in one batch.</summary>
internal sealed record Step(ConversationEvent Happened)
{
    /// <summary>The reply that brought the event; its MessageSid makes the step happen once.</summary>
    public StoredReply? Reply { get; init; }

    /// <summary>A text whose life changes in the same batch. With a tag the row must still have it; without, it was pending.</summary>
    public StoredText? Text { get; init; }

    /// <summary>The row of the due index that brought the event: index rows are then written after the commit, in one request.</summary>
    public DueRow? Due { get; init; }
}

/// <summary>How deciding and storing ended.</summary>
internal enum DecideOutcome
{
    Saved,

    /// <summary>This reply is stored already.</summary>
    Duplicate,

    /// <summary>Nobody has this id: not yet made, or erased.</summary>
    NotFound,

    /// <summary>Others changed the participant, or the text of the step, each time. Try later.</summary>
    Conflict,

    /// <summary>There is news of the text of the step since it was read.</summary>
    TextChanged,
}

/// <summary>An ending, and the decision if one was stored.</summary>
internal readonly record struct Decided(DecideOutcome Outcome, Decision? Decision = null);

/// <summary>How enrolling one person ended.</summary>
/// <param name="Created">False: the number belongs to <paramref name="Id"/> already, and nothing was changed.</param>
internal readonly record struct CreateOutcome(bool Created, ParticipantId Id);
