using System.Globalization;
using System.Net.Http.Headers;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Outbound;

namespace MiCheckin.Functions.Twilio;

/// <summary>Texts through Twilio's Messages resource, spoken over plain HTTP.</summary>
/// <remarks>twilio.com/docs/messaging/api/message-resource. There is no idempotency key, so nothing is sent twice here.</remarks>
internal sealed partial class TwilioTexts(
    HttpClient http,
    TwilioOptions options,
    IClock clock,
    ILogger<TwilioTexts> logger
) : ITextProvider
{
    private const int PageSize = 1_000;
    private const int MostPages = 20;
    private static readonly Duration LongestValidity = Duration.FromSeconds(36_000);

    /// <summary>The provider counts from when it takes the text, which may be as late as the call can last.</summary>
    private static readonly Duration LongestCall = Duration.FromTimeSpan(TwilioHttp.Patience);

    /// <summary>Nobody waits longer than this on the provider's word alone: then it is asked again.</summary>
    private static readonly Duration LongestRest = Duration.FromMinutes(10);

    public async Task<SendOutcome> SendAsync(TextRequest request, CancellationToken cancellationToken)
    {
        if (request.ValidFor - LongestCall < Duration.FromSeconds(1))
        {
            return new SendOutcome.TooLate();
        }

        var outcome = await PostAsync(request, cancellationToken);
        Log.Asked(logger, request.MessageId.Value, outcome.GetType().Name, outcome.ProviderCode);
        return outcome;
    }

    public async Task<IReadOnlyList<ProviderText>> ListAsync(
        PhoneNumber to,
        Instant since,
        CancellationToken cancellationToken
    )
    {
        var texts = new List<ProviderText>();
        var page = $"{MessagesPath}?To={Uri.EscapeDataString(to.E164)}&PageSize={PageSize}";

        for (var number = 1; number <= MostPages; number++)
        {
            page = await AddPageAsync(page, texts, since, cancellationToken);

            if (page is null)
            {
                return [.. texts.Where(text => text.To == to && text.Created >= since)];
            }
        }

        throw new HttpRequestException($"Twilio's list had more than {MostPages} pages.");
    }

    private string MessagesPath => $"/2010-04-01/Accounts/{options.AccountSid}/Messages.json";

    private async Task<SendOutcome> PostAsync(TextRequest request, CancellationToken cancellationToken)
    {
        using var form = await DepartingForm.OfAsync(Fields(request), CancellationToken.None);

        try
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, MessagesPath) { Content = form };
            using var answer = await http.SendAsync(
                post,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            var body = await TwilioAnswer.ReadAsync(answer, cancellationToken);
            return TwilioAnswer.ToOutcome(answer.StatusCode, body, RetryAfter(answer.Headers.RetryAfter));
        }
        catch (HttpRequestException failure)
        {
            return Doubt(form, failure.HttpRequestError.ToString());
        }
        catch (IOException)
        {
            return Doubt(form, "the connection broke");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Doubt(form, "we stopped waiting");
        }
        catch (OperationCanceledException)
        {
            return Doubt(form, "no answer in time");
        }
    }

    private static SendOutcome Doubt(DepartingForm form, string why) =>
        form.HasLeft ? new SendOutcome.Unknown(why) : new SendOutcome.NotReached(why);

    private Dictionary<string, string> Fields(TextRequest request)
    {
        var validity = Duration.Min(request.ValidFor - LongestCall, LongestValidity).TotalSeconds;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["To"] = request.To.E164,
            ["Body"] = request.Body.Reveal(),
            ["StatusCallback"] = TwilioPaths.StatusCallback(options.PublicBaseUrl, request.MessageId),
            ["ValidityPeriod"] = ((int)validity).ToString(CultureInfo.InvariantCulture),
        };

        if (options.MessagingServiceSid is { } service)
        {
            fields["MessagingServiceSid"] = service;
        }
        else
        {
            fields["From"] = options.From ?? "";
        }

        return fields;
    }

    /// <summary>Adds one page and returns the path of the next. Only a path: the credentials go to no other host.</summary>
    private async Task<string?> AddPageAsync(
        string path,
        List<ProviderText> texts,
        Instant since,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            answer.EnsureSuccessStatusCode();
            var page = await TwilioAnswer.ReadAsync(answer, cancellationToken);
            texts.AddRange(
                TwilioAnswer.ToTexts(page, since)
                    ?? throw new HttpRequestException("Twilio's list was unreadable.")
            );

            return TwilioAnswer.Text(page, "next_page_uri") switch
            {
                null or "" => null,
                ['/', not '/', ..] next => next,
                _ => throw new HttpRequestException(
                    "Twilio's list continues at an address that is not its own."
                ),
            };
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("Twilio did not list its texts in time.", late);
        }
    }

    private Duration? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait =
            header?.Delta is { } delta ? Duration.FromTimeSpan(delta)
            : header?.Date is { } date ? Instant.FromDateTimeOffset(date) - clock.GetCurrentInstant()
            : (Duration?)null;

        return wait is { } known ? Duration.Min(Duration.Max(known, Duration.Zero), LongestRest) : null;
    }

    private static partial class Log
    {
        [LoggerMessage(
            2000,
            LogLevel.Information,
            "Text {MessageId}: Twilio answered {Outcome}, code {Code}"
        )]
        public static partial void Asked(ILogger logger, string messageId, string outcome, int code);
    }
}
