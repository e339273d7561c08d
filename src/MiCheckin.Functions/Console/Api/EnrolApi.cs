using MiCheckin.Functions.Enrolment;

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
internal sealed record EnrolProblem(int Row, string Column, string Value, string Reason, string Fix);

/// <summary>Enrolment for the command line. The bearer token is the only way in: a browser's cookie opens nothing here.</summary>
internal static class EnrolApi
{
    private const int LargestFile = 4 * 1024 * 1024;

    public static void MapEnrolApi(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/console/api/enrol", EnrolAsync)
            .Accepts<string>("text/csv", "multipart/form-data")
            .Produces<EnrolAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
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
                "Nobody was enrolled. Mend the rows and send the file again, or ask for skipBad=true.",
                statusCode: StatusCodes.Status422UnprocessableEntity,
                title: "Some rows need mending",
                extensions: [KeyValuePair.Create("problems", (object?)Told(result.Problems))]
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
