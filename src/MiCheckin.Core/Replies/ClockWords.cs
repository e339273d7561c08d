using System.Globalization;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Reads the time of day someone would like to be texted. A bare 1 to 6 is the afternoon and 9 to 12 the day; a bare
/// 7 or 8 may be morning or evening, so it stays unread and is asked about.
/// </summary>
internal static class ClockWords
{
    private const int HalfHour = 30;
    private const int Quarter = 15;

    /// <summary>"Text me again at 8 tonight" asks for later today, not for another hour from now on.</summary>
    public static bool IsToday(Scratch scratch)
    {
        var isToday = false;

        for (var i = 1; i < scratch.Tokens.Length - 1; i++)
        {
            switch (scratch.Letters(scratch.Tokens[i]))
            {
                case "now" when RulerNumbers.Letters(scratch, i - 1) is "from":
                case "instead"
                or "always"
                or "every"
                or "better"
                or "move"
                or "change"
                or "switch"
                or "shift"
                or "time"
                or "daily"
                or "each"
                or "mejor"
                or "cada"
                or "siempre"
                or "cambie"
                or "cambien"
                or "cambieme":
                    return false;
                case "tonight" or "today" or "again":
                    isToday = true;
                    break;
            }
        }

        return isToday;
    }

    public static LocalTime? Read(Scratch scratch, Hit hit)
    {
        var tokens = scratch.Tokens;

        for (var i = hit.To - 1; i >= hit.From; i--)
        {
            if (IsHour(scratch, i))
            {
                return At(scratch, i);
            }
        }

        for (var i = Math.Max(hit.To, 1); i < tokens.Length - 1; i++)
        {
            if (IsHour(scratch, i) && IsClocked(scratch, i))
            {
                return At(scratch, i);
            }
        }

        return null;
    }

    private static bool IsHour(Scratch scratch, int at) =>
        IsNoon(scratch.Letters(scratch.Tokens[at]))
        || scratch.Tokens[at].Kind is TokenKind.Number or TokenKind.Clock
        || scratch.Tokens[at] is { Kind: TokenKind.Word, Value: >= 1 };

    private static bool IsNoon(ReadOnlySpan<char> word) =>
        word is "noon" or "midday" or "mediodia" or "lunchtime";

    /// <summary>Behind the request itself only what is plainly a time counts: "at 6", "4:30", "half nine".</summary>
    private static bool IsClocked(Scratch scratch, int at) =>
        scratch.Tokens[at].Kind == TokenKind.Clock
        || IsNoon(scratch.Letters(scratch.Tokens[at]))
        || Half(scratch, at) != HalfOfDay.Unsaid
        || RulerNumbers.Letters(scratch, at - 1)
            is "at"
                or "around"
                or "round"
                or "about"
                or "after"
                or "past"
                or "half"
                or "las"
                or "it"
                or "to";

    private static LocalTime? At(Scratch scratch, int at)
    {
        var token = scratch.Tokens[at];

        if (IsNoon(scratch.Letters(token)))
        {
            return LocalTime.Noon;
        }

        var minute = token.Kind == TokenKind.Clock ? Minute(scratch.Letters(token)) : Said(scratch, at);

        if (
            token.Value is < 0 or > 24
            || token.Value != decimal.Truncate(token.Value)
            || minute is < -HalfHour or > 59
        )
        {
            return null;
        }

        var hour = (int)token.Value % 24;
        var half = Half(scratch, at);
        int? read = half switch
        {
            HalfOfDay.Morning when hour <= 12 => hour % 12,
            HalfOfDay.Evening when hour <= 12 => (hour % 12) + 12,
            _ when hour is 7 or 8 => null,
            _ => hour is >= 1 and <= 6 ? hour + 12 : hour,
        };
        return read is { } h ? new LocalTime(h, 0).PlusMinutes(minute) : null;
    }

    /// <summary>Minutes in words: "half past six", "half six", "quarter to nine", "six thirty", "las seis y media".</summary>
    private static int Said(Scratch scratch, int at)
    {
        var before = RulerNumbers.Letters(scratch, at - 1);
        var two = RulerNumbers.Letters(scratch, at - 2);
        var after = RulerNumbers.Letters(scratch, at + 2);
        var next = scratch.Tokens[Math.Min(at + 1, scratch.Tokens.Length - 1)];
        return before is "half" || before is "past" && two is "half" ? HalfHour
            : before is "past" or "after" && two is "quarter" ? Quarter
            : before is "to" && two is "quarter" ? -Quarter
            : RulerNumbers.Letters(scratch, at + 1) is "y"
                ? after is "media" ? HalfHour
                    : after is "cuarto" ? Quarter
                    : 0
            : next is { Kind: TokenKind.Word, Value: 15 or 30 or 40 or 45 } ? (int)next.Value
            : 0;
    }

    private static int Minute(ReadOnlySpan<char> letters)
    {
        var minutes = letters[(letters.IndexOf(':') + 1)..];
        return minutes.Length == 2 && int.TryParse(minutes, CultureInfo.InvariantCulture, out var minute)
            ? minute
            : 60;
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
