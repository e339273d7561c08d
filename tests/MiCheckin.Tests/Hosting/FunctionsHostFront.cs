using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace MiCheckin.Tests.Hosting;

/// <summary>
/// The outside of the function app: App Service in front, which strips what only it may say, then the host, which hands
/// a request to the program only by the route of an HTTP function.
/// </summary>
internal sealed class FunctionsHostFront(Func<Uri> program) : HttpMessageHandler
{
    private const string Principal = "X-MS-CLIENT-PRINCIPAL";
    private readonly HttpMessageInvoker _inside = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Who is signed in at App Service; null is nobody.</summary>
    public string? SignedIn { get; set; }

    /// <summary>How many requests reached the program.</summary>
    public int Passed { get; private set; }

    public static bool Matches(string template, string path) =>
        new TemplateMatcher(TemplateParser.Parse(template), []).TryMatch(
            new PathString(path),
            new RouteValueDictionary()
        );

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var outside = request.RequestUri!;
        var function = FunctionsPackage.Functions.FirstOrDefault(f =>
            f.IsProxied
            && f.Methods.Contains(request.Method.Method, StringComparer.Ordinal)
            && Matches(f.Route, outside.AbsolutePath)
        );
        if (function is null)
        {
            return new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request };
        }

        Passed++;
        request.RequestUri = new Uri(program(), outside.PathAndQuery);
        request.Headers.Host = outside.Authority;
        request.Headers.Remove(Principal);
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.UserAgent.ParseAdd("Azure-Functions-Host/4.1000.0.0");
        if (SignedIn is { } principal)
        {
            request.Headers.Add(Principal, principal);
        }

        return await _inside.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _inside.Dispose();
        base.Dispose(disposing);
    }
}
