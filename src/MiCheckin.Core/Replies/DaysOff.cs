using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>How long someone wants to be left in peace: so many days, or until a day of the week.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DaysOff(int? Days, IsoDayOfWeek? Until)
{
    private const int Week = 7;
    private const int Longest = 365;

    /// <summary>How far before its number a "for" may stand, and how far before its day an "until".</summary>
    private const int Reach = 4;

    /// <summary>So soon after a stop word a time makes it a pause.</summary>
    private const int Near = 4;

    public bool IsSaid => Days is not null || Until is not null;

    /// <summary>What a request for days off names, or the text behind it.</summary>
    public static DaysOff Said(Scratch scratch, Hit hit)
    {
        for (var i = Math.Max(hit.From, 1); i < scratch.Tokens.Length - 1; i++)
        {
            var found = At(scratch, i);

            if (found.IsSaid && (i < hit.To + Near || IsAhead(scratch, i)))
            {
                return found;
            }
        }

        var bare = Bare(scratch, hit);
        return bare.IsSaid ? bare : Ahead(scratch, 1);
    }

    /// <summary>"SNOOZE 7".</summary>
    private static DaysOff Bare(Scratch scratch, Hit hit)
    {
        foreach (var token in scratch.Tokens[hit.From..Math.Min(hit.To, scratch.Tokens.Length)])
        {
            if (token.Kind != TokenKind.Edge && token.Value is >= 1 and <= Longest)
            {
                return new DaysOff((int)token.Value, null);
            }
        }

        return default;
    }

    /// <summary>The first stretch of days to come that is named from <paramref name="from"/> on.</summary>
    public static DaysOff Ahead(Scratch scratch, int from)
    {
        for (var i = from; i < scratch.Tokens.Length - 1; i++)
        {
            if (At(scratch, i) is { IsSaid: true } found && IsAhead(scratch, i))
            {
                return found;
            }
        }

        return default;
    }

    /// <summary>"stop texting me for two weeks", "no me escriban 5 dias": days in the same breath as the stop.</summary>
    public static DaysOff RightAfter(Scratch scratch, int at)
    {
        for (var i = at; i < Math.Min(at + Near, scratch.Tokens.Length - 1); i++)
        {
            if (scratch.Tokens[i].AfterBreak || scratch.Tokens[i].AfterComma)
            {
                return default;
            }

            if (
                At(scratch, i) is { IsSaid: true } found
                && (IsAhead(scratch, i) || i == at && found.Days is not null)
            )
            {
                return found;
            }
        }

        return default;
    }

    /// <summary>A number of days, or a day of the week, that begins here.</summary>
    private static DaysOff At(Scratch scratch, int at)
    {
        if (DayOf(scratch.Letters(scratch.Tokens[at])) is { } day)
        {
            return new DaysOff(null, day);
        }

        var unit = at + 1;

        while (RulerNumbers.Letters(scratch, unit) is "more" or "full" or "whole" or "of" or "de")
        {
            unit++;
        }

        var days = UnitOf(RulerNumbers.Letters(scratch, unit)) * Count(scratch, at);
        return days is >= 1 and <= Longest ? new DaysOff(days, null)
            : IsNextWeek(scratch, at) ? new DaysOff(null, IsoDayOfWeek.Monday)
            : default;
    }

    private static bool IsNextWeek(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "week" && RulerNumbers.Letters(scratch, at - 1) is "next";

    /// <summary>It lies ahead: "for", "in", "next", "until" before it; "the last" or "been" do not.</summary>
    private static bool IsAhead(Scratch scratch, int at)
    {
        var isDay = DayOf(scratch.Letters(scratch.Tokens[at])) is not null || IsNextWeek(scratch, at);

        for (var i = at - 1; i >= 1 && at - i <= Reach && !scratch.Tokens[i + 1].AfterBreak; i--)
        {
            switch (scratch.Letters(scratch.Tokens[i]))
            {
                case "last" or "past" or "been" or "since" or "ago":
                    return false;
                case "until" or "till" or "til" or "hasta" or "before":
                case "for" or "in" or "next" or "another" or "por" or "en" or "dentro" or "after" when !isDay:
                    return true;
            }
        }

        return false;
    }

    private static int Count(Scratch scratch, int at)
    {
        var token = scratch.Tokens[at];
        return token.Kind != TokenKind.Edge && token.Value is >= 1 and <= Longest
            ? (int)token.Value
            : scratch.Letters(token) switch
            {
                "a" or "an" or "un" or "una" or "the" or "la" => 1,
                "couple" or "par" => 2,
                "few" or "unos" or "algunos" => 3,
                _ => 0,
            };
    }

    private static int UnitOf(ReadOnlySpan<char> unit) =>
        unit switch
        {
            "day" or "days" or "night" or "nights" or "dia" or "dias" or "noche" or "noches" => 1,
            "week" or "weeks" or "semana" or "semanas" or "semanita" => Week,
            "fortnight" => 2 * Week,
            "quincena" => 15,
            "month" or "months" or "mes" or "meses" => 30,
            _ => 0,
        };

    private static IsoDayOfWeek? DayOf(ReadOnlySpan<char> word) =>
        word switch
        {
            "monday" or "mon" or "lunes" => IsoDayOfWeek.Monday,
            "tuesday" or "tues" or "martes" => IsoDayOfWeek.Tuesday,
            "wednesday" or "wed" or "miercoles" => IsoDayOfWeek.Wednesday,
            "thursday" or "thurs" or "jueves" => IsoDayOfWeek.Thursday,
            "friday" or "fri" or "viernes" => IsoDayOfWeek.Friday,
            "saturday" or "sat" or "sabado" => IsoDayOfWeek.Saturday,
            "sunday" or "domingo" => IsoDayOfWeek.Sunday,
            _ => null,
        };
}
