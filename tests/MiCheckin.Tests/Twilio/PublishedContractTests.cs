using System.Text.Json;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Twilio;
using MiCheckin.Tests.Texts;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Twilio;

/// <summary>Prism, playing Twilio by the OpenAPI file that Twilio publishes; not there where a part is missing.</summary>
public sealed class PublishedContract : IAsyncLifetime
{
    private NodeProcess? _prism;

    public string? Address => _prism?.Ready;

    public async ValueTask InitializeAsync()
    {
        var contract = SharedData.FindFile("twilio-messages-openapi.json");
        var prism = Path.Combine(
            NodeProcess.FindModules() ?? "",
            "@stoplight",
            "prism-cli",
            "dist",
            "index.js"
        );

        if (contract is not null && File.Exists(prism))
        {
            _prism = await NodeProcess.StartAsync(
                [prism, "mock", "--errors", "-h", "127.0.0.1", "-p", "0", contract],
                "Prism is listening on ",
                TestContext.Current.CancellationToken
            );
        }
    }

    public ValueTask DisposeAsync() => _prism?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>
/// Our requests, checked against the file that Twilio publishes. Needs that file beside the repository and the
/// packages of <c>eng/node</c>; says so where one is missing.
/// </summary>
public sealed class PublishedContractTests(PublishedContract contract) : IClassFixture<PublishedContract>
{
    private static readonly TwilioOptions Service = new()
    {
        AccountSid = TwilioStandIn.AccountSid,
        AuthToken = "any",
        MessagingServiceSid = "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        PublicBaseUrl = "https://checkin.clinic.example",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Our_requests_keep_to_the_published_contract()
    {
        if (IsMissing())
        {
            return;
        }

        var number = Service with { MessagingServiceSid = null, From = "+12025550100" };

        foreach (var options in new[] { Service, number })
        {
            Assert.IsType<SendOutcome.Accepted>(
                await SendAsync(options, "How did it go? 👍", Duration.FromHours(2))
            );
            Assert.IsType<SendOutcome.Accepted>(await SendAsync(options, "x", Duration.FromSeconds(16)));
            Assert.IsType<SendOutcome.Accepted>(
                await SendAsync(options, new string('x', 1_600), Duration.FromDays(2))
            );
        }

        Assert.IsNotType<SendOutcome.Accepted>(
            await SendAsync(Service, new string('x', 1_601), Duration.FromHours(1))
        );
    }

    [Fact]
    public async Task Every_published_error_is_understood()
    {
        if (IsMissing())
        {
            return;
        }

        foreach (var (status, code) in await ErrorsAsync())
        {
            var outcome = await SendAsync(
                Service,
                "hello",
                Duration.FromHours(1),
                $"code={status}, example=e{code}"
            );

            Assert.IsType(TwilioErrors.Classify(code).GetType(), outcome);
        }
    }

    [Fact]
    public async Task The_published_list_is_read()
    {
        if (IsMissing())
        {
            return;
        }

        Assert.True(PhoneNumber.TryParse("+18182008801", out var to));
        using var http = Create(Service, prefer: "code=200, example=readEmptySentdateEquals");

        Assert.Empty(await Sending.Over(http, Service).ListAsync(to, NodaConstants.UnixEpoch, Token));
    }

    [Fact]
    public async Task A_published_page_of_texts_is_read()
    {
        if (IsMissing())
        {
            return;
        }

        using var http = Create(Service, prefer: "code=200, example=readFullPage1");
        var path = $"/2010-04-01/Accounts/{Service.AccountSid}/Messages.json?To=%2B18182008801&PageSize=1000";
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Token);

        var texts = TwilioAnswer.ToTexts(
            await TwilioAnswer.ReadAsync(answer, Token),
            NodaConstants.UnixEpoch
        );

        Assert.Equal("sent, received", string.Join(", ", (texts ?? []).Select(text => text.Status.Word)));
        Assert.Equal(Instant.FromUtc(2019, 5, 24, 17, 44, 46), texts?[0].Created);
    }

    private bool IsMissing()
    {
        if (contract.Address is null)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                "No published contract or no prism here: nothing checked."
            );
        }

        return contract.Address is null;
    }

    private static async Task<IReadOnlyList<(int Status, int Code)>> ErrorsAsync()
    {
        var file = await File.ReadAllBytesAsync(SharedData.FindFile("twilio-messages-openapi.json")!, Token);
        using var published = JsonDocument.Parse(file);
        var answers = published
            .RootElement.GetProperty("paths")
            .GetProperty("/2010-04-01/Accounts/{AccountSid}/Messages.json")
            .GetProperty("post")
            .GetProperty("responses");

        var errors = answers
            .EnumerateObject()
            .Where(answer => answer.Name is not "201")
            .SelectMany(answer =>
                answer
                    .Value.GetProperty("content")
                    .GetProperty("application/json")
                    .GetProperty("examples")
                    .EnumerateObject()
                    .Select(example => example.Value.GetProperty("value"))
            )
            .Select(error => (error.GetProperty("status").GetInt32(), error.GetProperty("code").GetInt32()))
            .ToList();
        Assert.NotEmpty(errors);
        return errors;
    }

    private async Task<SendOutcome> SendAsync(
        TwilioOptions options,
        string words,
        Duration validFor,
        string? prefer = null
    )
    {
        Assert.True(PhoneNumber.TryParse("+12025550143", out var to));
        var request = new TextRequest(MessageId.Parse("m-1"), to, new MessageText(words), validFor);
        using var http = Create(options, prefer);
        return await Sending.Over(http, options).SendAsync(request, Token);
    }

    private HttpClient Create(TwilioOptions options, string? prefer)
    {
        var http = TwilioHttp.Create(options with { ApiBaseUrl = contract.Address! });

        if (prefer is not null)
        {
            http.DefaultRequestHeaders.Add("Prefer", prefer);
        }

        return http;
    }
}
