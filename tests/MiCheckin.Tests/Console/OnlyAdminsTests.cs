using MiCheckin.Functions;
using MiCheckin.Functions.Console;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Settings;
using MiCheckin.Tests.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MiCheckin.Tests.Console;

public sealed class OnlyAdminsTests
{
    [Fact]
    public async Task Every_route_below_what_the_menu_offers_to_admins_alone_is_closed_to_everybody_else()
    {
        using var folder = new TemporaryFolder();
        var builder = Startup.NewBuilder(LaunchArguments.Read("--data", folder.Path));
        var settings = Assert.IsType<SettingsOutcome.Good>(SettingsReader.Read(builder.Configuration));
        await using var app = await Startup.BuildAsync(
            builder,
            settings,
            TestContext.Current.CancellationToken
        );
        var entries = app.Services.GetServices<MenuEntry>().Where(e => e.AdminsOnly).ToList();
        var routes = ((IEndpointRouteBuilder)app)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .ToList();

        Assert.Contains(entries, e => e.Label is "Phones");
        foreach (var entry in entries)
        {
            var below = routes.Where(r => IsBelow(entry.Path, "/" + r.RoutePattern.RawText!.TrimStart('/')));
            Assert.NotEmpty(below);
            Assert.All(below, r => Assert.NotNull(r.Metadata.GetMetadata<OnlyAdmins>()));
        }
    }

    [Theory]
    [InlineData("/console/coaches")]
    [InlineData("/console/enrol")]
    [InlineData("/console/enrol/sample.csv")]
    [InlineData("/console/status")]
    public async Task A_coach_is_told_that_it_is_for_admins(string path)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = await ConsoleApp.StartAsync(
            stop,
            options: new ConsoleOptions { Auth = "easyauth" }
        );
        app.ComeAs("ana@clinic.example", EasyAuth.CoachRole);

        using var answer = await app.Browser.GetAsync(new Uri(path, UriKind.Relative), stop);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("For admins", await answer.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_opens_for_a_coach_where_a_coach_may_be()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = await ConsoleApp.StartAsync(
            stop,
            options: new ConsoleOptions { Auth = "easyauth" }
        );
        app.ComeAs("ana@clinic.example", EasyAuth.CoachRole);

        using var answer = await app.Browser.GetAsync(new Uri("/console", UriKind.Relative), stop);

        Assert.Equal("/console/people", answer.Headers.Location?.ToString());
    }

    private static bool IsBelow(string path, string route) =>
        route.Equals(path, StringComparison.Ordinal)
        || route.StartsWith(path + "/", StringComparison.Ordinal);
}
