using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.People;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Simulator;

namespace MiCheckin.Functions.Console.Phones;

/// <summary>One phone as its owner would see it, with a place to write.</summary>
internal static class PhoneCard
{
    /// <summary>So many bubbles are shown; older ones are on the record.</summary>
    private const int LastBubbles = 60;

    private static readonly (PhoneFault Fault, string Label)[] Faults =
    [
        (PhoneFault.None, "Works"),
        (PhoneFault.AcceptThenHang, "Provider takes texts and never answers"),
        (PhoneFault.AcceptThenError, "Provider takes texts and answers 500"),
        (PhoneFault.Lost, "Provider loses texts and never answers"),
        (PhoneFault.Busy, "Provider is too busy (429)"),
        (PhoneFault.OptedOut, "Opted out with the carrier (21610)"),
        (PhoneFault.PhoneOff, "Phone is off"),
        (PhoneFault.LateReports, "Delivery reports come a day late"),
        (PhoneFault.RepliesTwice, "Every reply arrives twice"),
    ];

    public static Html Of(HttpContext http, WallPhone phone, Instant now) =>
        Html.Of(
            $"""
            <article class="phone" id="p-{phone.Id}" aria-label="Phone of {phone.Name}">
            <header><h2>{Name(phone)}</h2>{Place(phone, now)}</header>
            {Bubbles(phone)}
            <form class="say" method="post" action="{PhonesPage.Path}/{phone.Id}/reply" data-quiet>{http.TokenField()}
            <label class="unseen" for="t-{phone.Id}">Reply from {phone.Name}</label>
            <input id="t-{phone.Id}" name="text" placeholder="Type a reply" autocomplete="off" maxlength="1600">
            <button class="button" name="kind" value="text">Send</button></form>
            <details><summary>More</summary>{More(http, phone)}</details>
            </article>
            """
        );

    /// <summary>What changes by itself on a phone; it is taken over whole whenever it does.</summary>
    public static Html Bubbles(WallPhone phone) =>
        Html.Of(
            $"""
            <ol class="bubbles" id="b-{phone.Id}" tabindex="0" aria-label="Texts of {phone.Name}">
            {(phone.Bubbles is [] ? Html.Of($"""<li class="none">No texts yet</li>""") : null)}{Days(
                phone
            )}</ol>
            """
        );

    private static IEnumerable<Html> Days(WallPhone phone) =>
        phone
            .Bubbles.TakeLast(LastBubbles)
            .GroupBy(b => b.At.InZone(phone.Zone).Date)
            .SelectMany(day =>
                day.Select(b => Bubble(b, phone.Zone))
                    .Prepend(Html.Of($"""<li class="day">{Times.DayOf(day.First().At, phone.Zone)}</li>"""))
            );

    private static Html Bubble(Bubble bubble, DateTimeZone zone) =>
        Html.Of(
            $"""
            <li class="{(bubble.FromPerson ? "out" : "in")}"><p>{Words(bubble)}</p><small>{Times.ClockTime(
                bubble.At,
                zone
            )}{Mark(bubble)}</small></li>
            """
        );

    private static string Words(Bubble bubble) =>
        (bubble.Media, bubble.Body.Reveal()) switch
        {
            (0, var words) => words,
            (_, "") => "🖼 picture",
            (_, var words) => "🖼 " + words,
        };

    private static string Mark(Bubble bubble) =>
        bubble.FromPerson
            ? ""
            : bubble.Status.Word switch
            {
                "delivered" or "read" => " · delivered",
                "undelivered" => " · not delivered",
                "failed" => " · failed",
                "sent" => " · sent",
                _ => " · on its way",
            };

    private static Html Name(WallPhone phone) =>
        phone.Owner is { } owner
            ? Html.Of($"""<a href="{RecordPage.PathOf(owner)}">{phone.Name}</a>""")
            : Html.Of($"{phone.Name}");

    /// <summary>Where the phone is and what time it is there; it changes once a minute.</summary>
    public static Html Place(WallPhone phone, Instant now) =>
        Html.Of(
            $"""
            <p class="quiet spread" id="z-{phone.Id}"><span>{phone.Owner?.Profile.Zone.Replace('_', ' ')
                ?? "No zone"}</span><span>{Times.WeekTime(now, phone.Zone)}</span></p>
            """
        );

    private static Html More(HttpContext http, WallPhone phone) =>
        Html.Of(
            $"""
            <div class="stack"><p class="quiet">Number {phone.Phone.Number.ToString()}</p>
            <form method="post" action="{PhonesPage.Path}/{phone.Id}/reply" data-quiet>{http.TokenField()}<button name="kind" value="picture">Send a picture without words</button></form>
            <form method="post" action="{PhonesPage.Path}/{phone.Id}/fault" class="row">{http.TokenField()}
            <p class="field"><label for="f-{phone.Id}">This phone</label><select id="f-{phone.Id}" name="fault">
            {Faults.Select(f =>
                Html.Of(
                    $"""<option value="{f.Fault.ToString()}"{Html.When(f.Fault == phone.Phone.Fault, () => Html.Of($" selected"))}>{f.Label}</option>"""
                )
            )}
            </select></p><p><button>Set</button></p></form>
            </div>
            """
        );
}
