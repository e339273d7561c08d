using System.Net.Http.Headers;
using System.Text;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Settings;

namespace MiCheckin.Tests.Console;

/// <summary>The console's API as a client with its token calls it, in a clinic with one cohort.</summary>
internal static class ConsoleApi
{
    public const string Bearer = "0123456789abcdef0123456789abcdef";
    public const string Good = "name,phone,zone\nNora,+16045550171,America/Vancouver\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ConsoleApp> StartAsync(ConsoleOptions? options = null)
    {
        var app = await ConsoleApp.StartAsync(
            Stop,
            options: options ?? new ConsoleOptions { ApiToken = Bearer }
        );
        await app.Clinic.Coaches.SaveAsync(
            new Cohort
            {
                Id = "spring",
                Name = "Spring",
                ProgramId = "move-more",
                ProgramVersion = 1,
                Coaches = [new CoachId("ana")],
                LastContact = EmailAddress.Parse("boss@clinic.example"),
            },
            Stop
        );
        return app;
    }

    /// <summary>Sends rows of people, or a program; <paramref name="call"/> is what follows <c>/console/api/</c>.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        this ConsoleApp app,
        string call,
        string body,
        string? token = Bearer
    )
    {
        var type = call.StartsWith("enrol", StringComparison.Ordinal) ? "text/csv" : "application/json";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/console/api/" + call)
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        return await app.SendAsync(request, token);
    }

    public static async Task<HttpResponseMessage> SendAsync(
        this ConsoleApp app,
        HttpRequestMessage request,
        string? token
    )
    {
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await app.Browser.SendAsync(request, Stop);
    }
}
