using System.Net.Mime;
using System.Text;
using MiCheckin.Functions.Telemetry;

namespace MiCheckin.Functions.Hosting;

/// <summary>
/// <c>POST /{function}</c> for each timer and queue function, as the Functions host calls them. Mapped only under the
/// host: its port is on loopback and it proxies outside callers to the routes of HTTP functions alone.
/// </summary>
internal static partial class InvocationEndpoints
{
    /// <summary>The host's id of the invocation, https://learn.microsoft.com/azure/azure-functions/functions-custom-handlers.</summary>
    private const string InvocationIdHeader = "X-Azure-Functions-InvocationId";
    private const int MaxBody = 256 * 1024;

    public static void MapInvocations(this IEndpointRouteBuilder routes, FunctionCatalog catalog)
    {
        foreach (var function in catalog.Functions.Where(f => f is not FunctionDefinition.Http))
        {
            routes.MapPost("/" + function.Name, context => InvokeAsync(context, function.Name));
        }
    }

    private static async Task InvokeAsync(HttpContext context, string name)
    {
        var logger = context
            .RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger("MiCheckin.Invocations");
        var id = context.Request.Headers[InvocationIdHeader].ToString();
        using var scope = logger.BeginScope(
            new Dictionary<string, object>(StringComparer.Ordinal) { ["InvocationId"] = id }
        );

        if (
            await ReadAsync(context.Request, context.RequestAborted) is not { } body
            || InvocationEnvelope.Read(body, id) is not { } invocation
        )
        {
            Log.NoEnvelope(logger, name);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(
                "The body is not the envelope of a Functions host.",
                context.RequestAborted
            );
            return;
        }

        using var activity = ServiceMetrics.Activities.StartActivity(name);
        var result = await context
            .RequestServices.GetRequiredKeyedService<IFunction>(name)
            .RunAsync(invocation, context.RequestAborted);

        // A message goes back to its queue when the answer is no success.
        context.Response.StatusCode =
            result is FunctionResult.Done ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = MediaTypeNames.Application.Json;
        await context.Response.WriteAsync(InvocationEnvelope.Done, context.RequestAborted);
    }

    /// <summary>Null for a body that is larger than any envelope of ours, whether it says its length or not.</summary>
    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBody)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;

        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > MaxBody)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Error, "A call of {Function} carried no envelope.")]
        public static partial void NoEnvelope(ILogger logger, string function);
    }
}
