using System.Net;
using System.Text.Json;
using MiCheckin.Core.Participants;

namespace MiCheckin.Tests.Console;

public sealed class EnrolTests
{
    private const string Bad = "name,phone,zone\nNora,+16045550171,America/Vancouver\nOlaf,12345,Mars\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_its_token_the_api_opens_to_nobody_not_even_a_signed_in_browser()
    {
        await using var app = await (await ConsoleApi.StartAsync()).SignedInAsync(Token);
        using var none = await app.PostAsync("enrol", ConsoleApi.Good, null);
        using var wrong = await app.PostAsync("enrol", ConsoleApi.Good, "guess");
        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized),
            (none.StatusCode, wrong.StatusCode)
        );
        Assert.Equal("application/problem+json", none.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_dry_run_tells_every_mistake_and_enrols_nobody()
    {
        await using var app = await ConsoleApi.StartAsync();
        using var answer = await app.PostAsync("enrol?dryRun=true", Bad);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        Assert.Equal(1, json.RootElement.GetProperty("enrolled").GetInt32());
        Assert.True(json.RootElement.GetProperty("problems").GetArrayLength() >= 2);
        Assert.Empty(await app.Clinic.Coaches.RosterAsync(new CoachId("ana"), Token));
    }

    [Fact]
    public async Task One_bad_row_keeps_everybody_out_and_is_a_problem()
    {
        await using var app = await ConsoleApi.StartAsync();
        using var answer = await app.PostAsync("enrol", Bad);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("\"fix\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Empty(await app.Clinic.Coaches.RosterAsync(new CoachId("ana"), Token));
    }

    [Fact]
    public async Task A_good_file_enrols_once_however_often_it_is_sent()
    {
        await using var app = await ConsoleApi.StartAsync();
        using var first = await app.PostAsync("enrol", ConsoleApi.Good);
        using var second = await app.PostAsync("enrol", ConsoleApi.Good);
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

    [Fact]
    public async Task A_coach_with_a_broken_address_is_not_stored()
    {
        await using var app = await (await ConsoleApi.StartAsync()).SignedInAsync(Token);
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
}
