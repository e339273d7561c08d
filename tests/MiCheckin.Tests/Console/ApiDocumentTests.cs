using System.Net;
using System.Text.Json.Nodes;
using MiCheckin.Functions.Console.Api;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Settings;
using MiCheckin.Tests.Programs;

namespace MiCheckin.Tests.Console;

/// <summary>The published description of the enrolment API, and that the API does what it says.</summary>
public sealed class ApiDocumentTests
{
    private const string Bad = "name,phone,zone\nOlaf,12345,Mars\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clients_with_the_token_and_signed_in_admins_may_read_it_and_nobody_else()
    {
        await using var alone = await ConsoleApi.StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(alone, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(alone, "guess"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(alone, ConsoleApi.Bearer));
        await alone.SignedInAsync(Token);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(alone, null));

        await using var behind = await ConsoleApi.StartAsync(new ConsoleOptions { Auth = "easyauth" });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(behind, null));
        behind.ComeAs("ana@clinic.example", EasyAuth.CoachRole);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(behind, null));
    }

    [Fact]
    public async Task It_describes_each_operation_its_file_its_key_and_its_refusals()
    {
        await using var app = await ConsoleApi.StartAsync();
        var document = await DocumentAsync(app);

        Assert.Equal(["/console/api/enrol", "/console/api/programs"], Keys(document["paths"]!));
        var publish = Assert.Single(document["paths"]!["/console/api/programs"]!.AsObject()).Value!;
        Assert.Equal(["application/json", "multipart/form-data"], Keys(publish["requestBody"]!["content"]!));
        Assert.Equal(["200", "400", "401", "422"], Keys(publish["responses"]!));
        var operation = Assert.Single(document["paths"]!["/console/api/enrol"]!.AsObject()).Value!;
        Assert.Equal(["cohort", "dryRun", "skipBad"], Names(operation["parameters"]!.AsArray()));
        Assert.All(
            operation["parameters"]!.AsArray(),
            p => Assert.NotEqual("", (string?)p!["description"] ?? "")
        );
        var body = operation["requestBody"]!;
        Assert.Contains("name, phone, zone", (string?)body["description"], StringComparison.Ordinal);
        Assert.Equal(["multipart/form-data", "text/csv"], Keys(body["content"]!));
        Assert.Equal(["200", "400", "401", "422"], Keys(operation["responses"]!));
        Assert.Equal("http", (string?)document["components"]!["securitySchemes"]!["bearer"]!["type"]);
        Assert.Single(document["security"]!.AsArray(), s => s!["bearer"] is not null);
        var problem = document["components"]!["schemas"]!["EnrolProblem"]!["properties"]!;
        Assert.Equal(["column", "fix", "reason", "row", "value"], Keys(problem));
    }

    [Theory]
    [InlineData("enrol?dryRun=true", ConsoleApi.Good, ConsoleApi.Bearer, 200)]
    [InlineData("enrol", ConsoleApi.Good, ConsoleApi.Bearer, 200)]
    [InlineData("enrol?dryRun=true", Bad, ConsoleApi.Bearer, 200)]
    [InlineData("enrol?skipBad=true", Bad, ConsoleApi.Bearer, 422)]
    [InlineData("enrol", Bad, ConsoleApi.Bearer, 422)]
    [InlineData("enrol", "", ConsoleApi.Bearer, 400)]
    [InlineData("enrol?dryRun=perhaps", ConsoleApi.Good, ConsoleApi.Bearer, 400)]
    [InlineData("enrol", ConsoleApi.Good, "guess", 401)]
    [InlineData("programs", "{}", ConsoleApi.Bearer, 422)]
    [InlineData("programs", "", ConsoleApi.Bearer, 400)]
    [InlineData("programs", "{}", "guess", 401)]
    public async Task What_the_api_answers_is_what_is_described(
        string call,
        string body,
        string token,
        int status
    )
    {
        await using var app = await ConsoleApi.StartAsync();
        var document = await DocumentAsync(app);
        using var answer = await app.PostAsync(call, body, token);

        Assert.Equal(status, (int)answer.StatusCode);
        var operation = document["paths"]!["/console/api/" + call.Split('?')[0]]!["post"]!;
        var described = operation["responses"]![$"{status}"]!["content"]!;
        var schema = described[answer.Content.Headers.ContentType!.MediaType!]!["schema"]!.AsObject();
        var text = await answer.Content.ReadAsStringAsync(Token);
        var checker = new JsonSchema(document);
        Assert.True(checker.AcceptsBy(schema, JsonNode.Parse(text)), text);

        // The check can fail: of no described answer these are members.
        Assert.False(
            checker.AcceptsBy(
                schema,
                JsonNode.Parse("""{"problems":[{"row":"x"}],"status":"?","version":"?"}""")
            )
        );
    }

    private static string[] Keys(JsonNode node) =>
        [.. node.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal)];

    private static string[] Names(JsonArray all) =>
        [.. all.Select(p => (string)p!["name"]!).Order(StringComparer.Ordinal)];

    private static async Task<HttpStatusCode> StatusAsync(ConsoleApp app, string? token)
    {
        using var answer = await GetAsync(app, token);
        return answer.StatusCode;
    }

    private static async Task<JsonObject> DocumentAsync(ConsoleApp app)
    {
        using var answer = await GetAsync(app, ConsoleApi.Bearer);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!.AsObject();
    }

    private static async Task<HttpResponseMessage> GetAsync(ConsoleApp app, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ApiDocument.Path);
        return await app.SendAsync(request, token);
    }
}
