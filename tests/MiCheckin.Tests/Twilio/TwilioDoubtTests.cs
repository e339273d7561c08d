using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Twilio;
using MiCheckin.Tests.Tools;
using static MiCheckin.Tests.Twilio.Sending;

namespace MiCheckin.Tests.Twilio;

/// <summary>What is done where nobody can say whether a text was sent, and where surely it was not.</summary>
public sealed class TwilioDoubtTests : IAsyncLifetime
{
    private TwilioStandIn _twilio = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _twilio = await TwilioStandIn.StartAsync(Token);

    public ValueTask DisposeAsync() => _twilio.DisposeAsync();

    public static TheoryData<string, bool> Doubts =>
        new()
        {
            { nameof(StandInFault.AcceptThenFail), true },
            { nameof(StandInFault.Fail), false },
            { nameof(StandInFault.AcceptThenDrop), true },
            { nameof(StandInFault.Drop), false },
            { nameof(StandInFault.AcceptThenDropInside), true },
        };

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task What_may_have_been_sent_is_unknown_and_never_sent_again(string fault, bool taken)
    {
        _twilio.Misbehave(
            fault switch
            {
                nameof(StandInFault.AcceptThenFail) => new StandInFault.AcceptThenFail(500),
                nameof(StandInFault.Fail) => new StandInFault.Fail(503),
                nameof(StandInFault.AcceptThenDrop) => new StandInFault.AcceptThenDrop(),
                nameof(StandInFault.Drop) => new StandInFault.Drop(),
                _ => new StandInFault.AcceptThenDropInside(),
            }
        );

        Assert.IsType<SendOutcome.Unknown>(await _twilio.SendAsync(Text()));
        Assert.Equal((1, taken ? 1 : 0), (_twilio.Requests, _twilio.Texts.Count));
    }

    [Fact]
    public async Task A_cut_on_a_connection_that_worked_before_is_unknown_and_not_sent_again()
    {
        using var http = TwilioHttp.Create(_twilio.Options);
        var texts = Sending.Over(http, _twilio.Options);
        await texts.SendAsync(Text("m-1"), Token);
        _twilio.Misbehave(new StandInFault.AcceptThenDrop());

        Assert.IsType<SendOutcome.Unknown>(await texts.SendAsync(Text("m-2"), Token));
        Assert.Equal((2, 2), (_twilio.Requests, _twilio.Texts.Count));
    }

    [Fact]
    public async Task No_answer_in_time_is_unknown()
    {
        using var http = TwilioHttp.Create(_twilio.Options);
        var texts = Sending.Over(http, _twilio.Options);
        _twilio.Misbehave(new StandInFault.AcceptThenHang());
        var sending = texts.SendAsync(Text(), Token);
        await _twilio.ArrivedAsync(Token);

        // What the client does when its time is over.
        http.CancelPendingRequests();

        Assert.Equal(new SendOutcome.Unknown("no answer in time"), await sending);
        Assert.Equal(1, _twilio.Requests);
    }

    [Fact]
    public async Task Being_stopped_after_the_request_left_is_unknown()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _twilio.Misbehave(new StandInFault.AcceptThenHang());
        var sending = _twilio.SendAsync(Text(), cancellationToken: stop.Token);
        await _twilio.ArrivedAsync(Token);

        await stop.CancelAsync();

        Assert.Equal(new SendOutcome.Unknown("we stopped waiting"), await sending);
    }

    [Fact]
    public async Task Being_stopped_before_the_request_left_is_surely_not_sent()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.IsType<SendOutcome.NotReached>(await _twilio.SendAsync(Text(), cancellationToken: stop.Token));
        Assert.Equal(0, _twilio.Requests);
    }

    [Fact]
    public async Task A_refused_connection_is_surely_not_sent()
    {
        using var nobody = Ports.Refusing(out var port);

        var outcome = await _twilio.SendAsync(
            Text(),
            _twilio.Options with
            {
                ApiBaseUrl = $"http://127.0.0.1:{port}",
            }
        );

        Assert.Equal(new SendOutcome.NotReached("ConnectionError"), outcome);
    }

    [Fact]
    public async Task A_failed_TLS_handshake_is_surely_not_sent()
    {
        var secure = _twilio.Address.Replace("http:", "https:", StringComparison.Ordinal);

        var outcome = await _twilio.SendAsync(Text(), _twilio.Options with { ApiBaseUrl = secure });

        Assert.Equal(new SendOutcome.NotReached("SecureConnectionError"), outcome);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _twilio.Misbehave(
            new StandInFault.Redirect($"{_twilio.Address}/2010-04-01/Accounts/x/Messages.json")
        );

        Assert.Equal(new SendOutcome.OurSetUp(307), await _twilio.SendAsync(Text()));
        Assert.Equal(1, _twilio.Requests);
    }
}
