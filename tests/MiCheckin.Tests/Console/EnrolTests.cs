using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Settings;

namespace MiCheckin.Tests.Console;

public sealed class EnrolTests
{
    private const string ApiToken = "0123456789abcdef0123456789abcdef";
    private const string Good = "name,phone,zone\nNora,+16045550171,America/Vancouver\n";
    private const string Bad = "name,phone,zone\nNora,+16045550171,America/Vancouver\nOlaf,12345,Mars\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_its_token_the_api_opens_to_nobody_not_even_a_signed_in_browser()
    {
        await using var app = await (await StartAsync()).SignedInAsync(Token);
        using var none = await PostAsync(app, Good, "", token: null);
        using var wrong = await PostAsync(app, Good, "", token: "guess");
        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized),
            (none.StatusCode, wrong.StatusCode)
        );
        Assert.Equal("application/problem+json", none.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_dry_run_tells_every_mistake_and_enrols_nobody()
    {
        await using var app = await StartAsync();
        using var answer = await PostAsync(app, Bad, "?dryRun=true", ApiToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        Assert.Equal(1, json.RootElement.GetProperty("enrolled").GetInt32());
        Assert.True(json.RootElement.GetProperty("problems").GetArrayLength() >= 2);
        Assert.Empty(await app.Clinic.Coaches.RosterAsync(new CoachId("ana"), Token));
    }

    [Fact]
    public async Task One_bad_row_keeps_everybody_out_and_is_a_problem()
    {
        await using var app = await StartAsync();
        using var answer = await PostAsync(app, Bad, "", ApiToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("\"fix\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Empty(await app.Clinic.Coaches.RosterAsync(new CoachId("ana"), Token));
    }

    [Fact]
    public async Task A_good_file_enrols_once_however_often_it_is_sent()
    {
        await using var app = await StartAsync();
        using var first = await PostAsync(app, Good, "", ApiToken);
        using var second = await PostAsync(app, Good, "", ApiToken);
        Assert.Contains(
            "\"enrolled\":1",
            await first.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"alreadyEnrolled\":1",
            await second.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal
        );
        Assert.Single(await app.Clinic.Coaches.RosterAsync(new CoachId("ana"), Token));
    }

    [Theory]
    [InlineData("/console/enrol")]
    [InlineData("/console/coaches")]
    [InlineData("/console/status")]
    public async Task A_coach_does_not_get_into_what_is_for_admins(string path)
    {
        await using var app = await StartAsync(new ConsoleOptions { Auth = "easyauth" });
        app.ComeAs("ana@clinic.example", EasyAuth.CoachRole);
        using var answer = await app.Browser.GetAsync(path, Token);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_coach_with_a_broken_address_is_not_stored()
    {
        await using var app = await (await StartAsync()).SignedInAsync(Token);
        using var answer = await app.SendAsync(
            "/console/coaches",
            "/console/coaches/coach",
            Token,
            ("id", "eve"),
            ("name", "Eve"),
            ("email", "eve at clinic"),
            ("zone", "Europe/Paris"),
            ("day", "Monday"),
            ("hour", "8")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await app.Clinic.Coaches.FindCoachAsync(new CoachId("eve"), Token));
    }

    private static async Task<ConsoleApp> StartAsync(ConsoleOptions? options = null)
    {
        var app = await ConsoleApp.StartAsync(
            Token,
            null,
            options ?? new ConsoleOptions { ApiToken = ApiToken }
        );
        await app.Clinic.Coaches.SaveAsync(
            new Cohort
            {
                Id = "spring",
                Name = "Spring",
                ProgramId = "move-more",
                ProgramVersion = 1,
                Coaches = [new CoachId("ana")],
                LastContact = EmailAddress.TryParse("boss@clinic.example", out var mail) ? mail : default,
            },
            Token
        );
        return app;
    }

    private static async Task<HttpResponseMessage> PostAsync(
        ConsoleApp app,
        string csv,
        string query,
        string? token
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/console/api/enrol" + query)
        {
            Content = new StringContent(csv, Encoding.UTF8, "text/csv"),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await app.Browser.SendAsync(request, Token);
    }
}
