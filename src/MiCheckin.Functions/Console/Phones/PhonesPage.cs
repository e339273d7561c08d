using MiCheckin.Core.Participants;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Simulator;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Text;

namespace MiCheckin.Functions.Console.Phones;

/// <summary>Every simulated phone as a phone, under the clock that they all run on. Only where texts go to simulated phones.</summary>
internal static class PhonesPage
{
    public const string Path = "/console/phones";

    /// <summary>Past the moment itself, so that what it brings has arrived.</summary>
    private static readonly Duration AMinute = Duration.FromMinutes(1);

    public static void MapPhonesPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).ForAdmins();
        routes.MapGet(Path + "/live", PhonesLive.Stream).ForAdmins();
        routes.MapPost(Path + "/clock", MoveAsync).ForAdmins();
        routes.MapPost(Path + "/{id}/reply", ReplyAsync).ForAdmins();
        routes.MapPost(Path + "/{id}/fault", SetFaultAsync).ForAdmins();
    }

    private static async Task<ContentHttpResult> ShowAsync(
        HttpContext http,
        PhoneWall wall,
        Rehearsal rehearsal,
        IClock clock,
        CancellationToken cancellationToken
    )
    {
        var phones = await wall.AllAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var next = await wall.NextAsync(rehearsal, cancellationToken);
        var main = Html.Of(
            $"""
            <header class="head"><h1>Phones</h1>
            <p>Be the participants: answer for them, and move the clock to see what the service does.</p></header>
            {ClockBar.Of(http, now, next)}
            {Html.When(phones.Count > 6, Find)}
            <div class="phones">{phones.Select(p => PhoneCard.Of(http, p, now))}</div>
            {Html.When(
                phones is [],
                () =>
                    Html.Of(
                        $"""<p class="card">No phones yet. <a href="/console/enrol">Enrol somebody</a>, and their phone appears here.</p>"""
                    )
            )}
            """
        );
        return Shell.Show(http, new Page("Phones", main) { Live = Path + "/live" });
    }

    private static Html Find() =>
        Html.Of(
            $"""<p class="field find"><label for="find">Find a phone</label><input id="find" type="search" data-filter=".phone" placeholder="Name, zone, words …" autocomplete="off"></p>"""
        );

    /// <summary>Moves as far as asked, also if the page is left meanwhile; only the end of the program stops it, which may come any day.</summary>
    private static async Task<IResult> MoveAsync(
        HttpContext http,
        PhoneWall wall,
        Rehearsal rehearsal,
        IClock clock,
        IHostApplicationLifetime lifetime
    )
    {
        var cancellationToken = lifetime.ApplicationStopping;
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var by = form["by"].ToString();

        if (by is "next")
        {
            if (await wall.NextAsync(rehearsal, cancellationToken) is not { } next)
            {
                return Shell.Done(Path, Said.NothingToDo);
            }

            await rehearsal.AdvanceAsync(next - clock.GetCurrentInstant() + AMinute, cancellationToken);
            return Shell.Done(Path, Said.ClockMoved);
        }

        if (
            PeriodPattern.NormalizingIso.Parse(by) is not { Success: true, Value: var period }
            || period.Months + period.Years != 0
        )
        {
            return Shell.Done(Path, Said.NothingToDo);
        }

        await rehearsal.AdvanceAsync(period.ToDuration(), cancellationToken);
        return Shell.Done(Path, Said.ClockMoved);
    }

    private static async Task<IResult> ReplyAsync(
        HttpContext http,
        string id,
        PhoneWall wall,
        SimulatedNetwork network,
        CancellationToken cancellationToken
    )
    {
        if (await wall.FindAsync(id, cancellationToken) is not { } phone)
        {
            return Problems.NotFound.AsPage(http);
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var picture = form["kind"] == "picture";
        var words = picture ? "" : form["text"].ToString();

        if (!picture && string.IsNullOrWhiteSpace(words))
        {
            return Answer(http, id, Said.NotWritten);
        }

        await network.ReplyAsync(phone.Number, new MessageText(words), picture ? 1 : 0, cancellationToken);
        return Answer(http, id, Said.ReplySent);
    }

    private static async Task<IResult> SetFaultAsync(
        HttpContext http,
        string id,
        PhoneWall wall,
        SimulatedPhones phones,
        CancellationToken cancellationToken
    )
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);

        if (
            await wall.FindAsync(id, cancellationToken) is not { } phone
            || !Enum.TryParse<PhoneFault>(form["fault"], out var fault)
            || !Enum.IsDefined(fault)
        )
        {
            return Problems.NotFound.AsPage(http);
        }

        await phones.SetFaultAsync(phone.Number, fault, cancellationToken);
        return Answer(http, id, Said.FaultSet);
    }

    /// <summary>A form that was sent by the script stays where it is: the phone itself shows what happened.</summary>
    private static IResult Answer(HttpContext http, string id, Said said) =>
        http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)
            ? TypedResults.NoContent()
            : Shell.Done($"{Path}#p-{id}", said);
}
