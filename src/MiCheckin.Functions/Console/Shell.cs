using System.Text;
using MiCheckin.Functions.Console.Markup;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Console;

/// <summary>What a page puts into the frame.</summary>
internal sealed record Page(string Title, Html Main)
{
    /// <summary>Where news of this page can be had as server-sent events; null where it does not change by itself.</summary>
    public string? Live { get; init; }
}

/// <summary>The frame around every page: head, menu, what was just done, who is signed in.</summary>
internal static class Shell
{
    public static ContentHttpResult Show(HttpContext http, Page page, int status = StatusCodes.Status200OK) =>
        TypedResults.Content(Frame(http, page).ToString(), "text/html; charset=utf-8", Encoding.UTF8, status);

    /// <summary>The way on after a form: the browser asks for <paramref name="path"/>, which says what was done.</summary>
    public static RedirectHttpResult Done(string path, Said said)
    {
        var fragment = path.IndexOf('#', StringComparison.Ordinal);
        var (page, place) = fragment < 0 ? (path, "") : (path[..fragment], path[fragment..]);
        var mark = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return TypedResults.LocalRedirect($"{page}{mark}said={said}{place}");
    }

    private static Html Frame(HttpContext http, Page page) =>
        Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{page.Title} · MiCheckin</title>
            <link rel="icon" href="{Assets.Href("icon.svg")}" type="image/svg+xml">
            <link rel="stylesheet" href="{Assets.Href("console.css")}">
            <script src="{Assets.Href("console.js")}" defer></script>
            </head>
            <body{Html.When(page.Live is not null, () => Html.Of($" data-live=\"{page.Live}\""))}>
            <a class="skip" href="#main">Skip to the content</a>
            {Menu.For(http)}
            <main id="main" tabindex="-1">{Saids.Banner(http)}{page.Main}</main>
            </body>
            </html>
            """
        );
}
