namespace MiCheckin.BrowserTests;

/// <summary>Every page, in light and dark, has nothing that axe-core objects to.</summary>
public sealed class AccessibilityTests(Browser browser)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/console/phones")]
    [InlineData("/console/mails")]
    [InlineData("/console/people")]
    [InlineData("/console/alerts")]
    [InlineData("/console/enrol")]
    [InlineData("/console/coaches")]
    [InlineData("/console/digests")]
    [InlineData("/console/digests/amara")]
    [InlineData("/console/programs")]
    [InlineData("/console/programs/move-more/1")]
    [InlineData("/console/try")]
    [InlineData("/console/status")]
    [InlineData("/console/no-such-page")]
    public async Task A_page_is_open_to_everybody(string path)
    {
        foreach (var dark in (bool[])[false, true])
        {
            var page = await browser.OpenAsync(path, dark: dark);
            await page.Locator("summary")
                .EvaluateAllAsync<object?>("all => all.forEach(s => s.parentElement.open = true)");
            Assert.Empty(await Wcag.ViolationsAsync(page, Token));
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_persons_record_is_open_to_everybody()
    {
        var page = await browser.OpenAsync("/console/people");
        await page.Locator("tbody a").First.ClickAsync();
        await Browser.ArrivedAsync(page, "/console/people/.+");
        await page.Locator("summary")
            .EvaluateAllAsync<object?>("all => all.forEach(s => s.parentElement.open = true)");
        Assert.Empty(await Wcag.ViolationsAsync(page, Token));
    }

    [Fact]
    public async Task The_page_of_somebody_signed_out_is_open_to_everybody()
    {
        var page = await browser.OpenSignedOutAsync(browser.App.Address + "/console/people");
        Assert.Equal("Please sign in · MiCheckin", await page.TitleAsync());
    }

    [Fact]
    public async Task A_narrow_screen_needs_no_sideways_scrolling()
    {
        foreach (
            var path in (string[])
                ["/console/phones", "/console/people", "/console/status", "/console/coaches"]
        )
        {
            var page = await browser.OpenAsync(path);
            await page.SetViewportSizeAsync(320, 700);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"), path);
        }
    }

    [Fact]
    public async Task On_a_narrow_screen_the_menu_shows_where_one_is()
    {
        var page = await browser.OpenAsync("/console/status");
        await page.SetViewportSizeAsync(390, 844);
        await page.ReloadAsync();

        Assert.True(
            await page.EvaluateAsync<bool>(
                """
                (() => {
                  const here = document.querySelector(".side [aria-current]").getBoundingClientRect();
                  return here.left >= 0 && here.right <= innerWidth;
                })()
                """
            )
        );
    }
}
