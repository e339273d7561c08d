using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Tells a measure of the very thing that a ruler asked about ("5 hours" to how important sleep is): the question was
/// taken for another, so it is asked again.
/// </summary>
internal static class RulerMeasures
{
    private static readonly string[] Rest = ["sleep", "bed", "dorm", "sueno", "sueño"];
    private static readonly string[] Moving =
    [
        "walk",
        "activ",
        "exercis",
        "move",
        "moving",
        "run",
        "gym",
        "camin",
        "ejercicio",
        "mover",
    ];
    private static readonly string[] Weighing = ["weight", "weigh", "pounds", "kilos", "peso"];

    private static readonly string[] Drinking = ["drink", "alcohol", "beer", "wine", "tomar", "beber"];
    private static readonly string[] Smoking = ["smok", "cig", "vap", "fumar", "cigar"];
    private static readonly string[] Pouring = ["water", "agua", "soda", "coffee", "refresco"];
    private static readonly string[] Counting = ["times", "veces", "twice"];
    private static readonly string[] Eating = ["meal", "comida"];
    private static readonly string[] Fewer =
    [
        "less",
        "fewer",
        "cut",
        "limit",
        "keep to",
        "turn down",
        "menos",
        "reduc",
    ];
    private static readonly string[] Taking = ["pill", "tablet", "med", "pastilla"];

    /// <summary>Whether the unit at <paramref name="at"/> measures what <paramref name="prompt"/> asks about.</summary>
    public static bool Fit(Scratch scratch, int at, string prompt) =>
        scratch.Letters(scratch.Tokens[at]) switch
        {
            "hour" or "hours" or "hr" or "hrs" or "h" or "horas" => IsIn(prompt, Rest),
            "min" or "mins" or "minute" or "minutes" or "minutos" => IsIn(prompt, Moving),
            "mile" or "miles" or "mi" or "km" or "steps" or "pasos" or "blocks" => IsIn(prompt, Moving),
            "lb" or "lbs" or "pound" or "pounds" or "kg" or "kilos" => IsIn(prompt, Weighing),
            "drink" or "drinks" or "beer" or "beers" or "shots" or "cervezas" => IsBare(scratch, at)
                && IsIn(prompt, Drinking),
            "cigarette" or "cigarettes" or "smokes" or "packs" or "pack" or "cigarros" => IsBare(scratch, at)
                && IsIn(prompt, Smoking),
            "pill" or "pills" or "pastillas" => IsBare(scratch, at) && IsIn(prompt, Taking),
            "glass" or "glasses" or "cup" or "cups" or "bottle" or "bottles" => IsIn(prompt, Pouring),
            "times" or "time" or "veces" => IsIn(prompt, Counting),
            "meal" or "meals" or "comidas" => IsIn(prompt, Eating),
            "star" or "stars" => true,
            _ => false,
        };

    /// <summary>Whether <paramref name="prompt"/> asks about having fewer of what people count.</summary>
    public static bool IsOfLess(string prompt) =>
        IsIn(prompt, Fewer) && (IsIn(prompt, Drinking) || IsIn(prompt, Smoking) || IsIn(prompt, Pouring));

    /// <summary>Nothing else is said, but "a day".</summary>
    private static bool IsBare(Scratch scratch, int at) =>
        at == 2
        && (
            scratch.Tokens.Length == 4
            || scratch.Tokens.Length == 6 && RulerNumbers.Letters(scratch, 3) is "a" or "per" or "al"
        );

    private static bool IsIn(string prompt, string[] stems)
    {
        foreach (var stem in stems)
        {
            if (prompt.Contains(stem, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
