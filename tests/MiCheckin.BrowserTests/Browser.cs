using System.Text.RegularExpressions;
using Microsoft.Playwright;

// One program, one browser: two at once would only wait for each other.
[assembly: AssemblyFixture(typeof(MiCheckin.BrowserTests.Browser))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace MiCheckin.BrowserTests;

/// <summary>One running program and one Chromium for all tests, signed in once.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string NoChromium =
        "These tests need Chromium. Run eng/check.sh, which says how to get it, or install the package chromium.";

    /// <summary>In milliseconds: how long a step may take on a machine that is busy with all other tests.</summary>
    private const int Patience = 90_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _state = "";

    internal RunningApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        App = await RunningApp.StartAsync(CancellationToken.None);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Executable(), Args = ["--no-sandbox"] }
        );
        await using var context = await _browser.NewContextAsync();
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(App.SignInLink);
        await ArrivedAsync(page, "/console/phones$");
        _state = await context.StorageStateAsync();
    }

    /// <summary>A page of somebody who is signed in.</summary>
    public async Task<IPage> OpenAsync(string path, bool script = true, bool dark = false)
    {
        var context = await Chromium.NewContextAsync(
            new BrowserNewContextOptions
            {
                StorageState = _state,
                JavaScriptEnabled = script,
                BypassCSP = script,
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new ViewportSize { Width = 1360, Height = 900 },
            }
        );
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(App.Address + path);
        return page;
    }

    /// <summary>A page of somebody who is not.</summary>
    public async Task<IPage> OpenSignedOutAsync(string address)
    {
        var context = await Chromium.NewContextAsync();
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>
    /// Until the page with that address is there to its end. Asked of the page itself, again and again: a wait for the
    /// event of its arrival never ends where the event was first.
    /// </summary>
    public static async Task ArrivedAsync(IPage page, string address)
    {
        await Assertions
            .Expect(page)
            .ToHaveURLAsync(new Regex(address, RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.EvaluateAsync(
            "() => new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))"
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        _playwright?.Dispose();
        await App.DisposeAsync();
    }

    private IBrowser Chromium =>
        _browser ?? throw new InvalidOperationException("The browser was not started.");

    private static string Executable() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(NoChromium);
}
