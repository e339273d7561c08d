namespace MiCheckin.Core.Conversations;

/// <summary>Comparing keys and ids: ordinal, always.</summary>
internal static class Keys
{
    public static bool Is(this string? one, string? other) =>
        string.Equals(one, other, StringComparison.Ordinal);
}
