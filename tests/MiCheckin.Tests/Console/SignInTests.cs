using System.Net;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Settings;

namespace MiCheckin.Tests.Console;

public sealed class SignInTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_sees_a_page_without_signing_in()
    {
        await using var app = await ConsoleApp.StartAsync(Token);
        using var answer = await app.Browser.GetAsync("/console/try", Token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(
            "sign-in link",
            await answer.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_printed_link_opens_the_console_once()
    {
        await using var app = await ConsoleApp.StartAsync(Token);
        var link = app.SignInPath;
        await app.SignedInAsync(Token);
        using var page = await app.Browser.GetAsync("/console/try", Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        using var stranger = app.NewBrowser();
        using var second = await stranger.GetAsync(link, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_is_kept_from_scripts_and_other_sites()
    {
        await using var app = await ConsoleApp.StartAsync(Token);
        using var answer = await app.Browser.GetAsync(app.SignInPath, Token);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/console", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_older_than_a_quarter_of_an_hour_opens_nothing()
    {
        var time = new Watch();
        var link = new SignInLink(time);
        var token = link.Query!.Split('=')[1];
        time.Passed = TimeSpan.FromMinutes(16);
        Assert.Null(link.Redeem(token));
    }

    [Fact]
    public void A_session_ends_after_half_a_day()
    {
        var time = new Watch();
        var link = new SignInLink(time);
        var session = link.Redeem(link.Query!.Split('=')[1]);
        Assert.True(link.IsOpen(session));
        time.Passed = TimeSpan.FromHours(13);
        Assert.False(link.IsOpen(session));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        using var out_ = await app.SendAsync("/console/try", "/console/signout", Token);
        using var page = await app.Browser.GetAsync("/console/try", Token);
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", "hi")]);
        using var answer = await app.Browser.PostAsync("/console/try", form, Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "reload the page",
            await answer.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_form_sent_by_another_site_is_refused_even_with_a_token()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        app.Browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await app.SendAsync("/console/try", "/console/try", Token, ("text", "hi"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_that_was_made_to_point_here_is_refused()
    {
        await using var app = await ConsoleApp.StartAsync(Token);
        using var browser = app.NewBrowser("rebound.example");
        using var answer = await browser.GetAsync(app.SignInPath, Token);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_principal_header_is_believed_only_where_the_settings_say_so()
    {
        await using var app = await ConsoleApp.StartAsync(Token);
        using var answer = await AskAsync(app, "boss@clinic.example", EasyAuth.AdminRole);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("boss@clinic.example", EasyAuth.AdminRole, HttpStatusCode.OK)]
    [InlineData("ana@clinic.example", EasyAuth.CoachRole, HttpStatusCode.OK)]
    [InlineData("ana@clinic.example", "Some.Other", HttpStatusCode.Forbidden)]
    [InlineData("stranger@clinic.example", EasyAuth.CoachRole, HttpStatusCode.Forbidden)]
    public async Task Behind_the_sign_in_service_the_role_decides(
        string mail,
        string role,
        HttpStatusCode expected
    )
    {
        await using var app = await ConsoleApp.StartAsync(
            Token,
            null,
            new ConsoleOptions { Auth = "easyauth" }
        );
        using var answer = await AskAsync(app, mail, role);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("bnVsbA==")]
    [InlineData("eyJjbGFpbXMiOltdfQ==")]
    [InlineData("eyJjbGFpbXMiOjN9")]
    public void A_broken_principal_is_nobody(string header) => Assert.Null(EasyAuth.Read(header));

    private static async Task<HttpResponseMessage> AskAsync(ConsoleApp app, string mail, string role)
    {
        app.ComeAs(mail, role);
        return await app.Browser.GetAsync("/console/try", Token);
    }

    private sealed class Watch : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
