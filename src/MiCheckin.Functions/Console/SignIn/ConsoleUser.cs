using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Console.SignIn;

/// <summary>What somebody may do on the console.</summary>
internal enum ConsoleRole
{
    /// <summary>Sees and answers for their own participants.</summary>
    Coach,

    /// <summary>Everything.</summary>
    Admin,
}

/// <summary>Whoever is signed in. <see cref="Session"/> is what their form tokens are bound to.</summary>
/// <param name="Coach">The coach they are; an admin need not be one.</param>
internal sealed record ConsoleUser(string Name, ConsoleRole Role, CoachId? Coach, string Session)
{
    public bool IsAdmin => Role is ConsoleRole.Admin;

    /// <summary>The name under which acts are kept in the audit.</summary>
    public string Actor => Coach?.Value ?? Name;

    /// <summary>A coach sees their own participants; an admin sees everybody.</summary>
    public bool MaySee(CoachId coach) => IsAdmin || Coach == coach;

    public override string ToString() => $"{Role} {Coach?.Value}";
}

/// <summary>Where the signed-in user is found during a request.</summary>
internal static class ConsoleUsers
{
    public static ConsoleUser User(this HttpContext http) =>
        http.Features.Get<ConsoleUser>()
        ?? throw new InvalidOperationException("This page was mapped outside the console's gate.");

    public static ConsoleUser? UserOrNull(this HttpContext http) => http.Features.Get<ConsoleUser>();

    /// <summary>Whether the request is for this path or one below it, in any case, as routes are matched.</summary>
    public static bool IsUnder(this HttpRequest request, string path) =>
        request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);

    public static void SignedInAs(this HttpContext http, ConsoleUser user) => http.Features.Set(user);
}
