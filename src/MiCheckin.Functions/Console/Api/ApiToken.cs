using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Settings;

namespace MiCheckin.Functions.Console.Api;

/// <summary>What the command line shows at the door: the setting, or, stand-alone without one, a token drawn at start and printed. Behind a sign-in service there is none unless it is set.</summary>
internal sealed class ApiToken(ConsoleOptions options)
{
    private const string Scheme = "Bearer ";

    private readonly string? _token =
        options.ApiToken is { Length: > 0 } set ? set
        : options.EasyAuth ? null
        : SignInLink.NewSecret();

    /// <summary>What to print at start; null where the token is a setting, which is never shown.</summary>
    public string? Drawn => options.ApiToken is "" ? _token : null;

    public bool Opens(string? authorization) =>
        _token is { } good
        && authorization is not null
        && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && SignInLink.SameSecret(authorization[Scheme.Length..].Trim(), good);

    public static Problem Wrong { get; } =
        new(
            StatusCodes.Status401Unauthorized,
            "Not signed in",
            "The request carries no bearer token, or not the one of this service.",
            "Send 'Authorization: Bearer …' with the token that was printed at start, or with the setting Console:ApiToken."
        );

    public override string ToString() => "(token)";
}
