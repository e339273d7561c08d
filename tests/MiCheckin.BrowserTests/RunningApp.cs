using MiCheckin.Functions;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MiCheckin.BrowserTests;

/// <summary>The real program on a free port, with a data folder of its own that is gone afterwards.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _data;

    private RunningApp(WebApplication app, string data)
    {
        _app = app;
        _data = data;
    }

    public string Address => _app.Urls.First();

    public string SignInLink => Address + _app.Services.GetRequiredService<SignInLink>().Query;

    public static async Task<RunningApp> StartAsync(CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("micheckin-browser-").FullName;
        var builder = Startup.NewBuilder(
            LaunchArguments.Read("--urls", "http://127.0.0.1:0", "--data", data)
        );
        var settings = Assert.IsType<SettingsOutcome.Good>(SettingsReader.Read(builder.Configuration));
        var app = await Startup.BuildAsync(builder, settings, cancellationToken);
        await app.StartAsync(cancellationToken);
        return new RunningApp(app, data);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
