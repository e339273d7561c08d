using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies;

/// <summary>
/// The prompts seen last, with their views: a program asks the same few over and over, and a view follows from the
/// words alone, so that remembering one changes nothing but the time. Bounded, and shared by all threads without a
/// lock: a place is read and written whole.
/// </summary>
internal sealed class RecentPrompts
{
    private const int PlaceBits = 14;
    private const int Places = 1 << PlaceBits;

    /// <summary>No program's prompt is longer; what is, is not worth the memory.</summary>
    private const int LongestKept = 2_000;

    private readonly Kept?[] _places = new Kept?[Places];

    /// <summary>The view kept for the same words; null where there is none.</summary>
    public PromptView? Find(string prompt)
    {
        var kept = Volatile.Read(ref _places[PlaceOf(prompt)]);
        return kept is not null && string.Equals(kept.Prompt, prompt, StringComparison.Ordinal)
            ? kept.View
            : null;
    }

    public void Keep(string prompt, PromptView view)
    {
        if (prompt.Length <= LongestKept)
        {
            Volatile.Write(ref _places[PlaceOf(prompt)], new Kept(prompt, view));
        }
    }

    /// <summary>By the length and a few letters of the head, the middle and the tail: the words are compared after.</summary>
    private static int PlaceOf(ReadOnlySpan<char> prompt)
    {
        var bytes = MemoryMarshal.AsBytes(prompt);
        var hash = (ulong)prompt.Length * 0x9E3779B97F4A7C15UL;

        if (bytes.Length >= sizeof(ulong))
        {
            hash ^= MemoryMarshal.Read<ulong>(bytes) * 0xC2B2AE3D27D4EB4FUL;
            hash ^=
                MemoryMarshal.Read<ulong>(bytes[((bytes.Length - sizeof(ulong)) / 2)..])
                * 0x165667B19E3779F9UL;
            hash ^= MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]) * 0x27D4EB2F165667C5UL;
        }

        hash ^= hash >> 29;
        return (int)((hash * 0x9E3779B97F4A7C15UL) >> (64 - PlaceBits));
    }

    private sealed record Kept(string Prompt, PromptView View);
}
