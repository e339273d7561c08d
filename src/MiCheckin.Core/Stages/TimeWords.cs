using System.Globalization;

namespace MiCheckin.Core.Stages;

/// <summary>Finds in a text a time that lies within thirty days, as rule 5.4 asks for.</summary>
public static class TimeWords
{
    private static readonly string[] Soon = (
        "today|tonight|tomorrow|tmrw|2morrow|tomorow|this week|next week|this weekend|the weekend|"
        + "this month|this morning|this afternoon|this evening|right now|right away|starting now|monday|"
        + "tuesday|wednesday|thursday|friday|saturday|sunday|in a few days|in a week|in two weeks|hoy|"
        + "mañana|manana|esta noche|esta semana|proxima semana|próxima semana|este mes|lunes|martes|"
        + "miercoles|miércoles|jueves|viernes|sabado|sábado|domingo|ahora mismo"
    ).Split('|');

    private static readonly string[] Denied =
        "not today|not this|not tomorrow|not now|not right now|hoy no".Split('|');

    public static bool NamesATimeWithinThirtyDays(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var plain = $" {words.ToLowerInvariant()} ";
        return !Denied.Any(d => plain.Contains(d, StringComparison.Ordinal))
            && (Soon.Any(s => HasWord(plain, s)) || CountsDays(plain));
    }

    /// <summary>"in 10 days", "within 2 weeks", "en 3 días".</summary>
    private static bool CountsDays(string plain)
    {
        var words = plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words
            .Index()
            .Any(w =>
                w.Item is "in" or "within" or "en"
                && w.Index + 2 < words.Length
                && int.TryParse(
                    words[w.Index + 1],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var count
                )
                && DaysOf(words[w.Index + 2].TrimEnd('.', ',', '!')) is { } unit
                && (long)count * unit <= 30
            );
    }

    private static int? DaysOf(string unit) =>
        unit switch
        {
            "day" or "days" or "día" or "días" or "dia" or "dias" => 1,
            "week" or "weeks" or "semana" or "semanas" => 7,
            _ => null,
        };

    private static bool HasWord(string plain, string word)
    {
        for (
            var at = plain.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = plain.IndexOf(word, at + 1, StringComparison.Ordinal)
        )
        {
            if (
                !char.IsLetter(plain[at - 1])
                && (!char.IsLetter(plain[at + word.Length]) || plain[at + word.Length] is 's')
            )
            {
                return true;
            }
        }

        return false;
    }
}
