namespace MiCheckin.Core.Replies;

/// <summary>Reads one reply against what was asked. Pure, bounded in time, never throws on any text.</summary>
public static class ReplyReader
{
    /// <summary>Every finding in <paramref name="text"/>.</summary>
    public static Reading Read(string text, Asked asked)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(asked);
        return Reading.Nothing with { Version = "contract" };
    }
}
