using System.Globalization;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Reads the time of day someone would like to be texted. A bare 1 to 6 is the afternoon and 9 to 12 the day; a bare
/// 7 or 8 may be morning or evening, so it stays unread and is asked about.
/// </summary>
internal static class ClockWords
{
    public static LocalTime? Read(Scratch scratch, Hit hit)
    {
        var tokens = scratch.Tokens;

        for (var i = hit.To - 1; i >= hit.From; i--)
        {
            if (scratch.Letters(tokens[i]) is "noon" or "mediodia")
            {
                return LocalTime.Noon;
            }

            if (tokens[i].Kind is TokenKind.Number or TokenKind.Clock || tokens[i].Value >= 1)
            {
                return At(scratch, i);
            }
        }

        return null;
    }

    private static LocalTime? At(Scratch scratch, int at)
    {
        var token = scratch.Tokens[at];
        var minute = token.Kind == TokenKind.Clock ? Minute(scratch.Letters(token)) : 0;

        if (
            token.Value is < 0 or > 24
            || token.Value != decimal.Truncate(token.Value)
            || minute is < 0 or > 59
        )
        {
            return null;
        }

        var hour = (int)token.Value % 24;
        return Half(scratch, at) switch
        {
            HalfOfDay.Morning when hour <= 12 => new LocalTime(hour % 12, minute),
            HalfOfDay.Evening when hour <= 12 => new LocalTime((hour % 12) + 12, minute),
            _ when hour is 7 or 8 => null,
            _ => new LocalTime(hour is >= 1 and <= 6 ? hour + 12 : hour, minute),
        };
    }

    private static int Minute(ReadOnlySpan<char> letters)
    {
        var minutes = letters[(letters.IndexOf(':') + 1)..];
        return minutes.Length == 2 && int.TryParse(minutes, CultureInfo.InvariantCulture, out var minute)
            ? minute
            : -1;
    }

    private static HalfOfDay Half(Scratch scratch, int at)
    {
        var tokens = scratch.Tokens;

        for (var i = at + 1; i < Math.Min(at + 5, tokens.Length - 1); i++)
        {
            switch (scratch.Letters(tokens[i]))
            {
                case "am"
                or "morning"
                or "manana"
                or "a" when i == at + 1 || scratch.Letters(tokens[i]).Length > 2:
                    return HalfOfDay.Morning;
                case "pm" or "p" or "evening" or "night" or "tonight" or "afternoon" or "noche" or "tarde":
                    return HalfOfDay.Evening;
            }
        }

        return HalfOfDay.Unsaid;
    }

    private enum HalfOfDay
    {
        Unsaid,
        Morning,
        Evening,
    }
}
