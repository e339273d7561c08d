using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;

namespace MiCheckin.Functions.Console.Phones;

/// <summary>The clock that everything runs on, and the buttons that move it.</summary>
internal static class ClockBar
{
    private static readonly (string By, string Label)[] Steps =
    [
        ("next", "To the next event"),
        ("PT1H", "+1 hour"),
        ("P1D", "+1 day"),
        ("P7D", "+1 week"),
    ];

    public static Html Of(HttpContext http, Instant now, Instant? next) =>
        Html.Of(
            $"""
            <section class="card clock" aria-label="Clock"><div class="spread">
            {Time(now)}
            <form method="post" action="{PhonesPage.Path}/clock" class="row">{http.TokenField()}
            {Steps.Select(s =>
                Html.Of(
                    $"""<button name="by" value="{s.By}"{Html.When(s.By is "next" && next is null, () => Html.Of($" disabled"))}>{s.Label}</button>"""
                )
            )}
            </form></div>
            <p class="quiet" id="news" role="status">{(
                next is { } at
                    ? Html.Of($"The next planned moment is {Times.Moment(at, DateTimeZone.Utc)} UTC.")
                    : Html.Of($"Nothing is planned.")
            )}</p>
            </section>
            """
        );

    /// <summary>What changes by itself, once a minute.</summary>
    public static Html Time(Instant now) =>
        Html.Of($"""<p id="clock"><strong>{Times.Moment(now, DateTimeZone.Utc)}</strong> UTC</p>""");
}
