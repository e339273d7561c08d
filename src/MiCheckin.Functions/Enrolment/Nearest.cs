namespace MiCheckin.Functions.Enrolment;

/// <summary>Guesses what somebody meant to write. Only ever a hint: nothing is changed by a guess.</summary>
internal static class Nearest
{
    /// <summary>"Did you mean America/Vancouver? ", or nothing where no choice is near enough.</summary>
    public static string Hint(string written, IEnumerable<string> choices) =>
        Find(written, choices) is { } near ? $"Did you mean {near}? " : "";

    /// <summary>The choice with the fewest letters to change, if they are few for its length.</summary>
    public static string? Find(string written, IEnumerable<string> choices)
    {
        var wanted = Plain(written);
        var near = choices
            .Select(choice =>
                (Choice: choice, Distance: Math.Min(Distance(wanted, Plain(choice)), OfEnd(wanted, choice)))
            )
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Choice, StringComparer.Ordinal)
            .FirstOrDefault();
        return near.Choice is not null && near.Distance <= Math.Max(1, wanted.Length / 4)
            ? near.Choice
            : null;
    }

    /// <summary>People write the city alone: "Vancouver".</summary>
    private static int OfEnd(string wanted, string choice) =>
        choice.LastIndexOf('/') is >= 0 and var slash
            ? Distance(wanted, Plain(choice[(slash + 1)..]))
            : int.MaxValue;

    private static string Plain(string text) =>
        string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c == '/')).ToLowerInvariant();

    /// <summary>Levenshtein's distance, one row at a time.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;

            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
