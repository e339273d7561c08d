namespace MiCheckin.Core.Participants;

/// <summary>What a participant wants to be called. It is personal, so printing this type shows only its length.</summary>
public readonly record struct PersonName
{
    private readonly string? _name;

    public PersonName(string name) => _name = name;

    /// <summary>The name itself. Every use of this method is a place to review for privacy.</summary>
    public string Reveal() => _name ?? "";

    public override string ToString() => $"({(_name ?? "").Length} characters)";
}
