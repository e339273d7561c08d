using MiCheckin.Core.Fidelity;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// Turns a person's own clause to "you" (I to you, my to your, am to are; in Spanish mi to tu, me to te), only where that is
/// certain; else null, and a plain wording is used.
/// </summary>
public static class Mirroring
{
    /// <summary>The longest clause that a text gives back.</summary>
    public const int Longest = 60;

    private static readonly HashSet<string> Past = new(
        (
            "had did felt knew got went walked ran stopped started skipped took made threw tried used told bought ate drank "
            + "smoked slept saved lost gained kept left said decided stayed managed played joined climbed biked swam chose "
            + "found were dejaste caminaste fuiste empezaste comenzaste lograste pudiste hiciste saliste bajaste corriste "
            + "subiste bailaste tiraste fumaste usaste jugaste nadaste montaste probaste aguantaste redujiste cumpliste "
            + "terminaste decidiste sentiste propusiste animaste"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>A part that takes back, doubts or turns round what the others say.</summary>
    private static readonly string[] TurnsRound = (
        " but | not | no |n't |never| if | lol|jk|though|unless| pero | nunca| si |aunque|jaja"
    ).Split('|');

    /// <summary>
    /// "I need to quit" turned round says "you need to quit", which we never say. Judged behind other words, as it is said:
    /// "puedes caminar" by itself would advise.
    /// </summary>
    private static bool SoundsLikeAnOrder(string theirs, string language) =>
        TextCoder.Inconsistent(language is "es" ? $"así que {theirs}" : theirs, language).Count > 0;

    /// <summary>What was, and is no longer: "So for now, you tried" says neither.</summary>
    public static bool IsPast(string theirs)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        return theirs.Split(' ').Skip(1).Take(2).Any(Past.Contains)
            || theirs.StartsWith("you've ", StringComparison.Ordinal);
    }

    /// <summary>The clause turned to "you", lower case and without a full stop; null where it is not certain.</summary>
    public static string? Mirror(string words, string language)
    {
        ArgumentNullException.ThrowIfNull(words);
        var theirs = language switch
        {
            "en" => EnglishMirror.Mirror(words),
            "es" => SpanishMirror.Mirror(words),
            _ => null,
        };
        return theirs is null || SoundsLikeAnOrder(theirs, language) ? null : theirs;
    }

    /// <summary>The same for an answer in several texts: the longest part that can be turned, where no part turns it round.</summary>
    public static string? MirrorPart(string words, string language)
    {
        ArgumentNullException.ThrowIfNull(words);
        var parts = words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 && parts.Any(p => TurnsRound.Any($" {p} ".Replace('\u2019', '\'').Contains))
            ? null
            : parts
                .Where(p => !Plausible.BreaksOff(p))
                .Select(p => Mirror(p, language))
                .OfType<string>()
                .MaxBy(p => p.Length);
    }
}
