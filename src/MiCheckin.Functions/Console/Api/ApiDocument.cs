using System.Net.Mime;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Enrolment;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MiCheckin.Functions.Console.Api;

/// <summary>What the API takes and answers, as OpenAPI 3.1: for whoever writes a client. Made when it is first asked for.</summary>
internal static class ApiDocument
{
    public const string Path = "/console/api/openapi.json";
    private const string Name = "api";
    private const string Bearer = "bearer";

    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(
            Name,
            options =>
            {
                options.ShouldInclude = endpoint =>
                    endpoint.RelativePath?.StartsWith("console/api/", StringComparison.Ordinal) is true;
                options.AddDocumentTransformer(DescribeAsync);
                options.AddOperationTransformer(DescribeAsync);
            }
        );

    public static void MapApiDocument(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, ShowAsync).ExcludeFromDescription();

    /// <summary>For signed-in admins, and for those whom the API itself opens to.</summary>
    private static async Task<IResult> ShowAsync(
        HttpContext http,
        ApiToken token,
        CancellationToken cancellationToken
    )
    {
        if (!token.Opens(http.Request.Headers.Authorization) && http.UserOrNull() is not { IsAdmin: true })
        {
            return http.UserOrNull() is null ? ApiToken.Wrong.AsJson() : Problems.AdminsOnly.AsJson();
        }

        var provider = http.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
        return TypedResults.Text(json, MediaTypeNames.Application.Json);
    }

    private static Task DescribeAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "MiCheckin",
            Version = "1",
            Description = "Enrols people from a CSV file and publishes programs, as the console's pages do.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(
            StringComparer.Ordinal
        )
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = Bearer,
                Description =
                    "The setting MiCheckin__Console__ApiToken, or the token that a stand-alone program prints at its start. A browser's cookie opens nothing here.",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
        ];
        return Task.CompletedTask;
    }

    private static Task DescribeAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        operation.RequestBody =
            operation.OperationId is EnrolApi.OperationId
                ? Body(
                    $"UTF-8, with a line of headings, at most 4 MB. Columns: {EnrolmentColumns.Listed}; name, phone and zone must be there.",
                    MediaTypeNames.Text.Csv,
                    JsonSchemaType.String
                )
                : Body(
                    "A program as programs/program.schema.json of the sources describes it.",
                    MediaTypeNames.Application.Json,
                    JsonSchemaType.Object
                );

        foreach (var parameter in operation.Parameters ?? [])
        {
            parameter.Description = parameter.Name switch
            {
                "dryRun" => "true: the file is only checked, and nobody is enrolled.",
                "skipBad" =>
                    "true: good rows are enrolled and the others left out; else one bad row keeps everybody out.",
                "cohort" => "The cohort of rows that name none.",
                _ => parameter.Description,
            };
        }

        return Task.CompletedTask;
    }

    private static OpenApiRequestBody Body(string description, string mediaType, JsonSchemaType type) =>
        new()
        {
            Required = true,
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [mediaType] = new() { Schema = new OpenApiSchema { Type = type } },
                [MediaTypeNames.Multipart.FormData] = new() { Schema = AFile() },
            },
        };

    private static OpenApiSchema AFile() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            },
        };
}
