using MiCheckin.Functions.Console.Alerts;
using MiCheckin.Functions.Console.Api;
using MiCheckin.Functions.Console.DigestPages;
using MiCheckin.Functions.Console.Enrolments;
using MiCheckin.Functions.Console.Mails;
using MiCheckin.Functions.Console.People;
using MiCheckin.Functions.Console.Phones;
using MiCheckin.Functions.Console.Programs;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Console.Status;
using MiCheckin.Functions.Console.Team;
using MiCheckin.Functions.Console.Tries;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Console;

/// <summary>The console: pages for coaches and admins, and a small API for the command line.</summary>
internal static class ConsolePages
{
    public static void AddConsole(this IServiceCollection services)
    {
        services.AddSingleton<SignInLink>();
        services.AddSingleton<FormTokens>();
        services.AddSingleton<ConsoleGate>();
        services.AddSingleton<Menu>();
        services.AddSingleton<CaseLoad>();
        services.AddSingleton<Timeline>();
        services.AddSingleton<RecordParts>();
        services.AddSingleton<RecordWrites>();
        services.AddSingleton<AlertReads>();
        services.AddSingleton<PhoneWall>();
        services.AddSingleton(new MenuEntry(PhonesPage.Path, "Phones", AdminsOnly: true, typeof(Rehearsal)));
        services.AddSingleton(new MenuEntry(MailsPage.Path, "Mails", AdminsOnly: true, typeof(FolderMailer)));
        services.AddSingleton(new MenuEntry(PeoplePage.Path, "People"));
        services.AddSingleton(new MenuEntry(AlertsPage.Path, "Alerts"));
        services.AddSingleton<StatusLines>().AddSingleton<OutsideLines>().AddSingleton<StorageProbe>();
        services.AddSingleton<ProgramReview>();
        services.AddSingleton<ProgramPublisher>();
        services.AddSingleton<DigestReads>();
        services.AddSingleton<ApiToken>();
        services.AddApiDocument();
        services.AddSingleton(new MenuEntry(EnrolPage.Path, "Enrol", AdminsOnly: true));
        services.AddSingleton(new MenuEntry(TeamPage.Path, "Coaches", AdminsOnly: true));
        services.AddSingleton(new MenuEntry(DigestsPage.Path, "Digests"));
        services.AddSingleton(new MenuEntry(ProgramsPage.Path, "Programs"));
        services.AddSingleton(new MenuEntry(TryPage.Path, "Try a text"));
        services.AddSingleton(new MenuEntry(StatusPage.Path, "Status", AdminsOnly: true));
        services.AddSingleton(TimeProvider.System);
        services.AddExceptionHandler<ConsoleErrors>();
    }

    /// <summary>Its headers and its gate, for its own paths only.</summary>
    public static void UseConsole(this IApplicationBuilder app) =>
        app.UseWhen(http => http.Request.IsUnder("/console"), console => console.Use(PassAsync));

    public static void MapConsole(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/console", Home);
        routes.MapAssets();
        routes.MapSignInPages();
        routes.MapPeoplePage();
        routes.MapRecordPage();
        routes.MapStandAlone(routes.ServiceProvider.GetRequiredService<IServiceProviderIsService>());

        routes.MapAlertsPage();
        routes.MapEnrolPage();
        routes.MapTeamPage();
        routes.MapDigestsPage();
        routes.MapEnrolApi();
        routes.MapApiDocument();
        routes.MapProgramsApi();
        routes.MapProgramsPage();
        routes.MapTryPage();
        routes.MapStatusPage();
        routes.MapFallback("/console/{**path}", Problems.NotFound.WriteAsync);
    }

    private static RedirectHttpResult Home(HttpContext http, Menu menu) =>
        TypedResults.LocalRedirect(menu.FirstFor(http.User()));

    /// <summary>What only a program of its own has: phones that are simulated, mails that are files.</summary>
    private static void MapStandAlone(this IEndpointRouteBuilder routes, IServiceProviderIsService parts)
    {
        if (parts.IsService(typeof(Rehearsal)))
        {
            routes.MapPhonesPage();
        }

        if (parts.IsService(typeof(FolderMailer)))
        {
            routes.MapMailsPage();
        }
    }

    private static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        ConsoleHeaders.Write(http.Response);
        await http.RequestServices.GetRequiredService<ConsoleGate>().PassAsync(http, next);

        // The framework refuses what it cannot bind without a word.
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            await (Problems.NotUnderstood with { Status = http.Response.StatusCode }).WriteAsync(http);
        }
    }
}
