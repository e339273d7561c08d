using System.Text;
using MiCheckin.Functions;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Settings;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Twilio;
using MiCheckin.Tests.Outbound;
using MiCheckin.Tests.Storage;
using MiCheckin.Tests.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace MiCheckin.Tests.Inbound;

/// <summary>Whoever brings a reply goes away as soon as it was read. Once taken, a reply is never lost.</summary>
public sealed class LeavingEarlyTests
{
    private const string Words = "I walked to work";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_is_stored_though_the_page_of_phones_is_left_before_the_answer()
    {
        using var folder = new TemporaryFolder();
        await using var app = await StartAsync(folder.Path);
        var server = app.GetTestServer();
        var cookie = await SignInAsync(server, app.Services.GetRequiredService<SignInLink>());
        var token = app.Services.GetRequiredService<FormTokens>().For(User(cookie));
        var phone = (await app.Services.GetRequiredService<SimulatedPhones>().ListPhonesAsync(Stop))[0];
        var book = app.Services.GetRequiredService<PhoneBook>();
        using var page = new CancellationTokenSource();

        await server.SendAsync(
            http =>
            {
                http.Request.Method = "POST";
                http.Request.Host = new HostString("localhost");
                http.Request.Path = $"/console/phones/{book.KeyOf(phone.Number).Row[..16]}/reply";
                http.Request.Headers.Cookie = $"{ConsoleGate.Cookie}={cookie}";
                http.Request.ContentType = "application/x-www-form-urlencoded";
                http.Features.Set<IFormFeature>(
                    new LeftForm(page, ("kind", "text"), ("text", Words), (FormTokens.Field, token))
                );
                http.RequestAborted = page.Token;
            },
            Stop
        );

        Assert.True(page.IsCancellationRequested);
        var id = (await book.FindAsync(phone.Number, Stop))!.Value;
        var inbox = await app.Services.GetRequiredService<ParticipantStore>().InboxAsync(id, Stop);
        Assert.Contains(inbox, r => r.Words.Reveal() is Words);
    }

    [Fact]
    public async Task A_text_is_stored_though_Twilio_hangs_up_before_the_answer()
    {
        var world = await Rehearsal.BeginAsync();
        var id = await world.EnrolAsync();
        var options = new TwilioOptions { AuthToken = "token", PublicBaseUrl = "https://clinic.example" };
        var reader = new TwilioRequestReader(options, NullLogger<TwilioRequestReader>.Instance);
        var body = Encoding.ASCII.GetBytes(
            $"MessageSid=SM{new string('1', 32)}&From=%2B{Rehearsal.Phone().E164[1..]}&Body=START"
        );
        using var call = new CancellationTokenSource();
        var http = new DefaultHttpContext
        {
            Request =
            {
                Method = "POST",
                Path = TwilioPaths.Inbound,
                ContentType = "application/x-www-form-urlencoded",
                Body = new LeftStream(body, call),
            },
        };
        http.Request.Headers["X-Twilio-Signature"] = NaiveSignature.Sign(
            options.AuthToken,
            options.PublicBaseUrl + TwilioPaths.Inbound,
            TwilioForm.Parse(body).Fields
        );

        await TwilioWebhook.ReceiveTextAsync(http.Request, reader, world.Inbound, call.Token);

        Assert.True(call.IsCancellationRequested);
        Assert.Single(await world.Store.InboxAsync(id, Stop));
    }

    private static async Task<WebApplication> StartAsync(string folder)
    {
        var builder = Startup.NewBuilder(LaunchArguments.Read("--data", folder));
        var settings = Assert.IsType<SettingsOutcome.Good>(SettingsReader.Read(builder.Configuration));
        builder.WebHost.UseTestServer();
        var app = await Startup.BuildAsync(builder, settings, Stop);
        await app.StartAsync(Stop);
        return app;
    }

    private static async Task<string> SignInAsync(TestServer server, SignInLink link)
    {
        using var browser = server.CreateClient();
        using var answer = await browser.GetAsync(link.Query, Stop);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        return cookie.Split(';')[0][(ConsoleGate.Cookie.Length + 1)..];
    }

    private static ConsoleUser User(string session) => new("admin", ConsoleRole.Admin, Coach: null, session);

    /// <summary>A form whose sender goes away when it has been read.</summary>
    private sealed class LeftForm(CancellationTokenSource sender, params (string Name, string Value)[] fields)
        : IFormFeature
    {
        public bool HasFormContentType => true;

        public IFormCollection? Form { get; set; } =
            new FormCollection(
                fields.ToDictionary(f => f.Name, f => new StringValues(f.Value), StringComparer.Ordinal)
            );

        public IFormCollection ReadForm() => Form!;

        public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
        {
            await sender.CancelAsync();
            return Form!;
        }
    }

    /// <summary>A body whose sender goes away when its end has been read.</summary>
    private sealed class LeftStream(byte[] body, CancellationTokenSource sender) : MemoryStream(body)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                await sender.CancelAsync();
            }

            return read;
        }
    }
}
