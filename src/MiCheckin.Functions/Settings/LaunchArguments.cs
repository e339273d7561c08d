namespace MiCheckin.Functions.Settings;

/// <summary>The command line of a stand-alone program. A switch that nobody knows is a mistake and not passed over: a mistyped --data would begin an empty folder.</summary>
internal static class LaunchArguments
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

    /// <summary>What each switch sets, for the configuration.</summary>
    public static IDictionary<string, string> Switches => Keys;

    public static bool AsksForHelp(IEnumerable<string> arguments) =>
        arguments.Any(a => a is "--help" or "-h" or "-?");

    /// <summary>Every mistake in <c>--switch value</c> or <c>--switch=value</c> pairs.</summary>
    public static IReadOnlyList<string> Mistakes(IReadOnlyList<string> arguments)
    {
        List<string> mistakes = [];

        for (var at = 0; at < arguments.Count; at++)
        {
            var (name, value) = arguments[at].Split('=', 2) is [var left, var right]
                ? (left, right)
                : (arguments[at], null);

            if (!Keys.ContainsKey(name))
            {
                mistakes.Add($"{name} is no option. The options are {string.Join(", ", Keys.Keys)}, --help.");
                at += at + 1 < arguments.Count && !arguments[at + 1].StartsWith('-') ? 1 : 0;
                continue;
            }

            value ??= at + 1 < arguments.Count ? arguments[++at] : "";

            if (value.Length == 0 || value.StartsWith("--", StringComparison.Ordinal))
            {
                mistakes.Add($"{name} needs a value after it.");
            }
            else if (name is "--urls" && UrlMistake(value) is { } mistake)
            {
                mistakes.Add(mistake);
            }
        }

        return mistakes;
    }

    /// <summary>Only http: a certificate belongs to the proxy in front.</summary>
    private static string? UrlMistake(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            try
            {
                if (
                    BindingAddress.Parse(url) is { Scheme: "http", IsUnixPipe: false } address
                    && (address.Host.StartsWith('[') || !address.Host.Contains(':'))
                )
                {
                    continue;
                }
            }
            catch (FormatException)
            {
                // Told below, with the others.
            }

            return $"--urls: '{url}' is no address to listen on. Write it as http://127.0.0.1:7071.";
        }

        return null;
    }
}
