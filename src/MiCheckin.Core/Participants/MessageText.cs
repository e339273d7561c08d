namespace MiCheckin.Core.Participants;

/// <summary>The words of one message. They are a person's, so printing this type shows only their length.</summary>
public readonly record struct MessageText
{
    private readonly string? _words;

    public MessageText(string words) => _words = words;

    public int Length => (_words ?? "").Length;

    /// <summary>The words themselves. Every use of this method is a place to review for privacy.</summary>
    public string Reveal() => _words ?? "";

    public override string ToString() => $"({Length} characters)";
}
