using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;

namespace MiCheckin.Functions.Console;

/// <summary>A page, or a JSON problem, that says what went wrong and what to do about it.</summary>
internal sealed record Problem(int Status, string Title, string What, string Do)
{
    public async Task WriteAsync(HttpContext http)
    {
        if (WantsJson(http.Request))
        {
            await AsJson().ExecuteAsync(http);
            return;
        }

        await AsPage(http).ExecuteAsync(http);
    }

    public IResult AsJson() => TypedResults.Problem($"{What} {Do}", statusCode: Status, title: Title);

    public IResult AsPage(HttpContext http) =>
        Shell.Show(
            http,
            new Page(
                Title,
                Html.Of(
                    $"""
                    <header class="head"><h1>{Title}</h1></header>
                    <section class="card narrow"><p>{What}</p><p>{Do}</p></section>
                    """
                )
            ),
            Status
        );

    private static bool WantsJson(HttpRequest request) =>
        request.IsUnder("/console/api")
        || request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
}

/// <summary>What can go wrong at the door.</summary>
internal static class Problems
{
    public static Problem NotHere { get; } =
        new(
            StatusCodes.Status403Forbidden,
            "Only from this machine",
            "Without a sign-in service in front of it, the console answers only to the machine that it runs on.",
            "Open it there, by the address that was printed when the program started."
        );

    public static Problem SignedOut { get; } =
        new(
            StatusCodes.Status401Unauthorized,
            "Please sign in",
            "The console is open only to whoever started the program.",
            "Open the sign-in link that was printed when it started. A link works once, for 15 minutes; start the program again for a new one."
        );

    public static Problem NoRole { get; } =
        new(
            StatusCodes.Status403Forbidden,
            "No access yet",
            "Your account is signed in, but has no role here, or its address is not that of a coach.",
            "Ask an administrator to give you the role of coach or admin, and to add your address under Coaches."
        );

    public static Problem AdminsOnly { get; } =
        new(
            StatusCodes.Status403Forbidden,
            "For admins",
            "This part of the console is for administrators.",
            "Ask one of them to do it, or to give you the role of admin."
        );

    public static Problem StaleForm { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "The form was not accepted",
            "It was filled in on a page from before you last signed in, or did not come from this console. Nothing was changed.",
            "Go back, reload the page, and send it again."
        );

    public static Problem NotUnderstood { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "Not understood",
            "Something in the request's address or body is not what it should be. Nothing was changed.",
            "Compare it with /console/api/openapi.json, and send it again."
        );

    public static Problem NotFound { get; } =
        new(
            StatusCodes.Status404NotFound,
            "Nothing here",
            "There is no such page, or it is not one of yours.",
            "Choose one from the menu."
        );

    public static Problem Broken { get; } =
        new(
            StatusCodes.Status500InternalServerError,
            "Something failed",
            "The page could not be shown. What was already stored is unharmed.",
            "Try again in a minute. If it stays so, look at the log for the request's id, and at the Status page."
        );
}
