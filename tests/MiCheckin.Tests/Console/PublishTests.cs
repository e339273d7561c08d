using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Settings;

namespace MiCheckin.Tests.Console;

/// <summary>An admin's own program, from the file to where cohorts can use it.</summary>
public sealed partial class PublishTests
{
    private static readonly string Own = EmbeddedPrograms
        .Json("move-more.json")
        .Replace("\"id\": \"move-more\"", "\"id\": \"walk-daily\"", StringComparison.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_checked_first_and_published_when_the_admin_confirms()
    {
        await using var app = await (await ConsoleApi.StartAsync()).SignedInAsync(Token);
        using var found = await UploadAsync(app, Own);
        var page = await found.Content.ReadAsStringAsync(Token);

        Assert.Contains("walk-daily, version 1, can be published", page, StringComparison.Ordinal);
        Assert.Null(await app.Clinic.Programs.FindAsync("walk-daily", 1, Token));

        using var done = await app.SendAsync(
            "/console/programs",
            "/console/programs",
            Token,
            [("checked", Kept().Match(page).Groups["file"].Value), ("confirmed", "yes")]
        );

        Assert.Contains(
            "walk-daily version 1 is published",
            await done.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal
        );
        Assert.NotNull(await app.Clinic.Programs.FindAsync("walk-daily", 1, Token));
        Assert.Contains(
            "walk-daily",
            await app.Browser.GetStringAsync("/console/coaches", Token),
            StringComparison.Ordinal
        );
        Assert.Contains(
            await new Audit(app.Clinic.Tables, app.Clinic.Clock).OfMonthAsync(Clinic.Now, Token),
            entry => entry.Act is AuditAct.PublishedProgram
        );
    }

    [Fact]
    public async Task A_published_file_comes_back_as_it_was_to_begin_another_from()
    {
        await using var app = await (await ConsoleApi.StartAsync()).SignedInAsync(Token);
        using var published = await app.PostAsync("programs", Own);

        Assert.Equal(Own, await app.Browser.GetStringAsync("/console/programs/walk-daily/1/file", Token));
        using var none = await app.Browser.GetAsync("/console/programs/walk-daily/2/file", Token);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task One_error_keeps_a_program_out_and_every_error_is_told_with_its_place_and_how_to_mend_it()
    {
        await using var app = await (await ConsoleApi.StartAsync()).SignedInAsync(Token);
        using var found = await UploadAsync(
            app,
            Own.Replace(
                "\"id\": \"walk-daily\"",
                "\"id\": \"Walk Daily\", \"colour\": 1",
                StringComparison.Ordinal
            )
        );
        var page = await found.Content.ReadAsStringAsync(Token);

        Assert.Contains("to mend first. Nothing was published.", page, StringComparison.Ordinal);
        Assert.Contains("$.id", page, StringComparison.Ordinal);
        Assert.Contains("$.colour", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish it", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_words_under_a_published_version_are_refused_and_the_stored_words_stay()
    {
        await using var app = await ConsoleApi.StartAsync();
        using var first = await app.PostAsync("programs", Own);
        using var again = await app.PostAsync("programs", Own);
        using var other = await app.PostAsync(
            "programs",
            Own.Replace("care@example.org", "help@example.org", StringComparison.Ordinal)
        );

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity),
            (first.StatusCode, again.StatusCode, other.StatusCode)
        );
        using var told = JsonDocument.Parse(await other.Content.ReadAsStringAsync(Token));
        Assert.Contains(
            "Raise \"version\" in the file",
            told.RootElement.GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
        var stored = await app.Clinic.Programs.FindAsync("walk-daily", 1, Token);
        Assert.Equal("care@example.org", stored!.Texts["en"].Contact);
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("not json at all", "$")]
    [InlineData("[]", "$")]
    public async Task What_is_no_program_is_told_as_a_finding(string body, string path)
    {
        await using var app = await ConsoleApi.StartAsync();
        using var answer = await app.PostAsync("programs", body);
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var finding = told.RootElement.GetProperty("findings")[0];
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.StartsWith(path, finding.GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("", finding.GetProperty("fix").GetString());
    }

    [Fact]
    public async Task Without_the_token_nothing_is_published()
    {
        await using var app = await (await ConsoleApi.StartAsync()).SignedInAsync(Token);
        using var answer = await app.PostAsync("programs", Own, "guess");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Null(await app.Clinic.Programs.FindAsync("walk-daily", 1, Token));
    }

    [Fact]
    public async Task A_coach_cannot_publish()
    {
        await using var app = await ConsoleApp.StartAsync(
            Token,
            options: new ConsoleOptions { Auth = "easyauth" }
        );
        app.ComeAs("ana@clinic.example", EasyAuth.CoachRole);

        Assert.DoesNotContain(
            "Publish a program",
            await app.Browser.GetStringAsync("/console/programs", Token),
            StringComparison.Ordinal
        );
        using var answer = await UploadAsync(app, Own, "/console/people");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> UploadAsync(
        ConsoleApp app,
        string json,
        string page = "/console/programs"
    )
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await app.TokenOnAsync(page, Token)), FormTokens.Field },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(json)), "file", "mine.json" },
        };
        return await app.Browser.PostAsync("/console/programs", form, Token);
    }

    [GeneratedRegex("""name="checked" value="(?<file>[^"]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Kept();
}
