using System.Net.Mime;
using MiCheckin.Functions.Enrolment;
using Microsoft.AspNetCore.Mvc;

namespace MiCheckin.Functions.Console.Api;

/// <summary>What the API answers to a file: who was (or would be) enrolled, and every row to mend.</summary>
/// <param name="DryRun">True: the file was only checked.</param>
/// <param name="Enrolled">Rows enrolled, or ready to be.</param>
/// <param name="AlreadyEnrolled">Rows whose number was enrolled before.</param>
internal sealed record EnrolAnswer(
    bool DryRun,
    int Enrolled,
    int AlreadyEnrolled,
    IReadOnlyList<EnrolProblem> Problems
);

/// <summary>One thing to mend. Phone numbers are masked.</summary>
/// <param name="Row">The line of the file, the headings being the first.</param>
/// <param name="Column">The column as this service calls it.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Fix">How to mend it.</param>
internal sealed record EnrolProblem(int Row, string Column, string Value, string Reason, string Fix);

/// <summary>What the API answers where nobody was enrolled because of rows to mend.</summary>
internal sealed class EnrolRefusal : ProblemDetails
{
    public required IReadOnlyList<EnrolProblem> Problems { get; init; }
}

/// <summary>Enrolment for the command line. The bearer token is the only way in: a browser's cookie opens nothing here.</summary>
internal static class EnrolApi
{
    public const string OperationId = "enrol";
    private const int LargestFile = 4 * 1024 * 1024;

    public static void MapEnrolApi(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/console/api/enrol", EnrolAsync)
            .Accepts<string>("text/csv", "multipart/form-data")
            .Produces<EnrolAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .Produces<EnrolRefusal>(
                StatusCodes.Status422UnprocessableEntity,
                MediaTypeNames.Application.ProblemJson
            )
            .WithName(OperationId)
            .WithSummary("Checks a file of people whole, and enrols them unless a row needs mending.")
            .DisableAntiforgery();

    private static async Task<IResult> EnrolAsync(
        HttpRequest request,
        ApiToken token,
        EnrolmentFlow flow,
        bool? dryRun,
        bool? skipBad,
        string? cohort,
        CancellationToken cancellationToken
    )
    {
        if (!token.Opens(request.Headers.Authorization))
        {
            return ApiToken.Wrong.AsJson();
        }

        if (await SentFile.OfAsync(request, LargestFile, cancellationToken) is not { } bytes)
        {
            return NoFile.AsJson();
        }

        using var file = new MemoryStream(bytes);

        var wish = new EnrolmentRequest("api", cohort ?? "", skipBad is true);

        if (dryRun is true)
        {
            var check = await flow.CheckAsync(file, wish, cancellationToken);
            return TypedResults.Ok(
                new EnrolAnswer(true, check.Rows.Count, check.Already.Count, Told(check.Problems))
            );
        }

        var result = await flow.EnrolAsync(file, wish, cancellationToken);
        return result is { Enrolled: [], Problems: [_, ..] }
            ? TypedResults.Problem(
                new EnrolRefusal
                {
                    Title = "Some rows need mending",
                    Detail =
                        "Nobody was enrolled. Mend the rows and send the file again, or ask for skipBad=true.",
                    Status = StatusCodes.Status422UnprocessableEntity,
                    Problems = Told(result.Problems),
                }
            )
            : TypedResults.Ok(
                new EnrolAnswer(false, result.Enrolled.Count, result.AlreadyThere, Told(result.Problems))
            );
    }

    private static IReadOnlyList<EnrolProblem> Told(IReadOnlyList<EnrolmentProblem> problems) =>
        [.. problems.Select(p => new EnrolProblem(p.Row, p.Column, p.Value, p.Reason, p.Fix))];

    private static Problem NoFile { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "No file",
            "The request carries no file, or one of more than 4 MB.",
            "Send the CSV as the body (Content-Type: text/csv), or as one file of a multipart form."
        );
}
