using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Reads how much a report counts: "3 days", "twice", "10k steps", "half a pack".</summary>
internal static class Amounts
{
    public static HowMuch Read(Scratch scratch)
    {
        var tokens = scratch.Tokens;
        var bare = default(HowMuch);

        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (Times(scratch.Letters(tokens[i])) is { } times)
            {
                return new HowMuch(times, "times");
            }

            if (Value(scratch, i) is not { } value || IsAgo(scratch, i) || tokens[i].Kind == TokenKind.Clock)
            {
                continue;
            }

            var (unit, factor) = UnitAfter(scratch, i);

            if (unit.Length > 0)
            {
                var half =
                    RulerNumbers.Letters(scratch, i + 2) is "and"
                    && RulerNumbers.Letters(scratch, i + 4) is "half"
                        ? 0.5m
                        : 0m;
                return new HowMuch((value * factor) + half, unit);
            }

            var isArticle = tokens[i].Kind == TokenKind.Word && tokens[i].Value < 0;
            bare = bare.Value is null && !isArticle ? new HowMuch(value * factor, Before(scratch, i)) : bare;
        }

        return bare.Value is null ? new HowMuch(null, "") : bare;
    }

    private static int? Times(ReadOnlySpan<char> word) =>
        word switch
        {
            "once" => 1,
            "twice" => 2,
            "thrice" => 3,
            _ => null,
        };

    /// <summary>A number, "a" and "half a" before a unit; "the one beer" too.</summary>
    private static decimal? Value(Scratch scratch, int at)
    {
        var token = scratch.Tokens[at];
        return token.Kind == TokenKind.Edge ? null
            : token.Kind == TokenKind.Number || token.Value >= 0 ? token.Value
            : scratch.Letters(token) switch
            {
                "half" => 0.5m,
                "a"
                or "an"
                or "un"
                or "una"
                    when RulerNumbers.Letters(scratch, at - 1) is not "half"
                        && UnitAfter(scratch, at).Unit.Length > 0 => 1m,
                _ => null,
            };
    }

    private static bool IsAgo(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at + 2) is "ago"
        || RulerNumbers.Letters(scratch, at - 1)
            is "hace"
                or "june"
                or "july"
                or "may"
                or "at"
                or "after"
                or "#";

    private static (string Unit, decimal Factor) UnitAfter(Scratch scratch, int at)
    {
        for (var i = at + 1; i <= at + 3 && i < scratch.Tokens.Length - 1; i++)
        {
            var letters = scratch.Letters(scratch.Tokens[i]);

            if (letters is "k" or "ok")
            {
                return ("steps", 1000);
            }

            if (Unit(letters) is { Length: > 0 } unit)
            {
                return (unit, 1);
            }

            if (
                letters
                is not (
                    "a"
                    or "of"
                    or "fewer"
                    or "more"
                    or "glasses"
                    or "whole"
                    or "full"
                    or "straight"
                    or "extra"
                )
            )
            {
                return ("", 1);
            }
        }

        return ("", 1);
    }

    /// <summary>"smoked 5" counts cigarettes, "day 4" days, "me fume uno" too.</summary>
    private static string Before(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at - 1) switch
        {
            "smoked" or "fume" => "cigarettes",
            "day" => "days",
            "drank" => "drinks",
            _ => RulerNumbers.Letters(scratch, at - 2) is "smoked" ? "cigarettes" : "",
        };

    private static string Unit(ReadOnlySpan<char> word) =>
        word switch
        {
            "day" or "days" or "dia" or "dias" => "days",
            "week" or "weeks" or "semana" or "semanas" => "weeks",
            "month" or "months" or "mes" or "meses" => "months",
            "year" or "years" or "ano" or "anos" => "years",
            "hour" or "hours" or "hora" or "horas" => "hours",
            "minute" or "minutes" or "min" or "minutos" => "minutes",
            "time" or "times" or "x" or "veces" or "vez" or "walks" => "times",
            "cigarette"
            or "cigarettes"
            or "smoke"
            or "smokes"
            or "cig"
            or "cigs"
            or "cigarro"
            or "cigarros" => "cigarettes",
            "pack" or "packs" => "packs",
            "drink"
            or "drinks"
            or "beer"
            or "beers"
            or "wine"
            or "cerveza"
            or "cervezas"
            or "shots"
            or "glass"
            or "glasses" => "drinks",
            "steps" or "pasos" => "steps",
            "mile" or "miles" or "mi" => "miles",
            "km" or "kms" => "km",
            "pound" or "pounds" => "pounds",
            _ => "",
        };
}
