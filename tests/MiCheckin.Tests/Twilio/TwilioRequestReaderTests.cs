using System.Net.Http.Headers;
using System.Text;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Twilio;

/// <summary>Over a real Kestrel, because the raw target and the body's length are its to give.</summary>
public sealed class TwilioRequestReaderTests : IAsyncLifetime
{
    private const string Sid = "SM00000000000000000000000000000001";
    private static readonly TwilioOptions Options = new()
    {
        AuthToken = TwilioStandIn.AuthToken,
        PublicBaseUrl = "https://Checkin.clinic.example",
    };
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private object? _read;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var reader = new TwilioRequestReader(Options, NullLogger<TwilioRequestReader>.Instance);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost(
            "/sms/inbound",
            async (HttpContext c) => _read = await reader.ReadInboundAsync(c.Request, Token)
        );
        _app.MapPost(
            "/sms/status",
            async (HttpContext c) => _read = await reader.ReadStatusAsync(c.Request, Token)
        );
        await _app.StartAsync(Token);
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_text_is_read()
    {
        var read = await PostAsync(
            "/sms/inbound",
            $"MessageSid={Sid}&From=%2B12025550143&Body=+hi+&New=Unannounced"
        );

        Assert.Equal(" hi ", Assert.IsType<WebhookReading<InboundText>.Parsed>(read).Value.Body.Reveal());
    }

    [Fact]
    public async Task The_query_is_signed_byte_for_byte()
    {
        var read = await PostAsync(
            "/sms/inbound?b=%7e&a=%C3%a9&&x",
            $"MessageSid={Sid}&From=%2B12025550143&Body=hi"
        );

        Assert.IsType<WebhookReading<InboundText>.Parsed>(read);
    }

    [Fact]
    public async Task A_report_names_our_text()
    {
        var read = await PostAsync(
            "/sms/status?m=p-7.3",
            $"MessageSid={Sid}&MessageStatus=undelivered&ErrorCode=30005&RawDlrDoneDate=2611210900"
        );

        var report = Assert.IsType<WebhookReading<TextStatusReport>.Parsed>(read).Value;
        Assert.Equal(("p-7.3", "undelivered"), (report.MessageId?.Value, report.Status.Word));
        Assert.Equal(new SendOutcome.WrongRecipient(30005), report.Trouble);
        Assert.Equal($"{Sid}|undelivered|30005", report.Key);
    }

    [Theory]
    [InlineData("MessageStatus=teleported", "teleported", 0)]
    [InlineData("MessageStatus=sent&ErrorCode=", "sent", 4)]
    [InlineData("MessageStatus=delivered&ErrorCode=0", "delivered", 5)]
    public async Task A_report_in_an_unknown_word_or_without_a_name_is_read_too(
        string rest,
        string word,
        int rank
    )
    {
        var read = await PostAsync("/sms/status", $"MessageSid={Sid}&{rest}");

        var report = Assert.IsType<WebhookReading<TextStatusReport>.Parsed>(read).Value;
        Assert.Equal((null, word, rank), (report.MessageId, report.Status.Word, report.Status.Rank));
        Assert.Null(report.Trouble);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public async Task What_is_not_signed_is_refused(string? header)
    {
        var read = await PostAsync("/sms/inbound", $"MessageSid={Sid}&From=%2B12025550143&Body=hi", header);

        Assert.IsType<WebhookReading<InboundText>.Refused>(read);
    }

    [Fact]
    public async Task What_is_signed_for_another_host_is_refused()
    {
        const string Body = $"MessageSid={Sid}&From=%2B12025550143&Body=hi";
        var header = NaiveSignature.Sign(
            TwilioStandIn.AuthToken,
            $"{_app.Urls.First()}/sms/inbound",
            TwilioForm.Parse(Encoding.UTF8.GetBytes(Body)).Fields
        );

        Assert.IsType<WebhookReading<InboundText>.Refused>(await PostAsync("/sms/inbound", Body, header));
    }

    [Fact]
    public async Task What_is_genuine_and_no_text_is_bad() =>
        Assert.IsType<WebhookReading<InboundText>.Bad>(
            await PostAsync("/sms/inbound", "CallSid=CA1&From=%2B12025550143")
        );

    [Theory]
    [InlineData(TwilioRequestReader.LargestBody, false)]
    [InlineData(TwilioRequestReader.LargestBody + 1, true)]
    public async Task A_body_larger_than_anything_Twilio_sends_is_bad(int length, bool bad)
    {
        var body = $"MessageSid={Sid}&From=%2B12025550143&Body=".PadRight(length, 'x');

        Assert.Equal(bad, await PostAsync("/sms/inbound", body) is WebhookReading<InboundText>.Bad);
        Assert.Equal(
            bad,
            await PostAsync("/sms/inbound", body, chunked: true) is WebhookReading<InboundText>.Bad
        );
    }

    [Fact]
    public async Task The_case_of_the_public_address_counts_and_the_stand_in_signs_like_Twilio()
    {
        await using var twilio = await TwilioStandIn.StartAsync(Token);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = Sid,
            ["From"] = "+12025550143",
            ["Body"] = "hi",
        };

        using var lowerCase = await twilio.TextInAsync(_http, form, Token);
        Assert.IsType<WebhookReading<InboundText>.Refused>(_read);

        twilio.PublicBaseUrl = Options.PublicBaseUrl;
        using var sameCase = await twilio.TextInAsync(_http, form, Token);
        Assert.IsType<WebhookReading<InboundText>.Parsed>(_read);
    }

    private async Task<object?> PostAsync(
        string path,
        string body,
        string? header = "right",
        bool chunked = false
    )
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(_http.BaseAddress + path[1..], Raw));
        post.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        post.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
            "application/x-www-form-urlencoded; charset=utf-8"
        );
        post.Headers.TransferEncodingChunked = chunked;
        var right = NaiveSignature.Sign(
            TwilioStandIn.AuthToken,
            Options.PublicBaseUrl + path,
            TwilioForm.Parse(Encoding.ASCII.GetBytes(body)).Fields
        );

        if (header is not null)
        {
            post.Headers.TryAddWithoutValidation("X-Twilio-Signature", header is "right" ? right : header);
        }

        _read = null;
        using var answer = await _http.SendAsync(post, Token);
        return _read;
    }

    private static UriCreationOptions Raw => new() { DangerousDisablePathAndQueryCanonicalization = true };
}
