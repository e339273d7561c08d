using System.Net;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.Api;
using MiCheckin.Functions.Settings;

namespace MiCheckin.Functions.Console.SignIn;

/// <summary>Finds out who is calling, and lets nobody change anything without a form token.</summary>
internal sealed class ConsoleGate(
    ConsoleOptions options,
    SignInLink link,
    FormTokens tokens,
    CoachBook coaches
)
{
    public const string Cookie = "micheckin-session";

    /// <summary>Either answers the request itself, with a page that says what to do, or lets it through.</summary>
    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (!options.EasyAuth && !IsFromThisMachine(http))
        {
            await Problems.NotHere.WriteAsync(http);
            return;
        }

        if (IsOpenToAll(http.Request))
        {
            // An admin may read what the API is without its token; nothing is done with it by a browser's cookie.
            if (http.Request.IsUnder(ApiDocument.Path) && await WhoAsync(http) is { } reader)
            {
                http.SignedInAs(reader);
            }

            await next(http);
            return;
        }

        if (await WhoAsync(http) is not { } user)
        {
            await (!options.EasyAuth ? Problems.SignedOut : Problems.NoRole).WriteAsync(http);
            return;
        }

        http.SignedInAs(user);

        await (await ObjectionAsync(http, user) is { } objection ? objection.WriteAsync(http) : next(http));
    }

    /// <summary>Why this person may not do this; null where they may.</summary>
    private async Task<Problem?> ObjectionAsync(HttpContext http, ConsoleUser user)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<OnlyAdmins>() is not null && !user.IsAdmin)
        {
            return Problems.AdminsOnly;
        }

        if (IsRead(http.Request.Method))
        {
            return null;
        }

        if (!await IsFromOurFormAsync(http, user))
        {
            return Problems.StaleForm;
        }

        // The form is here, so what it asks is done whole, also if the page is left meanwhile: no reply is lost half way,
        // and no act is without its line in the audit.
        http.RequestAborted = CancellationToken.None;
        return null;
    }

    private async Task<ConsoleUser?> WhoAsync(HttpContext http)
    {
        if (!options.EasyAuth)
        {
            return http.Request.Cookies[Cookie] is { } session && link.IsOpen(session)
                ? new ConsoleUser("admin", ConsoleRole.Admin, Coach: null, session)
                : null;
        }

        if (EasyAuth.Read(http.Request.Headers[EasyAuth.Header]) is not { Role: { } role } principal)
        {
            return null;
        }

        var coach = await CoachOfAsync(principal.Name, http.RequestAborted);
        return role is ConsoleRole.Coach && coach is null
            ? null
            : new ConsoleUser(principal.Name, role, coach, principal.Session);
    }

    /// <summary>A coach is known by the address that they sign in with.</summary>
    private async Task<CoachId?> CoachOfAsync(string mail, CancellationToken cancellationToken) =>
        (await coaches.CoachesAsync(cancellationToken))
            .FirstOrDefault(c => string.Equals(c.Email.Reveal(), mail, StringComparison.OrdinalIgnoreCase))
            ?.Id;

    private async Task<bool> IsFromOurFormAsync(HttpContext http, ConsoleUser user)
    {
        try
        {
            return await tokens.AllowsAsync(http.Request, user, http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }

    /// <summary>
    /// By address and by name: a page of another site whose name was made to point here (DNS rebinding) has the address
    /// right and the name wrong.
    /// </summary>
    private static bool IsFromThisMachine(HttpContext http) =>
        (http.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from))
        && http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    /// <summary>The API and the link in an alert's mail have tokens of their own; styles and the sign-in link hold nothing to protect.</summary>
    private static bool IsOpenToAll(HttpRequest request) =>
        request.IsUnder(SignInLink.Path) || request.IsUnder(Assets.Path) || request.IsUnder("/console/api");

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
