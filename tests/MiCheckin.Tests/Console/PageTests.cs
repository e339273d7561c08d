using System.Net;

namespace MiCheckin.Tests.Console;

public sealed class PageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/console/try")]
    [InlineData("/console/signin")]
    [InlineData("/console/no-such-page")]
    [InlineData("/console/assets/console.css")]
    public async Task Every_answer_tells_the_browser_to_run_only_our_own(string path)
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        using var answer = await app.Browser.GetAsync(path, Token);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_where_to_go()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        using var answer = await app.Browser.GetAsync("/console/no-such-page", Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "Choose one from the menu",
            await answer.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_author_sees_how_a_text_is_read()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        using var answer = await app.SendAsync(
            "/console/try",
            "/console/try",
            Token,
            ("prompt", "What would be good about it?"),
            ("text", "<i>more time & energy</i>"),
            ("expects", "Open")
        );
        var page = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("&lt;i&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Read as", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_is_said_from_a_closed_list()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        var honest = await app.Browser.GetStringAsync("/console/try?said=Paused", Token);
        var forged = await app.Browser.GetStringAsync("/console/try?said=You+won", Token);
        Assert.Contains("role=\"status\"", honest, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"status\"", forged, StringComparison.Ordinal);
    }
}
