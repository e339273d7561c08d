using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Reads when a reported act was: today, yesterday, since:monday, days-ago:3, week, date:friday, none.</summary>
internal static class Whens
{
    public static bool HasSince(Scratch scratch)
    {
        foreach (var token in scratch.Tokens)
        {
            if (scratch.Letters(token) is "since" or "desde")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last time that is said; a report with two dates is of the later one.</summary>
    public static string Read(Scratch scratch, Hit hit)
    {
        var tokens = scratch.Tokens;
        var when = "none";
        var isNear = false;

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (At(scratch, i) is { } found && (!isNear || i >= hit.From))
            {
                when = found;
                isNear |= i >= hit.From && i <= hit.To + 1;
            }
        }

        return when;
    }

    private static string? At(Scratch scratch, int at)
    {
        var before = RulerNumbers.Letters(scratch, at - 1);
        var word = scratch.Letters(scratch.Tokens[at]);

        switch (word)
        {
            case "today" or "tonight" or "hoy" or "far":
            case "morning" or "afternoon" or "evening" when before is "this":
                return "today";
            case "yesterday" or "ayer" or "anoche":
            case "night" when before is "last":
                return "yesterday";
            case "week" or "semana" when before is "this" or "all" or "esta" or "the" or "last":
                return "week";
            case "ago" when RulerNumbers.Letters(scratch, at - 1) is "days" or "day":
                return DaysAgo(scratch, at - 2);
            default:
                return Day(scratch, at, word);
        }
    }

    private static string? DaysAgo(Scratch scratch, int at) =>
        at > 0 && scratch.Tokens[at].Value is >= 0 and <= 366 and var days
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"days-ago:{(int)days}")
            : null;

    private static string? Day(Scratch scratch, int at, ReadOnlySpan<char> word)
    {
        var before = RulerNumbers.Letters(scratch, at - 1);
        var two = RulerNumbers.Letters(scratch, at - 2);

        if (
            IsMonth(word)
            && at + 1 < scratch.Tokens.Length
            && scratch.Tokens[at + 1].Kind == TokenKind.Number
        )
        {
            return $"date:{word} {scratch.Letters(scratch.Tokens[at + 1])}";
        }

        if (!IsDay(word))
        {
            return word is "years" && before is "new" ? "date:new years" : null;
        }

        var isSince = before is "since" or "desde" || two is "since" or "desde";
        return isSince ? $"since:{English(word)}"
            : before is "last" ? $"date:last {word}"
            : $"date:{word}";
    }

    /// <summary>A day since which something holds is named in English, whatever it was written in.</summary>
    private static string English(ReadOnlySpan<char> day) =>
        day switch
        {
            "lunes" => "monday",
            "martes" => "tuesday",
            "miercoles" => "wednesday",
            "jueves" => "thursday",
            "viernes" => "friday",
            "sabado" => "saturday",
            "domingo" => "sunday",
            _ => day.ToString(),
        };

    private static bool IsDay(ReadOnlySpan<char> word) =>
        word
            is "monday"
                or "tuesday"
                or "wednesday"
                or "thursday"
                or "friday"
                or "saturday"
                or "sunday"
                or "lunes"
                or "martes"
                or "miercoles"
                or "jueves"
                or "viernes"
                or "sabado"
                or "domingo";

    private static bool IsMonth(ReadOnlySpan<char> word) =>
        word
            is "january"
                or "february"
                or "march"
                or "april"
                or "may"
                or "june"
                or "july"
                or "august"
                or "september"
                or "october"
                or "november"
                or "december";
}
