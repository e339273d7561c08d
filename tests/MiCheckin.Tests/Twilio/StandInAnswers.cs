using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MiCheckin.Tests.Twilio;

/// <summary>How the stand-in answers a request to send, rightly or as its fault says.</summary>
internal static class StandInAnswers
{
    public static Task AnswerAsync(HttpContext context, StandInFault? fault, StandInText? text)
    {
        var response = context.Response;

        switch (fault)
        {
            case null:
                response.StatusCode = 201;
                return response.WriteAsJsonAsync(Describe(text!), context.RequestAborted);
            case StandInFault.AcceptThenHang:
                return HangAsync(context);
            case StandInFault.AcceptThenFail { Status: var status }:
                return RefuseAsync(context, status, 20500);
            case StandInFault.Fail { Status: var status }:
                return RefuseAsync(context, status, 20503);
            case StandInFault.AcceptThenDrop or StandInFault.Drop:
                context.Abort();
                return Task.CompletedTask;
            case StandInFault.AcceptThenDropInside:
                return DropInsideAsync(context);
            case StandInFault.Busy { RetryAfter: var wait }:
                response.Headers.RetryAfter = wait;
                return RefuseAsync(context, 429, 20429);
            case StandInFault.Refuse { Status: var status, Code: var code }:
                return RefuseAsync(context, status, code);
            case StandInFault.Page { Status: var status }:
                response.StatusCode = status;
                response.ContentType = "text/html";
                return response.WriteAsync("<html>upstream error</html>", context.RequestAborted);
            case StandInFault.Redirect { To: var to }:
                response.StatusCode = 307;
                response.Headers.Location = to;
                return Task.CompletedTask;
            default:
                throw new InvalidOperationException($"No answer for {fault}.");
        }
    }

    public static Task RefuseAsync(HttpContext context, int status, int code)
    {
        context.Response.StatusCode = status;
        var page = string.Create(CultureInfo.InvariantCulture, $"https://www.twilio.com/docs/errors/{code}");
        return context.Response.WriteAsJsonAsync(
            new
            {
                code,
                message = "As it was told",
                more_info = page,
                status,
            },
            context.RequestAborted
        );
    }

    /// <summary>The text in Twilio's shape: counts are strings, most fields may be null.</summary>
    public static object Describe(StandInText text) =>
        new
        {
            sid = text.Sid,
            account_sid = TwilioStandIn.AccountSid,
            to = text.To,
            from = (string?)null,
            body = text.Body,
            status = text.Status,
            error_code = text.ErrorCode,
            error_message = (string?)null,
            date_created = text.DateCreated,
            date_sent = (string?)null,
            direction = "outbound-api",
            num_segments = "1",
            num_media = "0",
        };

    private static async Task HangAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static async Task DropInsideAsync(HttpContext context)
    {
        context.Response.StatusCode = 201;
        context.Response.ContentLength = 1_000;
        await context.Response.WriteAsync("{\"sid\":\"SM", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
