using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MiCheckin.Functions.Console;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace MiCheckin.Tests.Console;

/// <summary>The console alone, in memory, with a browser that keeps cookies and follows nothing by itself.</summary>
internal sealed partial class ConsoleApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ConsoleApp(WebApplication app, Clinic clinic)
    {
        _app = app;
        Clinic = clinic;
        Browser = NewBrowser();
    }

    public HttpClient Browser { get; }

    public Clinic Clinic { get; }

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
        var clinic = await Clinic.OpenAsync(cancellationToken);
        clinic.AddTo(builder.Services);
        also?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseExceptionHandler(static _ => { });
        app.UseConsole();
        app.MapConsole();
        await app.StartAsync(cancellationToken);
        return new ConsoleApp(app, clinic);
    }

    public HttpClient NewBrowser(string host = "localhost")
    {
        var cookies = new CookieContainer();
        return new HttpClient(new CookieKeeper(cookies, _app.GetTestServer().CreateHandler()))
        {
            BaseAddress = new Uri($"http://{host}/"),
        };
    }

    public string SignInPath =>
        Services.GetRequiredService<SignInLink>().Query
        ?? throw new InvalidOperationException("The link has been used.");

    public async Task<ConsoleApp> SignedInAsync(CancellationToken cancellationToken)
    {
        using var answer = await Browser.GetAsync(SignInPath, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return this;
    }

    /// <summary>From now on the browser comes through App Service authentication as this person.</summary>
    public void ComeAs(string mail, string role)
    {
        var json = $$"""
            {"auth_typ":"aad","name_typ":"n","role_typ":"r","claims":[
            {"typ":"oid","val":"1"},{"typ":"preferred_username","val":"{{mail}}"},{"typ":"r","val":"{{role}}"}]}
            """;
        Browser.DefaultRequestHeaders.Add(
            EasyAuth.Header,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(json))
        );
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
