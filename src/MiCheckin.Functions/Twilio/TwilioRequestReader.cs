using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace MiCheckin.Functions.Twilio;

/// <summary>How reading a webhook ended.</summary>
internal abstract record WebhookReading<T>
{
    private WebhookReading() { }

    /// <summary>Genuine and understood.</summary>
    public sealed record Parsed(T Value) : WebhookReading<T>;

    /// <summary>Not proven to come from Twilio: answer 403 and nothing else.</summary>
    public sealed record Refused(string Why) : WebhookReading<T>;

    /// <summary>Too large, or genuine and not what it should be: answer 400.</summary>
    public sealed record Bad(string Why) : WebhookReading<T>;
}

/// <summary>
/// Reads a webhook once: bounded, signature first, then meaning. What the request says about its own host is ignored;
/// only <see cref="TwilioOptions.PublicBaseUrl"/> counts.
/// </summary>
internal sealed partial class TwilioRequestReader(TwilioOptions options, ILogger<TwilioRequestReader> logger)
{
    public const int LargestBody = 64 * 1024;
    private const string FormType = "application/x-www-form-urlencoded";
    private readonly TwilioSignature _signature = new(options.AuthToken, options.OtherAuthToken);

    public Task<WebhookReading<InboundText>> ReadInboundAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    ) => ReadAsync(request, (form, _) => InboundText.Parse(form), cancellationToken);

    public Task<WebhookReading<TextStatusReport>> ReadStatusAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            request,
            (form, url) =>
                TextStatusReport.Parse(form, TwilioUrl.Parameter(url, TwilioPaths.MessageIdParameter)),
            cancellationToken
        );

    private async Task<WebhookReading<T>> ReadAsync<T>(
        HttpRequest request,
        Func<TwilioForm, string, T?> parse,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (await ReadBodyAsync(request, cancellationToken) is not { } body)
        {
            Log.TooLarge(logger, LargestBody);
            return new WebhookReading<T>.Bad($"The body is larger than {LargestBody} bytes.");
        }

        var url = PublicUrl(request);
        var header = request.Headers["X-Twilio-Signature"] is [var only] ? only : null;
        var isForm = request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) is true;
        var form = isForm ? TwilioForm.Parse(body) : TwilioForm.Empty;

        if (!(isForm ? _signature.IsOfForm(url, form, header) : _signature.IsOfBody(url, body, header)))
        {
            Log.Refused(logger, header is null ? "missing" : "wrong");
            return new WebhookReading<T>.Refused("The request is not signed by Twilio.");
        }

        return parse(form, url) is { } value
            ? new WebhookReading<T>.Parsed(value)
            : new WebhookReading<T>.Bad("The request is Twilio's, but lacks what this address expects.");
    }

    /// <summary>The address Twilio called: our public base, then path and query exactly as they came.</summary>
    private string PublicUrl(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var path = target is ['/', ..] ? target : $"{request.PathBase}{request.Path}{request.QueryString}";
        return options.PublicBaseUrl.TrimEnd('/') + path;
    }

    /// <summary>The whole body, or null when it is longer than anything Twilio sends.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(LargestBody + 1);

        try
        {
            var length = await request.Body.ReadAtLeastAsync(
                buffer.AsMemory(0, LargestBody + 1),
                LargestBody + 1,
                throwOnEndOfStream: false,
                cancellationToken
            );
            return length > LargestBody ? null : buffer[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            2010,
            LogLevel.Warning,
            "A webhook was refused: its signature is {Fault}. If these are Twilio's, check PublicBaseUrl and AuthToken"
        )]
        public static partial void Refused(ILogger logger, string fault);

        [LoggerMessage(
            2011,
            LogLevel.Warning,
            "A webhook was refused: its body is larger than {Limit} bytes"
        )]
        public static partial void TooLarge(ILogger logger, int limit);
    }
}
