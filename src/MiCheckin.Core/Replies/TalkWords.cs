namespace MiCheckin.Core.Replies;

/// <summary>What a phrase says about talk.</summary>
internal enum Cue
{
    Placeholder,
}

/// <summary>What a phrase says about an act.</summary>
internal enum Act
{
    Placeholder,
}

/// <summary>What a phrase says about a prompt.</summary>
internal enum PromptMark
{
    Placeholder,
}
