using MiCheckin.Core.Programs.Checking;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Programs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Console.Programs;

/// <summary>Takes an admin's own program: send the file, read what the check found, confirm. Nothing is published before that.</summary>
internal static class PublishPage
{
    public static async Task<IResult> TakeAsync(
        HttpContext http,
        ProgramPublisher publisher,
        CancellationToken cancellationToken
    )
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);

        if (await CheckedFile.OfAsync(form, ProgramPublisher.LargestFile, cancellationToken) is not { } file)
        {
            return NoFile.AsPage(http);
        }

        if (!CheckedFile.IsConfirmed(form))
        {
            return Show(http, Found(http, ProgramPublisher.Check(file), file));
        }

        var done = await publisher.PublishAsync(file, http.User().Actor, cancellationToken);
        return Show(
            http,
            Html.Of(
                $"""
                <p class="{(done.Stands ? "said" : "bad")}" role="status">{done.Sentence}</p>
                {Html.When(!done.Stands, () => Form(http))}
                """
            )
        );
    }

    /// <summary>The form that begins it.</summary>
    public static Html Form(HttpContext http) =>
        Html.Of(
            $"""
            <form method="post" action="{ProgramsPage.Path}" enctype="multipart/form-data" class="card narrow below">{http.TokenField()}
            <h2>Publish a program</h2>
            <p class="field"><label for="file">The program (JSON)</label><input id="file" type="file" name="{CheckedFile.Field}" accept=".json,application/json" required>
            <span class="hint">Open a program above, download its file, give it an id of its own and change its words. docs/program-scripts.md says how. Whoever is enrolled stays on the version they began with.</span></p>
            <p><button class="button">Check it</button></p></form>
            """
        );

    private static Html Found(HttpContext http, CheckOutcome check, byte[] file) =>
        check.Program is { } program && !check.Errors.Any()
            ? Html.Of(
                $"""
                <form method="post" action="{ProgramsPage.Path}" class="card narrow">{http.TokenField()}{CheckedFile.Confirmation(
                    file
                )}
                <h2>{program.Id}, version {program.Version}, can be published</h2>
                <p>{Times.Count(
                    check.Warnings.Count(),
                    "warning"
                )}. Nobody is texted by this: a cohort must be made or changed to use it.</p>
                <p><button class="button">Publish it</button></p></form>
                {ProgramFindings.Of(check.Findings)}
                """
            )
            : Html.Of(
                $"""
                <p class="bad" role="status">{Times.Count(
                    check.Errors.Count(),
                    "error"
                )} to mend first. Nothing was published.</p>
                {ProgramFindings.Of(check.Findings)}{Form(http)}
                """
            );

    private static ContentHttpResult Show(HttpContext http, Html main) =>
        Shell.Show(
            http,
            new Page(
                "Programs",
                Html.Of(
                    $"""<header class="head"><p><a href="{ProgramsPage.Path}">Programs</a></p><h1>Publish a program</h1></header>{main}"""
                )
            )
        );

    private static Problem NoFile { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "No file",
            $"No file was chosen, or it is larger than {ProgramPublisher.LargestFile / 1024} KB.",
            "Go back and choose a program as a JSON file."
        );
}
