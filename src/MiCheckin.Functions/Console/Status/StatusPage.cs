using System.Globalization;
using System.Reflection;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Settings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Console.Status;

/// <summary>Is everything all right? Each number says what is fine and what to do when it is not.</summary>
internal static class StatusPage
{
    public const string Path = "/console/status";

    public static void MapStatusPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, ShowAsync).ForAdmins();

    private static async Task<ContentHttpResult> ShowAsync(
        HttpContext http,
        OutsideLines outside,
        StatusLines lines,
        IClock clock,
        ServiceOptions service,
        ConsoleOptions console,
        CancellationToken cancellationToken
    )
    {
        // Without storage nothing else can be asked: then that is what the page says.
        var storage = await outside.StorageAsync(cancellationToken);
        List<StatusLine> all = storage.Broken
            ? [storage]
            :
            [
                storage,
                .. await lines.AllAsync(cancellationToken),
                .. await outside.RateAsync(cancellationToken),
            ];
        var bad = all.Count(l => !l.Fine);
        var main = Html.Of(
            $"""
            <header class="head"><h1>{(bad is 0 ? "Everything is all right" : "Something needs a look")}</h1>
            <p>{(
                bad is 0
                    ? "Every number below is as it should be."
                    : $"{Times.Count(bad, "number")} below should be looked at."
            )}</p></header>
            <ul class="check-list">{all.OrderBy(l => l.Fine).Select(l => l.Show())}</ul>
            <div class="columns below">{Program(http, clock.GetCurrentInstant())}{Settings(
                service,
                console
            )}</div>
            """
        );
        return Shell.Show(http, new Page("Status", main));
    }

    private static Html Program(HttpContext http, Instant now)
    {
        var mailer = http.RequestServices.GetService<IMailer>()?.GetType().Name;
        return Html.Of(
            $"""
            <section class="card"><h2>This program</h2><dl class="facts">
            {Fact("Version", Version())}
            {Fact(
                "Its clock",
                $"{now.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC{Ahead(now)}"
            )}
            {Fact("Time zones", DateTimeZoneProviders.Tzdb.VersionId)}
            {Fact("Mail", mailer is "FolderMailer" ? "files in a folder (see Mails)" : "a mail server")}
            {Fact(".NET", Environment.Version.ToString())}
            </dl></section>
            """
        );
    }

    private static Html Settings(ServiceOptions service, ConsoleOptions console) =>
        Html.Of(
            $"""
            <section class="card"><h2>Settings</h2><dl class="facts">
            {Fact("Texts", service.Texts)}
            {Fact("Storage", service.Embedded ? "embedded, in the data folder" : "Azure Storage")}
            {Fact("Data", service.Data)}
            {Fact("PhoneKey", Secret(service.PhoneKey, "made at the first start"))}
            {Fact("AdminEmail", service.AdminEmail is "" ? "not set" : service.AdminEmail)}
            {Fact("ConsoleUrl", service.ConsoleUrl is "" ? "not set" : service.ConsoleUrl)}
            {Fact("Console:Auth", console.Auth)}
            {Fact("Console:ApiToken", Secret(console.ApiToken, "not set"))}
            </dl><p class="quiet">Secrets are never shown. docs/settings.md lists every setting.</p></section>
            """
        );

    /// <summary>With the first letters of the commit, as git shows it.</summary>
    private static string Version()
    {
        var whole = typeof(StatusPage)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion;
        var parts = (whole ?? "unknown").Split('+');
        return parts is [var version, { Length: > 7 } commit] ? $"{version} ({commit[..7]})" : parts[0];
    }

    private static string Secret(string value, string without) => value is "" ? without : "set";

    private static string Ahead(Instant now)
    {
        var ahead = now - SystemClock.Instance.GetCurrentInstant();
        return ahead < Duration.FromMinutes(1) ? "" : $", moved ahead by {Times.Span(ahead)}";
    }

    private static Html Fact(string name, string value) =>
        Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>");
}
