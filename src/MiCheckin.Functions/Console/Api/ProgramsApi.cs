using MiCheckin.Core.Programs.Checking;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Functions.Console.Api;

/// <summary>What the API answers to a program file.</summary>
/// <param name="Published">True where this version stands, by this call or an earlier one.</param>
/// <param name="Findings">Everything the check found; only errors keep a program out.</param>
internal sealed record PublishAnswer(
    string? Program,
    int? Version,
    bool Published,
    string Sentence,
    IReadOnlyList<PublishFinding> Findings
);

/// <summary>One thing the check found: <c>error</c> or <c>warning</c>, the rule's name, where, what and how to mend it.</summary>
internal sealed record PublishFinding(
    string Severity,
    string Rule,
    string Path,
    string Problem,
    string Text,
    string Fix
);

/// <summary>Publishing for the command line, behind the same bearer token as enrolment.</summary>
internal static class ProgramsApi
{
    public static void MapProgramsApi(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/console/api/programs", PublishAsync)
            .Accepts<string>("application/json", "multipart/form-data")
            .Produces<PublishAnswer>()
            .Produces<PublishAnswer>(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .WithName("publish")
            .WithSummary("Checks a program and publishes it unless the check finds an error.")
            .DisableAntiforgery();

    private static async Task<IResult> PublishAsync(
        HttpRequest request,
        ApiToken token,
        ProgramPublisher publisher,
        CancellationToken cancellationToken
    )
    {
        if (!token.Opens(request.Headers.Authorization))
        {
            return ApiToken.Wrong.AsJson();
        }

        if (await SentFile.OfAsync(request, ProgramPublisher.LargestFile, cancellationToken) is not { } file)
        {
            return NoFile.AsJson();
        }

        var done = await publisher.PublishAsync(file, "api", cancellationToken);
        var answer = new PublishAnswer(
            done.Check.Program?.Id,
            done.Check.Program?.Version,
            done.Stands,
            done.Sentence,
            [
                .. done.Check.Findings.Select(f => new PublishFinding(
                    f.Severity is Severity.Error ? "error" : "warning",
                    f.Rule,
                    f.Path,
                    f.Problem,
                    f.Text,
                    f.Fix
                )),
            ]
        );
        return done.Stands ? TypedResults.Ok(answer) : TypedResults.UnprocessableEntity(answer);
    }

    private static Problem NoFile { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "No file",
            $"The request carries no file, or one of more than {ProgramPublisher.LargestFile / 1024} KB.",
            "Send the program as the body (Content-Type: application/json), or as one file of a multipart form."
        );
}
