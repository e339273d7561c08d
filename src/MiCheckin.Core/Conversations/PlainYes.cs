using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>A bare yes or no. Consent and closed questions hang on these few words, so they never hang on a reader's judgement alone.</summary>
internal static class PlainYes
{
    private static readonly string[] Yes =
        "yes|y|yeah|yep|yup|yes please|yes!|ok yes|si|sí|si por favor|sí por favor|claro".Split('|');
    private static readonly string[] No = "no|n|nope|nah|no thanks|no thank you|no gracias".Split('|');

    /// <summary>YES alone brings back who has left. "ok thanks" and "I am going to do it" say something else.</summary>
    public static bool IsBareYes(string words) =>
        words.Trim().Trim('.', '!', ' ').ToLowerInvariant() is "yes" or "yes please" or "si" or "sí";

    /// <summary>"ok thanks" to the welcome takes note of it and agrees to nothing.</summary>
    public static bool OnlyThanks(string words) =>
        words.Contains("thank", StringComparison.OrdinalIgnoreCase)
        && !words.TrimStart().StartsWith("yes", StringComparison.OrdinalIgnoreCase);

    /// <summary>The reading with yes or no filled in where the whole text is one of these words.</summary>
    public static Reading Fill(Reading reading, string words)
    {
        if (reading.YesNo is not null)
        {
            return reading;
        }

        var plain = words
            .Trim()
            .Trim('.', '!', ',', ' ')
            .ToLowerInvariant()
            .Replace(",", "", StringComparison.Ordinal);
        return plain switch
        {
            _ when Yes.Contains(plain, StringComparer.Ordinal) => reading with { YesNo = true },
            _ when No.Contains(plain, StringComparer.Ordinal) => reading with { YesNo = false },
            _ => reading,
        };
    }
}
