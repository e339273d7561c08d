using System.Text;
using MiCheckin.Core.Programs;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Console.Programs;

/// <summary>Every word the programs may say, as their authors wrote it.</summary>
internal static class ProgramsPage
{
    public const string Path = "/console/programs";

    public static void MapProgramsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ListAsync);
        routes.MapPost(Path, PublishPage.TakeAsync).ForAdmins();
        routes.MapGet(Path + "/{id}/{version:int}", ShowAsync);
        routes.MapGet(Path + "/{id}/{version:int}/file", DownloadAsync);
    }

    private static async Task<ContentHttpResult> ListAsync(
        HttpContext http,
        ProgramShelf shelf,
        CancellationToken cancellationToken
    )
    {
        var programs = await shelf.NewestAsync(cancellationToken);
        var main = Html.Of(
            $"""
            <header class="head"><h1>Programs</h1><p>What people are asked and answered. Every text was written by a person; nothing is composed.</p></header>
            <ul class="check-list">{programs.OrderBy(p => p.Id, StringComparer.Ordinal).Select(Card)}</ul>
            {Html.When(
                programs.Count is 0,
                () => Html.Of($"""<p class="card quiet">No program is published yet.</p>""")
            )}
            {Html.When(http.User().IsAdmin, () => PublishPage.Form(http))}
            """
        );
        return Shell.Show(http, new Page("Programs", main));
    }

    private static Html Card(ProgramScript program)
    {
        var texts = program.Texts.Values.First();
        return Html.Of(
            $"""
            <li class="card"><h2><a href="{Path}/{program.Id}/{program.Version}">{texts.Name}</a></h2>
            <p>Helps people who want to {texts.Change}.</p>
            <p class="quiet">{program.Id} · version {program.Version} · {string.Join(
                ", ",
                program.Texts.Keys
            )} · {Times.Count(texts.Prompts.Count, "prompt")} ·
            {Times.Count(texts.Cells.Sum(c => c.Value.Count), "other text")}</p></li>
            """
        );
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        string id,
        int version,
        string? language,
        ProgramShelf shelf,
        ProgramReview review,
        CancellationToken cancellationToken
    )
    {
        if (await shelf.FindAsync(id, version, cancellationToken) is not { } program)
        {
            return Problems.NotFound.AsPage(http);
        }

        var texts = program.In(language ?? "");
        var main = Html.Of(
            $"""
            <header class="head"><p><a href="{Path}">Programs</a></p><h1>{texts.Name}</h1>
            <p>{program.Id}, version {program.Version} (<a href="{Path}/{program.Id}/{program.Version}/file">download the file</a>). In: {program.Texts.Keys.Select(l =>
                Html.Of($"""<a href="?language={l}" lang="{l}">{LanguageName(l)}</a> """)
            )}</p></header>
            {ProgramFindings.Of(review.Of(program))}
            {ProgramTexts.Prompts(texts)}
            {ProgramTexts.Cells(texts)}
            {ProgramTexts.Safety(texts)}
            """
        );
        return Shell.Show(http, new Page(texts.Name, main));
    }

    /// <summary>The file as it was published, to begin one's own from.</summary>
    private static async Task<IResult> DownloadAsync(
        HttpContext http,
        string id,
        int version,
        ProgramShelf shelf,
        CancellationToken cancellationToken
    ) =>
        await shelf.FileAsync(id, version, cancellationToken) is { } json
            ? TypedResults.File(Encoding.UTF8.GetBytes(json), "application/json", $"{id}-{version}.json")
            : Problems.NotFound.AsPage(http);

    private static string LanguageName(string tag) =>
        tag switch
        {
            "en" => "English",
            "es" => "Español",
            _ => tag,
        };
}
