namespace MiCheckin.Functions.Console.SignIn;

/// <summary>Who stands at the console's door.</summary>
internal enum ConsoleAuth
{
    /// <summary>A one-time link printed at start, from this machine only. The person at the keyboard is the admin.</summary>
    Link,

    /// <summary>App Service authentication in front of the program: its principal header is believed.</summary>
    EasyAuth,
}

/// <summary>Settings of the console, section <c>Console</c>.</summary>
internal sealed record ConsoleOptions
{
    public const string Section = "Console";

    public ConsoleAuth Auth { get; init; }

    /// <summary>What the command line sends as its bearer token. Stand-alone it may be left out and is drawn at start.</summary>
    public string? ApiToken { get; init; }

    /// <summary>What form tokens are made with. The same on every instance; stand-alone it is drawn at start.</summary>
    public string? FormKey { get; init; }
}
