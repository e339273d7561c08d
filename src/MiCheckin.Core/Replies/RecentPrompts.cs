using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies;

/// <summary>
/// The prompts seen last, with their views: a program asks the same few over and over, and a view follows from the
/// words alone, so that remembering one changes nothing but the time. Bounded, and shared by all threads without a
/// lock: a place is read and written whole.
/// </summary>
internal sealed class RecentPrompts
{
    private const int PlaceBits = 16;
    private const int Places = 1 << PlaceBits;

    /// <summary>A prompt lies in one of so many places in a row: two that point to the same seldom drive each other out.</summary>
    private const int Row = 4;

    /// <summary>No program's prompt is longer; what is, is not worth the memory.</summary>
    private const int LongestKept = 2_000;

    private readonly Kept?[] _places = new Kept?[Places + Row - 1];

    /// <summary>The view kept for the same words; null where there is none.</summary>
    public PromptView? Find(string prompt)
    {
        foreach (ref var place in RowOf(prompt))
        {
            if (Volatile.Read(ref place) is not { } kept)
            {
                break;
            }

            if (string.Equals(kept.Prompt, prompt, StringComparison.Ordinal))
            {
                return kept.View;
            }
        }

        return null;
    }

    /// <summary>Keeps a view in the first free place of its row; in a full one, in the place of the last.</summary>
    public void Keep(string prompt, PromptView view)
    {
        if (prompt.Length > LongestKept)
        {
            return;
        }

        var row = RowOf(prompt);
        var at = 0;

        while (at < Row - 1 && Volatile.Read(ref row[at]) is not null)
        {
            at++;
        }

        Volatile.Write(ref row[at], new Kept(prompt, view));
    }

    private Span<Kept?> RowOf(string prompt) => _places.AsSpan(PlaceOf(prompt), Row);

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
