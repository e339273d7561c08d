using MiCheckin.Core.Programs.Json;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>Every country that people are enrolled in has its safety texts, in every language.</summary>
internal static class CountriesRule
{
    /// <summary>What a program is held to where nobody says which countries it is for.</summary>
    public static IReadOnlyCollection<string> Expected { get; } = ["US"];

    public static Rule Rule { get; } = new("countries", Find);

    private static IEnumerable<Finding> Find(CheckedProgram program)
    {
        var wanted = program
            .Countries.Concat(program.Script.Texts.Values.SelectMany(t => t.Safety.Keys))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        return from texts in program.Script.Texts
            from country in wanted
            where !texts.Value.Safety.ContainsKey(country)
            select new Finding(
                Severity.Error,
                "countries",
                Paths.Member(Paths.Member("$.texts", texts.Key), "safety"),
                $"There are no safety texts for {country}.",
                "",
                $"Add \"{country}\" with numbers that its public authorities publish."
            );
    }
}
