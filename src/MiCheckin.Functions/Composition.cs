using MiCheckin.Functions.Console;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Settings;

namespace MiCheckin.Functions;

/// <summary>The one place that knows which parts make the app: what it touches outside, what it does inside, what it needs alone.</summary>
internal static partial class Composition
{
    public static async Task AddMiCheckinAsync(
        this WebApplicationBuilder builder,
        SettingsOutcome.Good settings,
        CancellationToken cancellationToken
    )
    {
        var services = builder.Services;
        services.AddSingleton(settings.Service).AddSingleton(settings.Twilio).AddSingleton(settings.Console);
        services.AddSingleton(settings.Mail);
        services.AddSingleton(await FunctionCatalog.ReadAsync(AppContext.BaseDirectory, cancellationToken));
        await services.AddClockAsync(settings.Service, cancellationToken);
        await services.AddStorageAsync(settings.Service, cancellationToken);
        services.AddTexts(settings);
        services.AddMail(settings);
        services.AddFlows();
        services.AddSafety(settings.Service);
        services.AddCoaching(settings.Service);
        services.AddRetention();
        services.AddFunctions();
        services.AddProblemDetails().AddConsole();
        if (!settings.Service.UnderFunctionsHost)
        {
            services.AddStandAlone(settings.Service);
        }
    }

    public static void UseMiCheckin(this WebApplication app, SettingsOutcome.Good settings)
    {
        app.UseExceptionHandler();
        if (settings.Service.UnderFunctionsHost)
        {
            app.Use(new PreparedDoor(app, settings).PassAsync);
        }

        app.UseConsole();
        app.MapGet("/", () => TypedResults.LocalRedirect("/console"));
        app.MapHealth();
        app.MapConsole();
        app.MapAcknowledgement();
        if (!settings.Service.Simulated)
        {
            app.MapTwilioWebhook();
        }

        if (settings.Service.UnderFunctionsHost)
        {
            app.MapInvocations(app.Services.GetRequiredService<FunctionCatalog>());
        }
    }
}
