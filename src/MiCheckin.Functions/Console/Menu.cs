using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;

namespace MiCheckin.Functions.Console;

/// <summary>One entry of the menu.</summary>
/// <param name="Needs">A part that not every way of running has; without it the entry is not offered.</param>
internal sealed record MenuEntry(string Path, string Label, bool AdminsOnly = false, Type? Needs = null);

/// <summary>Where one can go. A place that this way of running does not have is not offered.</summary>
internal sealed class Menu(IEnumerable<MenuEntry> entries, IServiceProviderIsService parts)
{
    private readonly IReadOnlyList<MenuEntry> _entries =
    [
        .. entries.Where(e => e.Needs is null || parts.IsService(e.Needs)),
    ];

    /// <summary>Where the console opens: what comes first in this person's menu.</summary>
    public string FirstFor(ConsoleUser user) => Of(user).First().Path;

    public static Html For(HttpContext http) => http.RequestServices.GetRequiredService<Menu>().Show(http);

    private Html Show(HttpContext http) =>
        Html.Of(
            $"""
            <header class="side">
            <a class="brand" href="/console"><img src="{Assets.Href(
                "icon.svg"
            )}" alt="" width="32" height="32"><span>MiCheckin</span></a>
            {Links(http)}
            </header>
            """
        );

    private Html? Links(HttpContext http) =>
        http.UserOrNull() is { } user
            ? Html.Of(
                $"""
                <nav aria-label="Console"><ul>
                {Of(user).Select(e => Link(e, http.Request))}
                </ul></nav>
                <div class="who"><span>{user.Name}</span>{SignOut(http, user)}</div>
                """
            )
            : null;

    private IEnumerable<MenuEntry> Of(ConsoleUser user) => _entries.Where(e => user.IsAdmin || !e.AdminsOnly);

    private static Html Link(MenuEntry entry, HttpRequest here) =>
        Html.Of(
            $"""<li><a href="{entry.Path}"{Html.When(here.IsUnder(entry.Path), () => Html.Of($" aria-current=\"page\""))}>{entry.Label}</a></li>"""
        );

    private static Html SignOut(HttpContext http, ConsoleUser user) =>
        Html.Of(
            $"""
            <form method="post" action="/console/signout">{http.TokenField(
                user
            )}<button class="link">Sign out</button></form>
            """
        );
}
