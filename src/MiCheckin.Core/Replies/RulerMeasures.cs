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

    public static bool Fit(ReadOnlySpan<char> unit, string prompt) =>
        unit switch
        {
            "hour" or "hours" or "hr" or "hrs" or "h" or "horas" => IsIn(prompt, Rest),
            "min" or "mins" or "minute" or "minutes" or "minutos" => IsIn(prompt, Moving),
            "mile" or "miles" or "mi" or "km" or "steps" or "pasos" or "blocks" or "cuadras" => IsIn(
                prompt,
                Moving
            ),
            "lb" or "lbs" or "pound" or "pounds" or "kg" or "kgs" or "kilos" or "libras" or "stone" => IsIn(
                prompt,
                Weighing
            ),
            _ => false,
        };

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
