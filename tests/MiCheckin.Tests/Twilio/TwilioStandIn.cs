using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using MiCheckin.Functions.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MiCheckin.Tests.Twilio;

/// <summary>
/// Twilio on loopback: takes texts, lists them, signs and posts webhooks and status reports in any order, and does
/// wrong what it is told to. Stateful, so that a test can ask what was really sent.
/// </summary>
internal sealed class TwilioStandIn : IAsyncDisposable
{
    public const string AccountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string AuthToken = "a token for tests";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<StandInFault> _faults = new();
    private readonly ConcurrentQueue<string> _sids = new();
    private readonly ConcurrentDictionary<string, StandInText> _texts = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _arrived = new(0);
    private int _requests;

    private TwilioStandIn(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Every request to send that was read, taken or not.</summary>
    public int Requests => _requests;

    public IReadOnlyList<StandInText> Texts => [.. _sids.Select(sid => _texts[sid])];

    /// <summary>When the next texts are created, in Twilio's form; null leaves the date out.</summary>
    public string? Now { get; set; } = "Sat, 21 Nov 2026 09:00:00 +0000";

    /// <summary>Where the app believes to be reached; the stand-in signs for it.</summary>
    public string PublicBaseUrl { get; set; } = "https://checkin.clinic.example";

    public int LargestPage { get; set; } = 1_000;

    public TwilioOptions Options =>
        new()
        {
            AccountSid = AccountSid,
            AuthToken = AuthToken,
            MessagingServiceSid = "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            PublicBaseUrl = PublicBaseUrl,
            ApiBaseUrl = Address,
        };

    public static async Task<TwilioStandIn> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var standIn = new TwilioStandIn(app);
        app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", standIn.CreateAsync);
        app.MapGet("/2010-04-01/Accounts/{account}/Messages.json", standIn.List);
        await app.StartAsync(cancellationToken);
        return standIn;
    }

    /// <summary>The next request to send meets these, one each, in order.</summary>
    public void Misbehave(params ReadOnlySpan<StandInFault> faults)
    {
        foreach (var fault in faults)
        {
            _faults.Enqueue(fault);
        }
    }

    /// <summary>Waits until one more request to send has been read.</summary>
    public async Task ArrivedAsync(CancellationToken cancellationToken) =>
        Assert.True(await _arrived.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken));

    /// <summary>Puts a text into the list that nobody asked for here.</summary>
    public string Plant(string to, string body, string status = "delivered") =>
        Add(to, body, status, statusCallback: null, validity: 36_000).Sid;

    /// <summary>Posts a text from a phone to the app, signed.</summary>
    public Task<HttpResponseMessage> TextInAsync(
        HttpClient app,
        IEnumerable<KeyValuePair<string, string>> fields,
        CancellationToken cancellationToken
    ) => PostAsync(app, TwilioPaths.Inbound, fields, cancellationToken);

    /// <summary>Moves a text on and reports it where the request to send asked for it. Call it in any order, twice too.</summary>
    public Task<HttpResponseMessage> ReportAsync(
        HttpClient app,
        string sid,
        string status,
        int? errorCode,
        CancellationToken cancellationToken
    )
    {
        var text = _texts[sid] with { Status = status, ErrorCode = errorCode };
        _texts[sid] = text;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = sid,
            ["MessageStatus"] = status,
            ["AccountSid"] = AccountSid,
            ["To"] = text.To,
        };

        if (errorCode is { } code)
        {
            fields["ErrorCode"] = code.ToString(CultureInfo.InvariantCulture);
        }

        var path = new Uri(text.StatusCallback!).PathAndQuery;
        return PostAsync(app, path, fields, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task<HttpResponseMessage> PostAsync(
        HttpClient app,
        string path,
        IEnumerable<KeyValuePair<string, string>> fields,
        CancellationToken cancellationToken
    )
    {
        var all = fields.ToList();
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        post.Content = new FormUrlEncodedContent(all);
        post.Headers.Add("X-Twilio-Signature", NaiveSignature.Sign(AuthToken, PublicBaseUrl + path, all));
        return await app.SendAsync(post, cancellationToken);
    }

    private async Task CreateAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        Interlocked.Increment(ref _requests);
        _faults.TryDequeue(out var fault);

        if (Wrong(context, form) is { } wrong)
        {
            await StandInAnswers.RefuseAsync(context, wrong.Status, wrong.Code);
            return;
        }

        var taken = fault
            is null
                or StandInFault.AcceptThenHang
                or StandInFault.AcceptThenDrop
                or StandInFault.AcceptThenDropInside
                or StandInFault.AcceptThenFail
            ? Add(
                form["To"]!,
                form["Body"]!,
                "queued",
                form["StatusCallback"],
                int.Parse(form["ValidityPeriod"]!, CultureInfo.InvariantCulture)
            )
            : null;
        _arrived.Release();
        await StandInAnswers.AnswerAsync(context, fault, taken);
    }

    private StandInText Add(string to, string body, string status, string? statusCallback, int validity)
    {
        var sid = string.Create(CultureInfo.InvariantCulture, $"SM{_sids.Count:x8}{Guid.NewGuid():N}")[..34];
        var text = new StandInText(sid, to, body, status, null, Now, statusCallback, validity);
        _texts[sid] = text;
        _sids.Enqueue(sid);
        return text;
    }

    private static (int Status, int Code)? Wrong(HttpContext context, IFormCollection form)
    {
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccountSid}:{AuthToken}"));

        if (context.Request.Headers.Authorization != basic)
        {
            return (401, 20003);
        }

        if (form["To"].Count != 1 || form["Body"].Count != 1 || form["ValidityPeriod"].Count != 1)
        {
            return (400, 21604);
        }

        return form["Body"][0]!.Length > 1_600 ? (400, 21617)
            : (form["From"].Count + form["MessagingServiceSid"].Count) != 1 ? (400, 21603)
            : null;
    }

    private IResult List(HttpContext context, string account)
    {
        var query = context.Request.Query;
        var page = int.TryParse(query["Page"], CultureInfo.InvariantCulture, out var given) ? given : 0;
        var size = Math.Min(int.Parse(query["PageSize"]!, CultureInfo.InvariantCulture), LargestPage);
        var matching = Texts
            .Where(text => text.To.Equals(query["To"], StringComparison.Ordinal))
            .Reverse()
            .ToList();
        var more = matching.Count > (page + 1) * size;
        var next =
            $"/2010-04-01/Accounts/{account}/Messages.json?To={Uri.EscapeDataString(query["To"]!)}&PageSize={size}&Page={page + 1}&PageToken=PA{page}";

        return Results.Json(
            new
            {
                messages = matching.Skip(page * size).Take(size).Select(StandInAnswers.Describe),
                next_page_uri = more ? next : null,
                page,
                page_size = size,
            }
        );
    }
}
