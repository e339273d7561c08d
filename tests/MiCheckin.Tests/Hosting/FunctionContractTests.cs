using System.Runtime.Versioning;
using MiCheckin.Functions;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Settings;
using MiCheckin.Tests.Storage.Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MiCheckin.Tests.Hosting;

/// <summary>The files that the host reads and the code that it calls say the same.</summary>
[Collection(Azurite.Collection)]
public sealed class FunctionContractTests(OpenClinic open) : IClassFixture<OpenClinic>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IEnumerable<HostedFunction> Called => FunctionsPackage.Functions.Where(f => !f.IsProxied);

    private static IEnumerable<HostedFunction> Proxied => FunctionsPackage.Functions.Where(f => f.IsProxied);

    [Fact]
    public async Task Every_timer_and_queue_has_a_function_of_its_name_and_every_function_a_folder()
    {
        await using var app = await BuildAsync();

        Assert.NotEmpty(Called);
        Assert.All(Called, f => Assert.NotNull(app.Services.GetKeyedService<IFunction>(f.Name)));
        var catalog = app.Services.GetRequiredService<FunctionCatalog>();
        Assert.Equal(
            FunctionsPackage.Functions.Select(f => f.Name),
            catalog.Functions.Select(f => f.Name),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task Under_the_host_only_what_function_json_says_can_be_reached()
    {
        await using var app = await BuildAsync();
        var calls = Called.Select(f => "/" + f.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(
            Routes(app),
            route =>
            {
                var (path, methods) = route;
                var isCall = calls.Contains(path) && methods is ["POST"];
                var isProbe = path is "/" && methods is ["GET"];
                var proxied = Proxied.FirstOrDefault(f => Covers(f.Route, path));
                Assert.True(isCall || isProbe || proxied is not null, $"{path} is no function's.");
                Assert.True(
                    proxied is null || methods.All(m => Allows(proxied, m)),
                    $"{path} has a method that the host does not pass on: {string.Join(' ', methods)}"
                );
            }
        );
    }

    [Fact]
    public async Task Every_route_that_the_host_passes_on_is_there_with_its_methods()
    {
        await using var app = await BuildAsync();
        var routes = Routes(app);

        foreach (var function in Proxied)
        {
            foreach (var method in function.Methods)
            {
                Assert.Contains(
                    routes,
                    r =>
                        Covers(function.Route, r.Path)
                        && (r.Methods is [] || r.Methods.Contains(method, StringComparer.Ordinal))
                );
            }
        }
    }

    [Fact]
    public void No_route_matches_the_path_of_a_function_that_the_host_calls() =>
        Assert.All(
            Proxied,
            f => Assert.All(Called, c => Assert.False(FunctionsHostFront.Matches(f.Route, "/" + c.Name)))
        );

    [Fact]
    public void No_function_has_an_output_that_the_host_would_have_to_write() =>
        Assert.All(Called, f => Assert.Single(f.Bindings));

    [Fact]
    public void Every_queue_function_reads_the_storage_that_the_host_was_given() =>
        Assert.All(
            Called.Where(f => f.Queue is not null),
            f => Assert.Equal("AzureWebJobsStorage", (string?)f.Trigger["connection"])
        );

    [Fact]
    public void Host_json_says_what_the_program_relies_on()
    {
        var host = FunctionsPackage.HostJson;

        Assert.Equal("2.0", (string?)host["version"]);
        Assert.Equal("/bin/sh", (string?)host.SelectToken("customHandler.description.defaultExecutablePath"));
        Assert.Equal(
            ["run.sh"],
            host.SelectToken("customHandler.description.arguments")!.Select(a => $"{a}"),
            StringComparer.Ordinal
        );
        Assert.True((bool?)host.SelectToken("customHandler.enableProxyingHttpRequest"));
        Assert.Equal("", (string?)host.SelectToken("extensions.http.routePrefix"));
        Assert.Equal("[4.*, 5.0.0)", (string?)host.SelectToken("extensionBundle.version"));
        Assert.Equal("00:05:00", (string?)host["functionTimeout"]);
        var queues = host.SelectToken("extensions.queues")!;
        Assert.Equal(8, (int?)queues["batchSize"]);
        Assert.Equal(4, (int?)queues["newBatchThreshold"]);
        Assert.Equal(5, (int?)queues["maxDequeueCount"]);
        Assert.Equal("00:00:30", (string?)queues["visibilityTimeout"]);
        Assert.Equal("base64", (string?)queues["messageEncoding"]);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void The_host_finds_a_program_that_it_may_run()
    {
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.OtherExecute;

        foreach (var file in (string[])["run.sh", "MiCheckin.Functions"])
        {
            var path = Path.Combine(FunctionsPackage.Folder, file);
            Assert.Equal(execute, File.GetUnixFileMode(path) & execute);
        }
    }

    private async Task<WebApplication> BuildAsync()
    {
        var builder = Startup.NewBuilder(LaunchArguments.Read());
        var settings = open.Fresh()
            .Settings.Append(KeyValuePair.Create("FUNCTIONS_CUSTOMHANDLER_PORT", "0"))
            .Select(s =>
                KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)
            );
        builder.Configuration.AddInMemoryCollection(settings);
        var good = Assert.IsType<SettingsOutcome.Good>(SettingsReader.Read(builder.Configuration));
        return await Startup.BuildAsync(builder, good, Stop);
    }

    private static List<(string Path, IReadOnlyList<string> Methods)> Routes(IEndpointRouteBuilder app) =>
        [
            .. app
                .DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Select(e =>
                    (
                        "/" + e.RoutePattern.RawText!.TrimStart('/'),
                        e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
                    )
                ),
        ];

    /// <summary>Whether every path of a route in code is one of the route in function.json: both are literals, and a catch-all ends the wider one.</summary>
    private static bool Covers(string template, string route)
    {
        var wide = template.Split('/');
        var narrow = route.TrimStart('/').Split('/');
        for (var i = 0; i < wide.Length; i++)
        {
            if (wide[i].StartsWith("{*", StringComparison.Ordinal))
            {
                return true;
            }

            if (i >= narrow.Length || !wide[i].Equals(narrow[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return wide.Length == narrow.Length;
    }

    /// <summary>GET stands for HEAD too; the host passes no method on that function.json does not name, so HEAD ends there.</summary>
    private static bool Allows(HostedFunction function, string method) =>
        method is "HEAD" || function.Methods.Contains(method, StringComparer.Ordinal);
}
