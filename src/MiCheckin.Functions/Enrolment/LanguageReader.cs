using MiCheckin.Functions.Coaches;

namespace MiCheckin.Functions.Enrolment;

/// <summary>Reads the country and the language, both of which the program must have texts for.</summary>
internal sealed class LanguageReader(CheckedLine line, EnrolmentSetting setting)
{
    public string Country(Cohort? cohort)
    {
        var written = line.Cell(EnrolmentColumns.Country).ToUpperInvariant();
        var country = written.Length > 0 ? written : cohort?.Country ?? "US";
        var known = setting
            .Program(cohort)
            ?.Texts.Values.SelectMany(t => t.Safety.Keys)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        if (known is not null && !known.Contains(country, StringComparer.Ordinal))
        {
            line.Wrong(
                EnrolmentColumns.Country,
                "The program has no safety text for this country.",
                $"Write the country's two letters; there are texts for: {string.Join(", ", known)}."
            );
        }

        return country;
    }

    public string Language(Cohort? cohort, string country)
    {
        var written = line.Cell(EnrolmentColumns.Language).ToLowerInvariant();
        var language = written.Length > 0 ? written.Split('-', '_')[0] : cohort?.Language ?? "en";

        if (setting.Program(cohort) is { } program)
        {
            if (!program.Texts.TryGetValue(language, out var texts))
            {
                line.Wrong(
                    EnrolmentColumns.Language,
                    "The program does not speak this language.",
                    $"Write one of: {string.Join(", ", program.Texts.Keys)}."
                );
            }
            else if (!texts.Safety.ContainsKey(country))
            {
                line.Wrong(
                    EnrolmentColumns.Language,
                    $"The program has no safety text for {country} in this language.",
                    $"In this language there are texts for: {string.Join(", ", texts.Safety.Keys)}."
                );
            }
        }

        return language;
    }
}
