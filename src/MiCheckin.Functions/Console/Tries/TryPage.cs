using System.Globalization;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Console.Tries;

/// <summary>Where an author types a text and sees how it would be read, and why. Nothing typed here is kept.</summary>
internal static class TryPage
{
    public const string Path = "/console/try";
    private const int LongestText = 1600;
    private static readonly (Expects Value, string Label)[] Kinds =
    [
        (Expects.Open, "An open question"),
        (Expects.Ruler, "A number on a ruler"),
        (Expects.YesNo, "Yes or no"),
        (Expects.None, "Nothing was asked"),
    ];

    public static void MapTryPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Path,
            (HttpContext http) =>
                Show(http, new Attempt("", Asked.Nothing with { Expects = Expects.Open }), null)
        );
        routes.MapPost(Path, TryAsync);
    }

    private static async Task<ContentHttpResult> TryAsync(
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var text = form["text"].ToString();
        var attempt = new Attempt(
            text[..Math.Min(text.Length, LongestText)],
            new Asked
            {
                Prompt = form["prompt"].ToString(),
                Expects = Enum.TryParse<Expects>(form["expects"], out var expects) ? expects : Expects.Open,
                Scale = form["scale"] == "1" ? RulerScale.OneToTen : RulerScale.ZeroToTen,
                Language = form["language"] == "es" ? "es" : "en",
                OptedOut = form["opted-out"] == "on",
            }
        );
        return Show(http, attempt, ReplyReader.Read(attempt.Text, attempt.Asked));
    }

    private static ContentHttpResult Show(HttpContext http, Attempt attempt, Reading? reading) =>
        Shell.Show(
            http,
            new Page(
                "Try a text",
                Html.Of(
                    $"""
                    <header class="head"><h1>Try a text</h1>
                    <p>See how a reply would be read, and on which words that rests. Nothing you type here is kept.</p></header>
                    <div class="columns">
                    {Form(http, attempt)}
                    <section class="card" aria-live="polite" aria-labelledby="read-as"><h2 id="read-as">Read as</h2>
                    {(
                        reading is null
                            ? Html.Of($"""<p class="quiet">The reading appears here.</p>""")
                            : Reading(attempt.Text, reading)
                    )}
                    </section>
                    </div>
                    """
                )
            )
        );

    private static Html Form(HttpContext http, Attempt attempt) =>
        Html.Of(
            $"""
            <form method="post" action="{Path}" class="card stack">{http.TokenField()}
            <p class="field"><label for="prompt">What was asked</label>
            <input id="prompt" name="prompt" value="{attempt.Asked.Prompt}" maxlength="320" placeholder="What would be good about walking more?"></p>
            <p class="field"><label for="text">The reply</label>
            <textarea id="text" name="text" rows="4" maxlength="{LongestText}" required>{attempt.Text}</textarea></p>
            <div class="row">
            {Select(
                "expects",
                "It asked for",
                Kinds.Select(k => (k.Value.ToString(), k.Label)),
                attempt.Asked.Expects.ToString()
            )}
            {Select("language", "Language", [("en", "English"), ("es", "Spanish")], attempt.Asked.Language)}
            {Select(
                "scale",
                "Ruler",
                [("0", "0 to 10"), ("1", "1 to 10")],
                attempt.Asked.Scale is RulerScale.OneToTen ? "1" : "0"
            )}
            </div>
            <p class="check"><input type="checkbox" id="opted-out" name="opted-out"{Html.When(
                attempt.Asked.OptedOut,
                () => Html.Of($" checked")
            )}>
            <label for="opted-out">The person has opted out</label></p>
            <p><button class="button">Read it</button></p>
            </form>
            """
        );

    private static Html Select(
        string name,
        string label,
        IEnumerable<(string Value, string Label)> options,
        string chosen
    ) =>
        Html.Of(
            $"""
            <p class="field"><label for="{name}">{label}</label><select id="{name}" name="{name}">
            {options.Select(o =>
                Html.Of(
                    $"<option value=\"{o.Value}\"{Html.When(string.Equals(o.Value, chosen, StringComparison.Ordinal), () => Html.Of($" selected"))}>{o.Label}</option>"
                )
            )}
            </select></p>
            """
        );

    private static Html Reading(string text, Reading reading) =>
        Html.Of(
            $"""
            <p class="quote">{Highlight.Of(text, reading.Spans)}</p>
            <p><span class="tag {ReadingWords.Tone(reading)}">{ReadingWords.Short(reading)}</span></p>
            <p>{Explanation.Of(text, reading)}</p>
            {Findings(reading)}
            <p class="quiet">Reader {reading.Version}. A reading is a guess with reasons: below its threshold it says that it is not sure.</p>
            """
        );

    private static Html Findings(Reading reading) =>
        Html.Of(
            $"""
            <dl class="facts">
            {Fact(
                "Risk",
                reading.Risk is RiskKind.None
                    ? "none"
                    : $"{ReadingWords.Risk(reading.Risk)}; look {ReadingWords.UrgencyOf(reading.Urgency)}"
            )}
            {Fact("Confidence", Percent(reading.Confidence))}
            {Fact("Strength", Percent(reading.Strength))}
            {reading.Behaviour.Select(b =>
                Fact(
                    "Behaviour",
                    $"{b.Kind}, {b.Amount?.ToString("0.##", CultureInfo.InvariantCulture)} {b.Unit} {b.When}"
                )
            )}
            {reading.Spans.Select(s => Fact(s.Finding, $"characters {s.Start + 1} to {s.Start + s.Length}"))}
            </dl>
            """
        );

    private static Html Fact(string name, string value) =>
        Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>");

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);

    private sealed record Attempt(string Text, Asked Asked);
}
