using MiCheckin.Core.Fidelity;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// Turns a person's own clause to "you" (I to you, my to your, am to are), only where that is certain; else null, and a
/// plain wording is used.
/// </summary>
public static class Mirroring
{
    /// <summary>The longest clause that a text gives back.</summary>
    public const int Longest = 60;

    /// <summary>"I need to quit" turned round says "you need to quit", which we never say.</summary>
    private static bool SoundsLikeAnOrder(string theirs) => TextCoder.Inconsistent(theirs, "en").Count > 0;

    /// <summary>The clause turned to "you", lower case and without a full stop; null where it is not certain.</summary>
    public static string? Mirror(string words, string language)
    {
        ArgumentNullException.ThrowIfNull(words);
        return language is "en" && EnglishMirror.Mirror(words) is { } theirs && !SoundsLikeAnOrder(theirs)
            ? theirs
            : null;
    }
}
