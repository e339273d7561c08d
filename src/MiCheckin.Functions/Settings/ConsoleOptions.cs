namespace MiCheckin.Functions.Settings;

/// <summary>Settings under <c>Console</c>: who may come in. Printing them shows no secret.</summary>
internal sealed record ConsoleOptions
{
    public const string Section = "Console";

    /// <summary><c>link</c>: a one-time link printed at start, loopback only. <c>easyauth</c>: App Service authentication.</summary>
    public string Auth { get; init; } = "link";

    /// <summary>A bearer token for the enrolment API; empty turns the API off for tokens.</summary>
    public string ApiToken { get; init; } = "";

    public bool EasyAuth => string.Equals(Auth, "easyauth", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"sign-in by {Auth}";

    /// <summary>Every mistake: which setting, what is wrong, an example. Never a secret's value.</summary>
    public IEnumerable<string> Mistakes(bool underFunctionsHost)
    {
        if (!EasyAuth && !string.Equals(Auth, "link", StringComparison.OrdinalIgnoreCase))
        {
            yield return "Console:Auth must be link or easyauth.";
        }

        if (underFunctionsHost && !EasyAuth)
        {
            yield return "Console:Auth must be easyauth under the Functions host: a printed link is for a laptop. Turn on App Service authentication first.";
        }

        if (ApiToken.Length is > 0 and < 32)
        {
            yield return "Console:ApiToken must be at least 32 characters, such as `openssl rand -hex 32` prints.";
        }
    }
}
