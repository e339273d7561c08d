using System.Globalization;

namespace MiCheckin.Functions.Settings;

/// <summary>Reads sections of settings and collects what is no setting or not of its kind; what is wrong keeps its default, so that all else is still checked.</summary>
internal sealed class SectionReader
{
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>The section as settings of its kind; mistakes are kept for later.</summary>
    /// <param name="prefix">How the section is called before a setting's name: <c>Mail:</c>.</param>
    /// <param name="notSettings">Properties that are filled in otherwise.</param>
    /// <param name="sections">Names of sections within this one.</param>
    public T Read<T>(
        IConfigurationSection section,
        string prefix,
        IReadOnlyCollection<string>? notSettings = null,
        IReadOnlyCollection<string>? sections = null
    )
        where T : class, new()
    {
        var settings = typeof(T)
            .GetProperties()
            .Where(p => p.CanWrite && notSettings?.Contains(p.Name, StringComparer.Ordinal) is not true)
            .ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        var good = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

        foreach (var child in section.GetChildren())
        {
            if (sections?.Contains(child.Key, StringComparer.OrdinalIgnoreCase) is true)
            {
                continue;
            }

            if (!settings.TryGetValue(child.Key, out var setting))
            {
                _mistakes.Add(
                    $"{prefix}{child.Key} is no setting of this program. docs/settings.md lists them."
                );
            }
            else if (child.Value is "")
            {
                // An app setting that is left empty is one that is not given.
            }
            else if (Wanted(setting.PropertyType, child.Value) is { } wanted)
            {
                _mistakes.Add($"{prefix}{setting.Name} must be {wanted}.");
            }
            else
            {
                good[child.Key] = child.Value;
            }
        }

        return new ConfigurationBuilder().AddInMemoryCollection(good).Build().Get<T>() ?? new T();
    }

    /// <summary>What a value of this type looks like; null where this one is. The value itself is never told.</summary>
    private static string? Wanted(Type type, string? value) =>
        type switch
        {
            _ when type == typeof(int) => int.TryParse(value, CultureInfo.InvariantCulture, out _)
                ? null
                : "a whole number, such as 587",
            _ when type == typeof(double) => double.TryParse(
                value,
                CultureInfo.InvariantCulture,
                out var number
            ) && double.IsFinite(number)
                ? null
                : "a number, such as 1 or 0.5",
            { IsEnum: true } => Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)
                ? null
                : $"one of {string.Join(", ", Enum.GetNames(type))}",
            _ => null,
        };
}
