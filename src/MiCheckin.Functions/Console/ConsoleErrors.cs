using MiCheckin.Functions.Console.SignIn;
using Microsoft.AspNetCore.Diagnostics;

namespace MiCheckin.Functions.Console;

/// <summary>What a browser sees when a page of the console fails. Other paths are not its business.</summary>
internal sealed partial class ConsoleErrors(ILogger<ConsoleErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (!httpContext.Request.IsUnder("/console"))
        {
            return false;
        }

        if (exception is BadHttpRequestException bad)
        {
            httpContext.Response.Clear();
            ConsoleHeaders.Write(httpContext.Response);
            await (Problems.NotUnderstood with { Status = bad.StatusCode }).WriteAsync(httpContext);
            return true;
        }

        Log.PageFailed(logger, exception, httpContext.TraceIdentifier);
        ConsoleHeaders.Write(httpContext.Response);
        await Problems.Broken.WriteAsync(httpContext);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Error, "A page of the console failed in request {Request}.")]
        public static partial void PageFailed(ILogger logger, Exception exception, string request);
    }
}
