using NodaTime.TimeZones;

namespace MiCheckin.Functions.Enrolment;

/// <summary>Reads a time zone by its tzdb name. It is never derived from the phone number: people move and keep theirs.</summary>
internal static class ZoneReader
{
    private const string Example = "Write a place as in the tz database, such as America/Vancouver.";

    /// <summary>Places only: "EST" and the like are fixed offsets there, which would text people an hour off all summer.</summary>
    private static readonly Dictionary<string, string> Places = DateTimeZoneProviders
        .Tzdb.Ids.Where(id =>
            id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)
        )
        .ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    public static (string? Zone, string Reason, string Fix) Read(string text)
    {
        if (text.Length == 0)
        {
            return (null, "The time zone is missing.", Example);
        }

        if (Places.TryGetValue(text.Replace(' ', '_'), out var zone))
        {
            return (zone, "", "");
        }

        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(text, out var mapped))
        {
            return (null, "This is a Windows name for a time zone.", $"Did you mean {mapped}? {Example}");
        }

        if (text.Length <= 5 && text.All(char.IsAsciiLetter))
        {
            return (null, "An abbreviation does not say when clocks change.", Example);
        }

        return (null, "There is no such time zone.", Nearest.Hint(text, Places.Values) + Example);
    }
}
