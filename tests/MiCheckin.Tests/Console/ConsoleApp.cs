using System.Net;
using System.Text.RegularExpressions;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Settings;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace MiCheckin.Tests.Console;

/// <summary>The console alone, in memory, with a browser that keeps cookies and follows nothing by itself.</summary>
internal sealed partial class ConsoleApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ConsoleApp(WebApplication app)
    {
        _app = app;
        Browser = NewBrowser();
    }

    public HttpClient Browser { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ConsoleApp> StartAsync(
        CancellationToken cancellationToken,
        Action<IServiceCollection>? also = null,
        ConsoleOptions? options = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddConsole();
        builder.Services.AddSingleton(options ?? new ConsoleOptions());
        builder.Services.AddSingleton(new ServiceOptions());
        builder.Services.AddSingleton(await TablesAsync(cancellationToken));
        builder.Services.AddSingleton<CoachBook>();
        also?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseExceptionHandler(static _ => { });
        app.UseConsole();
        app.MapConsole();
        await app.StartAsync(cancellationToken);
        return new ConsoleApp(app);
    }

    private static async Task<ITables> TablesAsync(CancellationToken cancellationToken)
    {
        var tables = EmbeddedTables.InMemory();

        foreach (var table in PeopleKeys.Tables)
        {
            await tables.CreateAsync(table, cancellationToken);
        }

        return tables;
    }

    public HttpClient NewBrowser(string host = "localhost")
    {
        var cookies = new CookieContainer();
        return new HttpClient(new CookieKeeper(cookies, _app.GetTestServer().CreateHandler()))
        {
            BaseAddress = new Uri($"http://{host}/"),
        };
    }

    public async Task AddCoachAsync(string id, CancellationToken cancellationToken) =>
        await Services
            .GetRequiredService<CoachBook>()
            .SaveAsync(
                new Coach
                {
                    Id = new CoachId(id),
                    Name = new PersonName(id),
                    Email = EmailAddress.TryParse($"{id}@clinic.example", out var mail) ? mail : default,
                    Zone = "America/Vancouver",
                    Since = Instant.FromUtc(2026, 1, 1, 0, 0),
                },
                cancellationToken
            );

    public string SignInPath =>
        Services.GetRequiredService<SignInLink>().Query
        ?? throw new InvalidOperationException("The link has been used.");

    public async Task<ConsoleApp> SignedInAsync(CancellationToken cancellationToken)
    {
        using var answer = await Browser.GetAsync(SignInPath, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return this;
    }

    /// <summary>The form token that the page carries.</summary>
    public async Task<string> TokenOnAsync(string path, CancellationToken cancellationToken) =>
        TokenField().Match(await Browser.GetStringAsync(path, cancellationToken)).Groups["token"].Value;

    /// <summary>Fills in and sends a form as a browser would from the page at <paramref name="page"/>.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string page,
        string action,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] fields
    )
    {
        var all = fields
            .Select(f => KeyValuePair.Create(f.Name, f.Value))
            .Append(KeyValuePair.Create(FormTokens.Field, await TokenOnAsync(page, cancellationToken)));
        using var form = new FormUrlEncodedContent(all);
        return await Browser.PostAsync(action, form, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _app.DisposeAsync();
    }

    [GeneratedRegex("""name="form-token" value="(?<token>[^"]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex TokenField();

    private sealed class CookieKeeper(CookieContainer cookies, HttpMessageHandler inner)
        : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies.GetCookieHeader(request.RequestUri!));
            var answer = await base.SendAsync(request, cancellationToken);

            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                cookies.SetCookies(request.RequestUri!, cookie);
            }

            return answer;
        }
    }
}
