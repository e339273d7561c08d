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
public sealed record LastReply(
    string ReplyId,
    Instant At,
    string PromptKey,
    string Words,
    bool Answered,
    bool AskedBack,
    bool HadRisk = false
);

/// <summary>How a person's own wish changes the cadence: each LESS is a step down, each MORE a step up.</summary>
public static class Wishes
{
    public const int Least = -2;
    public const int Most = 2;
}
