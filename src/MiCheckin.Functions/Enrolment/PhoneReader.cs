using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Enrolment;

/// <summary>Reads a phone number as people write it, where it can mean only one thing.</summary>
internal static class PhoneReader
{
    private const string UseE164 = "Write it with + and the country code, such as +1 206 555 0123.";

    /// <summary>The number, or why it is none and what to write instead.</summary>
    public static (PhoneNumber? Number, string Reason, string Fix) Read(
        string text,
        string country,
        bool simulated
    )
    {
        if (text.Length == 0)
        {
            return (null, "The number is missing.", UseE164);
        }

        if (text.Contains('E', StringComparison.OrdinalIgnoreCase) && text.Any(char.IsAsciiDigit))
        {
            return (
                null,
                "The spreadsheet turned the number into a power of ten.",
                "Format the column as text and type the number again."
            );
        }

        if (!PhoneNumber.TryParse(E164Of(text, country), out var number))
        {
            return (null, "This is not a phone number that can be texted.", UseE164);
        }

        return number.FaultForParticipant(simulated) switch
        {
            NumberFault.None => (number, "", ""),
            NumberFault.TollFree => (null, "This is a toll-free number, which no person carries.", UseE164),
            NumberFault.PremiumRate => (null, "This is a premium-rate number.", UseE164),
            NumberFault.Fictional => (
                null,
                "Numbers from 555-0100 to 555-0199 are made up: a text would reach nobody.",
                "Write the person's own number."
            ),
            var other => throw new InvalidOperationException($"A number cannot be {other}."),
        };
    }

    /// <summary>What may be shown of a number that is none: how long it is, and its last two digits.</summary>
    public static string Masked(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).ToArray();
        return digits.Length < 4
            ? $"({text.Length} characters)"
            : $"…{digits[^2]}{digits[^1]} ({digits.Length} digits)";
    }

    /// <summary>
    /// Ten digits are a North American number only for somebody in the US or Canada. Other countries' national forms
    /// differ too much to guess, so they must be written out.
    /// </summary>
    private static string E164Of(string text, string country)
    {
        var plain = string.Concat(text.Where(c => !IsDecoration(c)));
        return plain switch
        {
            ['+', ..] => plain,
            ['0', '0', >= '1' and <= '9', ..] => $"+{plain[2..]}",
            { Length: 10 } when IsNorthAmerican(country) => $"+1{plain}",
            ['1', ..] when plain.Length == 11 && IsNorthAmerican(country) => $"+{plain}",
            _ => plain,
        };
    }

    private static bool IsNorthAmerican(string country) => country is "US" or "CA";

    /// <summary>Also the invisible marks that come along when a number is copied from a contact card.</summary>
    private static bool IsDecoration(char c) =>
        char.IsWhiteSpace(c)
        || c is '(' or ')' or '-' or '.' or '/' or '\u2010' or '\u2011' or '\u2012' or '\u2013'
        || c
            is >= '\u200B'
                and <= '\u200F'
                or >= '\u202A'
                and <= '\u202E'
                or >= '\u2066'
                and <= '\u2069'
                or '\uFEFF';
}
