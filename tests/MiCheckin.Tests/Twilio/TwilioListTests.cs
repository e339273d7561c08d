using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Tests.Twilio;

public sealed class TwilioListTests : IAsyncLifetime
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 9, 0);
    private const string Phone = "+12025550143";
    private TwilioStandIn _twilio = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _twilio = await TwilioStandIn.StartAsync(Token);

    public ValueTask DisposeAsync() => _twilio.DisposeAsync();

    [Fact]
    public async Task The_list_holds_what_was_sent_to_this_number_since_then()
    {
        _twilio.Now = "Fri, 20 Nov 2026 09:00:00 +0000";
        _twilio.Plant(Phone, "yesterday");
        _twilio.Now = "Sat, 21 Nov 2026 04:00:00 -0500";
        var sid = _twilio.Plant(Phone, "How did it go?", "undelivered");
        _twilio.Plant("+12025550144", "to somebody else");

        var text = Assert.Single(await ListAsync(Now));

        Assert.Equal(
            (sid, "How did it go?", "undelivered"),
            (text.Sid, text.Body.Reveal(), text.Status.Word)
        );
        Assert.Equal(Now, text.Created);
    }

    [Fact]
    public async Task A_text_without_a_date_is_not_left_out()
    {
        _twilio.Now = null;
        _twilio.Plant(Phone, "hello");

        Assert.Equal(Now, Assert.Single(await ListAsync(Now)).Created);
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        _twilio.LargestPage = 2;
        var sids = Enumerable.Range(0, 5).Select(_ => _twilio.Plant(Phone, "hello")).ToList();

        Assert.Equal(
            sids.Order(StringComparer.Ordinal),
            (await ListAsync(Now)).Select(t => t.Sid).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_list_that_never_ends_proves_nothing()
    {
        _twilio.LargestPage = 1;

        foreach (var _ in Enumerable.Range(0, 21))
        {
            _twilio.Plant(Phone, "hello");
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => ListAsync(Now));
    }

    [Fact]
    public async Task A_text_that_cannot_be_read_proves_nothing()
    {
        _twilio.Plant(Phone, "hello");
        using var http = new HttpClient(new Fixed("""{"messages":[{"sid":null,"to":"+12025550143"}]}"""));
        http.BaseAddress = new Uri("http://twilio.example");

        await Assert.ThrowsAsync<HttpRequestException>(() => ListAsync(Now, http));
    }

    [Theory]
    [InlineData("""{"messages":[],"next_page_uri":"https://evil.example/list"}""")]
    [InlineData("""{"messages":[],"next_page_uri":"//evil.example/list"}""")]
    [InlineData("""{"code":20003}""")]
    [InlineData("[]")]
    [InlineData("<html>")]
    public async Task Anything_but_a_list_of_its_own_is_an_outage(string answer)
    {
        using var http = new HttpClient(new Fixed(answer)) { BaseAddress = new Uri("http://twilio.example") };

        await Assert.ThrowsAsync<HttpRequestException>(() => ListAsync(Now, http));
    }

    [Fact]
    public async Task What_was_taken_without_an_answer_is_found_in_the_list()
    {
        _twilio.Misbehave(new StandInFault.AcceptThenDrop());
        using var http = TwilioHttp.Create(_twilio.Options);
        var request = new TextRequest(
            MessageId.Parse("m-1"),
            To,
            new MessageText("Only once"),
            Duration.FromHours(1)
        );

        Assert.IsType<SendOutcome.Unknown>(await Texts(http).SendAsync(request, Token));
        Assert.Contains(await ListAsync(Now), text => text.Body == request.Body);
    }

    private static PhoneNumber To => PhoneNumber.TryParse(Phone, out var to) ? to : default;

    private TwilioTexts Texts(HttpClient http) => Sending.Over(http, _twilio.Options);

    private async Task<IReadOnlyList<ProviderText>> ListAsync(Instant since, HttpClient? given = null)
    {
        using var http = TwilioHttp.Create(_twilio.Options);
        return await Texts(given ?? http).ListAsync(To, since, Token);
    }

    private sealed class Fixed(string answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => Task.FromResult(new HttpResponseMessage { Content = new StringContent(answer) });
    }
}
