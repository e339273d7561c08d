using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Settings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Console.SignIn;

/// <summary>In by the printed link, out by the button.</summary>
internal static class SignInPages
{
    public static void MapSignInPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInLink.Path, SignIn);
        routes.MapPost("/console/signout", SignOut);
    }

    /// <summary>The hidden field for a form of this page.</summary>
    public static Html TokenField(this HttpContext http, ConsoleUser user) =>
        http.RequestServices.GetRequiredService<FormTokens>().FieldFor(user);

    public static Html TokenField(this HttpContext http) => http.TokenField(http.User());

    private static IResult SignIn(HttpContext http, SignInLink link, ConsoleOptions options, string? t)
    {
        if (options.EasyAuth || link.Redeem(t) is not { } session)
        {
            return Problems.SignedOut.AsPage(http);
        }

        http.Response.Cookies.Append(ConsoleGate.Cookie, session, CookieOf(http));

        // A redirect would carry the site the link was clicked on, and a strict cookie then stays at home; the page's own
        // refresh does not.
        http.Response.Headers["Refresh"] = "0; url=/console";
        return Shell.Show(
            http,
            new Page(
                "Signed in",
                Html.Of(
                    $"""
                    <header class="head"><h1>You are signed in</h1></header>
                    <p class="card narrow"><a class="button" href="/console">Open the console</a></p>
                    """
                )
            )
        );
    }

    private static RedirectHttpResult SignOut(HttpContext http, SignInLink link, ConsoleOptions options)
    {
        if (options.EasyAuth)
        {
            return TypedResults.LocalRedirect("/.auth/logout");
        }

        link.Close(http.User().Session);
        http.Response.Cookies.Delete(ConsoleGate.Cookie, CookieOf(http));
        return TypedResults.LocalRedirect("/console");
    }

    private static CookieOptions CookieOf(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Path = "/console",
            IsEssential = true,
        };
}
