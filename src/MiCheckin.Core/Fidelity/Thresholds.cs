namespace MiCheckin.Core.Fidelity;

/// <summary>What MITI calls fair and good.</summary>
/// <param name="Source">The edition that sets it.</param>
public sealed record Threshold(string Measure, decimal Fair, decimal Good, string Source)
{
    /// <summary>Reflections per question.</summary>
    public static Threshold ReflectionsPerQuestion { get; } =
        new("reflections per question", 1m, 2m, "MITI 4.2");

    /// <summary>Complex reflections of all reflections.</summary>
    public static Threshold ShareComplex { get; } =
        new("share of complex reflections", 0.4m, 0.5m, "MITI 4.2");

    /// <summary>Open questions of all questions. MITI 4 dropped the measure.</summary>
    public static Threshold ShareOpen { get; } = new("share of open questions", 0.5m, 0.7m, "MITI 3");

    /// <summary>"good", "fair", "below", or "-" where nothing could be counted.</summary>
    public string Judge(decimal? value) =>
        value switch
        {
            null => "-",
            { } v when v >= Good => "good",
            { } v when v >= Fair => "fair",
            _ => "below",
        };
}
