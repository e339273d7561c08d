using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>A reply as it is taken: which prompt it answers, and what it says once fragments are joined.</summary>
internal sealed record Heard
{
    public required string ReplyId { get; init; }

    /// <summary>Null where nothing was asked that it could answer.</summary>
    public OpenPrompt? Prompt { get; init; }
    public required Reading Reading { get; init; }

    /// <summary>The words, joined with the fragments before them.</summary>
    public required string Words { get; init; }

    /// <summary>The words that this text is answered for: its own where what it goes on with was answered, else all.</summary>
    public string ToAnswer => IsLatePart ? Words.Split('\n')[^1] : Words;
    public bool IsLatePart { get; init; }

    /// <summary>What the parts before it were taken to say, and acts they told of, where their answer was taken back.</summary>
    public Talk TalkBefore { get; init; } = Talk.Neutral;
    public IReadOnlyList<BehaviourReport> Told { get; init; } = [];

    /// <summary>True where it only goes on with an answer that has been answered already.</summary>
    public bool GoesOn { get; init; }

    /// <summary>True where it gives the time that we asked for.</summary>
    public bool IsTime { get; init; }

    /// <summary>True where two open prompts could be meant and nothing tells which.</summary>
    public bool Unclear { get; init; }
}
