namespace MiCheckin.Functions.Settings;

/// <summary>
/// The command line of a stand-alone program. A switch that nobody knows is a mistake and not passed over: a mistyped
/// --data would begin an empty folder. What is wrong is left out, so that all else is still checked.
/// </summary>
/// <param name="Settings">What the good switches set, for the configuration.</param>
/// <param name="Mistakes">Every mistake: which switch, what is wrong.</param>
internal sealed record LaunchArguments(
    IReadOnlyDictionary<string, string?> Settings,
    IReadOnlyList<string> Mistakes
)
{
    public const string Help = """
        MiCheckin: short check-ins by text message. On a laptop, everything embedded and simulated:

          --urls http://127.0.0.1:7071   where to listen; without it 7071, or a free port where that is taken
          --data DIR                     the folder of everything that is kept; data where you start it
          --storage S                    embedded, UseDevelopmentStorage=true (Azurite), a connection string or an account's name
          --texts T                      simulator or twilio
          --help                         this

        All settings: docs/settings.md.
        """;

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["--urls"] = WebHostDefaults.ServerUrlsKey,
        ["--data"] = SettingsReader.Section + ":Data",
        ["--storage"] = SettingsReader.Section + ":Storage",
        ["--texts"] = SettingsReader.Section + ":Texts",
    };

    public static IReadOnlyCollection<string> Switches => Keys.Keys;

    public static bool AsksForHelp(IEnumerable<string> arguments) =>
        arguments.Any(a => a is "--help" or "-h" or "-?");

    /// <summary>Reads <c>--switch value</c> or <c>--switch=value</c> pairs.</summary>
    public static LaunchArguments Read(params IReadOnlyList<string> arguments)
    {
        Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase);
        List<string> mistakes = [];

        for (var at = 0; at < arguments.Count; at++)
        {
            var (name, value) = arguments[at].Split('=', 2) is [var left, var right]
                ? (left, right)
                : (arguments[at], null);

            if (!Keys.TryGetValue(name, out var key))
            {
                mistakes.Add($"{name} is no option. The options are {string.Join(", ", Keys.Keys)}, --help.");
                at += at + 1 < arguments.Count && !arguments[at + 1].StartsWith('-') ? 1 : 0;
                continue;
            }

            if (
                value is null
                && at + 1 < arguments.Count
                && !arguments[at + 1].StartsWith("--", StringComparison.Ordinal)
            )
            {
                value = arguments[++at];
            }

            if (string.IsNullOrEmpty(value))
            {
                mistakes.Add($"{name} needs a value after it.");
            }
            else
            {
                settings[key] = value;
            }
        }

        return new LaunchArguments(settings, mistakes);
    }
}
