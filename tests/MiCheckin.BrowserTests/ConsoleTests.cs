using Microsoft.Playwright;

namespace MiCheckin.BrowserTests;

/// <summary>What an admin does at the keyboard, in a real browser, against the real program.</summary>
public sealed class ConsoleTests(Browser browser)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sign_in_link_works_once()
    {
        await using var app = await RunningApp.StartAsync(Token);
        var link = app.SignInLink;
        var first = await browser.OpenSignedOutAsync(link);
        await Browser.ArrivedAsync(first, "/console/phones$");
        var second = await browser.OpenSignedOutAsync(link);
        await Assertions.Expect(second.Locator("h1")).ToHaveTextAsync("Please sign in");
    }

    [Fact]
    public async Task A_reply_shows_on_the_phone_without_a_reload_and_is_answered()
    {
        var page = await browser.OpenAsync("/console/phones");
        await WelcomeAsync(page);
        var phone = PhoneOf(page, "Rosa");
        await SayAsync(page, phone, "YES");
        await Assertions.Expect(phone.Locator(".out p").Last).ToHaveTextAsync("YES");
        await Assertions.Expect(phone.Locator(".in")).Not.ToHaveCountAsync(1);
        Assert.DoesNotContain("ReplySent", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_is_confirmed_once_and_nothing_follows_the_next_day()
    {
        var page = await browser.OpenAsync("/console/phones");
        await WelcomeAsync(page);
        var phone = PhoneOf(page, "Walt");
        await SayAsync(page, phone, "STOP");
        await Assertions.Expect(phone.Locator(".out + .in")).ToHaveCountAsync(1);
        var before = await phone.Locator(".in").CountAsync();
        await page.GotoAsync(browser.App.Address + "/console/phones");
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 day" }).ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("The clock was moved");
        Assert.Equal(before, await PhoneOf(page, "Walt").Locator(".in").CountAsync());
    }

    [Fact]
    public async Task A_file_with_bad_rows_says_what_to_mend_and_then_enrols_the_good_ones()
    {
        var page = await CheckedAsync(
            "Nora,+16045550171,America/Vancouver,move-more-spring,amara\n"
                + "Olaf,12345,America/Vancouvr,move-more-spring,amara\n"
        );
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("America/Vancouver?");
        await page.GetByLabel("Leave the rows below out").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enrol 1 row" }).ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("1 enrolled");
        await page.GotoAsync(browser.App.Address + "/console/people");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("Nora");
    }

    /// <summary>The page of phones loads itself anew when a phone appears that it does not show yet; the form under way must not be cut off by that.</summary>
    [Fact]
    public async Task A_phone_that_appears_while_the_clock_moves_does_not_cut_the_move_off()
    {
        var page = await CheckedAsync($"Pia,+16045550172,{WhereItIsNight()},move-more-spring,amara\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enrol 1 row" }).ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("1 enrolled");
        await page.GotoAsync(browser.App.Address + "/console/phones");
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 day" }).ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("The clock was moved");
        await Assertions.Expect(PhoneOf(page, "Pia").Locator(".in")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_text_that_may_mean_danger_raises_an_alert_that_can_be_taken_in_hand()
    {
        var page = await browser.OpenAsync("/console/phones");
        await WelcomeAsync(page);
        var phone = PhoneOf(page, "Marcus");
        await SayAsync(page, phone, "I want to kill myself");
        await Assertions.Expect(phone.Locator(".in p").Last).ToContainTextAsync("988");
        await page.GotoAsync(browser.App.Address + "/console/alerts");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have this in hand" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("Acknowledged");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("In the hands of admin");
    }

    [Fact]
    public async Task Everything_can_be_reached_and_sent_with_the_keyboard_alone()
    {
        var page = await browser.OpenAsync("/console/try");
        await page.Keyboard.PressAsync("Tab");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" }))
            .ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("What was asked")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("How ready are you?");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("STOP");

        for (var field = 0; field < 5; field++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".tag")).ToHaveTextAsync("asked to stop");
    }

    [Fact]
    public async Task Forms_work_without_script()
    {
        var page = await browser.OpenAsync("/console/phones", script: false);
        await WelcomeAsync(page);
        var phone = PhoneOf(page, "Mei");
        await SayAsync(page, phone, "yes please");
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("on its way");
        await Assertions.Expect(PhoneOf(page, "Mei").Locator(".out p").Last).ToHaveTextAsync("yes please");
    }

    /// <summary>Past everybody's first morning: each phone has its welcome.</summary>
    /// <summary>A page of what was found in a file of these rows.</summary>
    private async Task<IPage> CheckedAsync(string rows)
    {
        var page = await browser.OpenAsync("/console/enrol");
        await page.GetByLabel("The file (CSV)")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "people.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes("name,phone,zone,cohort,coach\n" + rows),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Check it" }).ClickAsync();
        return page;
    }

    /// <summary>A zone whose people get their welcome in some hours only.</summary>
    private static string WhereItIsNight() =>
        (
            (string[])
                [
                    "Europe/London",
                    "America/New_York",
                    "America/Vancouver",
                    "Australia/Sydney",
                    "Asia/Tokyo",
                    "Asia/Kolkata",
                ]
        ).First(zone =>
            SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[zone]).Hour < 6
        );

    private static async Task WelcomeAsync(IPage page)
    {
        if (await page.Locator(".phone .none").CountAsync() > 0)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "+1 day" }).ClickAsync();
            await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("The clock was moved");
        }
    }

    /// <summary>Sends a reply and waits until the service has taken it.</summary>
    private static Task<IResponse> SayAsync(IPage page, ILocator phone, string words) =>
        page.RunAndWaitForResponseAsync(
            async () =>
            {
                await phone.Locator("input[name=text]").FillAsync(words);
                await phone.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
            },
            answer => answer.Url.EndsWith("/reply", StringComparison.Ordinal)
        );

    private static ILocator PhoneOf(IPage page, string name) =>
        page.GetByRole(AriaRole.Article, new() { Name = $"Phone of {name}", Exact = true });
}
