using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>A prompt that was asked, and when: none is asked again within eight weeks.</summary>
public sealed record PromptUse(string PromptId, Instant At);

/// <summary>What a quote of the person is worth remembering for.</summary>
public enum OwnWordsKind
{
    Change,
    Success,
}

/// <summary>A clause of the person's own, turned to "you" where that is certain, to be given back later.</summary>
public sealed record OwnWords(string ReplyId, Instant At, OwnWordsKind Kind, string Clause);

/// <summary>The last text of the person, so that an answer split over several texts is read as one.</summary>
/// <param name="PromptKey">The text key of the prompt it was taken to answer; empty if none.</param>
/// <param name="Words">Its words, joined with those of the fragments before it.</param>
/// <param name="Answered">Whether an automated answer followed it.</param>
/// <param name="AskedBack">Whether that answer asked something.</param>
/// <param name="HadRisk">Whether it raised a risk alert, so that what follows does not raise it again by being joined.</param>
/// <param name="AnswerAt">When that answer goes out: nobody replies to what has not come.</param>
/// <param name="AnsweredAs">The class it was answered as, such as "sustain".</param>
public sealed record LastReply(
    string ReplyId,
    Instant At,
    string PromptKey,
    string Words,
    bool Answered,
    bool AskedBack,
    bool HadRisk = false,
    Instant? AnswerAt = null,
    string AnsweredAs = ""
);

/// <summary>An answer that is planned for a moment later, with what it changed, so that it can be taken back if the person goes on.</summary>
public sealed record WaitingAnswer
{
    public required string TextKey { get; init; }
    public required Instant NotBefore { get; init; }

    /// <summary>The texts that it answers, in the order in which they came.</summary>
    public IReadOnlyList<string> ReplyIds { get; init; } = [];

    /// <summary>The prompt as it was before; null where the answer began a thread of its own.</summary>
    public OpenPrompt? Prompt { get; init; }

    /// <summary>The wordings it used up.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>When the texts moved the stage, and where it stood before; null where they did not.</summary>
    public Instant? MovedAt { get; init; }
    public StageRecord? StageBefore { get; init; }
    public DueSlot? ClockBefore { get; init; }
}

/// <summary>How a person's own wish changes the cadence: each LESS is a step down, each MORE a step up.</summary>
public static class Wishes
{
    public const int Least = -2;
    public const int Most = 2;
}
