using MiCheckin.Functions.Console.Api;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Settings;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Telemetry;

namespace MiCheckin.Functions;

/// <summary>Starts the program: settings first, then the parts, then the door. Exit codes: 2 for settings, 1 for all else that fails.</summary>
internal static class Startup
{
    private const int LaptopPort = 7071;
    private const int WrongSettings = 2;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (LaunchArguments.AsksForHelp(args))
        {
            await System.Console.Out.WriteLineAsync(LaunchArguments.Help);
            return 0;
        }

        var launch = LaunchArguments.Read(args);
        var builder = NewBuilder(launch);
        switch (SettingsReader.Read(builder.Configuration, launch.Mistakes))
        {
            case SettingsOutcome.Bad bad:
                await TellAsync(bad.Mistakes);
                return WrongSettings;
            case SettingsOutcome.Good good:
                return await RunAsync(builder, good, cancellationToken);
            case var other:
                throw new InvalidOperationException($"Settings cannot end as {other}.");
        }
    }

    /// <summary>Never 0 on a fault: the Functions host restarts a program that ends with anything else.</summary>
    private static async Task<int> RunAsync(
        WebApplicationBuilder builder,
        SettingsOutcome.Good settings,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var app = await BuildAsync(builder, settings, cancellationToken);
            await app.StartAsync(cancellationToken);
            await GreetAsync(app, settings);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (OperationCanceledException)
        {
            // Stopped while starting, by Ctrl+C or SIGTERM.
            return 1;
        }
        catch (Exception e)
            when (e is StorageException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await System.Console.Error.WriteLineAsync($"MiCheckin cannot start. {e.Message}");
            return 1;
        }
    }

    /// <summary>The whole app, ready to start. Tests start it too, on a free port.</summary>
    public static async Task<WebApplication> BuildAsync(
        WebApplicationBuilder builder,
        SettingsOutcome.Good settings,
        CancellationToken cancellationToken
    )
    {
        var address = Listen(builder, settings.Service);
        if (settings.Service.ConsoleUrl is "")
        {
            settings = settings with { Service = settings.Service with { ConsoleUrl = address } };
        }

        if (!settings.Service.UnderFunctionsHost)
        {
            Directory.CreateDirectory(settings.Service.Data);
        }

        builder.AddLogs(settings.Service);
        Exporting.AddTo(builder);
        await builder.AddMiCheckinAsync(settings, cancellationToken);
        var app = builder.Build();
        if (!settings.Service.UnderFunctionsHost)
        {
            await app.PrepareAsync(settings, cancellationToken);
        }

        app.UseMiCheckin(settings);
        return app;
    }

    public static WebApplicationBuilder NewBuilder(LaunchArguments launch)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                // Settings are read once, at the start: no file is watched for changes.
                Args = ["--hostBuilder:reloadConfigOnChange=false"],
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Configuration.AddInMemoryCollection(launch.Settings);
        return builder;
    }

    /// <summary>Under the host its port, on loopback only; on a laptop the asked-for address, or 7071, or any free port.</summary>
    private static string Listen(WebApplicationBuilder builder, ServiceOptions service)
    {
        var asked = builder.Configuration[WebHostDefaults.ServerUrlsKey];
        if (service.HostPort is { } port)
        {
            return ListenOn(builder, $"http://127.0.0.1:{port}");
        }

        if (!string.IsNullOrEmpty(asked) && !ListeningAddress.LeavesThePort(asked))
        {
            ListenOn(builder, asked);
            return ListeningAddress.Reachable(asked.Split(';')[0]);
        }

        var own = OwnPort.Open(string.IsNullOrEmpty(asked) ? LaptopPort : 0);
        own.HandTo(builder);
        return ListenOn(builder, own.Address);
    }

    private static string ListenOn(WebApplicationBuilder builder, string urls)
    {
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, urls);
        return urls;
    }

    private static async Task TellAsync(IReadOnlyList<string> mistakes)
    {
        await System.Console.Error.WriteLineAsync("MiCheckin cannot start with these settings:");
        foreach (var mistake in mistakes)
        {
            await System.Console.Error.WriteLineAsync("  - " + mistake);
        }
    }

    private static async Task GreetAsync(WebApplication app, SettingsOutcome.Good settings)
    {
        if (settings.Service.UnderFunctionsHost || settings.Console.EasyAuth)
        {
            return;
        }

        var address = ListeningAddress.Reachable(app.Urls.First());
        var link = address + app.Services.GetRequiredService<SignInLink>().Query;
        await System.Console.Out.WriteLineAsync($"MiCheckin runs on {address} ({settings.Service}).");
        await System.Console.Out.WriteLineAsync($"Sign in, once, within 15 minutes: {link}");
        if (app.Services.GetRequiredService<ApiToken>().Drawn is { } token)
        {
            await System.Console.Out.WriteLineAsync(
                $"Token for the command line, until the next start: {token}"
            );
        }
    }
}
