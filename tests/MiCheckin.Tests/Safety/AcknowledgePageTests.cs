using System.Net;
using MiCheckin.Core.Conversations;
using MiCheckin.Functions.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace MiCheckin.Tests.Safety;

public sealed class AcknowledgePageTests : IAsyncLifetime
{
    private Clinic clinic = null!;
    private WebApplication app = null!;
    private HttpClient browser = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        clinic = await Clinic.OpenAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(clinic.Tokens);
        builder.Services.AddSingleton(clinic.Desk);
        app = builder.Build();
        app.MapAcknowledgement();
        await app.StartAsync(Cancellation);
        browser = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
        await clinic.DisposeAsync();
    }

    [Fact]
    public async Task Opening_the_link_as_mail_scanners_do_changes_nothing_and_its_button_acknowledges()
    {
        var cleo = await clinic.EnrolAsync("Cleo Marsh");
        var alert = clinic.AlertOf(AlertReason.Risk);
        await clinic.Book.RaiseAsync(alert, cleo, Cancellation);
        var address = new Uri($"/alerts/{await TokenAsync(cleo, alert)}", UriKind.Relative);

        using var shown = await browser.GetAsync(address, Cancellation);
        var page = await shown.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("<form method=\"post\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cleo", page, StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl?.NoStore);
        Assert.Equal(AlertState.Raised, await StateAsync());

        using var pressed = await browser.PostAsync(address, null, Cancellation);
        Assert.Contains(
            "in your hands",
            await pressed.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        Assert.Equal(AlertState.Acknowledged, await StateAsync());

        using var again = await browser.PostAsync(address, null, Cancellation);
        Assert.Contains(
            "used already",
            await again.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_says_what_to_do()
    {
        var nowhere = new Uri("/alerts/nothing", UriKind.Relative);

        using var shown = await browser.GetAsync(nowhere, Cancellation);
        using var pressed = await browser.PostAsync(nowhere, null, Cancellation);

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (shown.StatusCode, pressed.StatusCode)
        );
        Assert.Contains(
            "sign in to the console",
            await shown.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    private Task<string> TokenAsync(Profile person, Alert alert) =>
        clinic.Tokens.MintAsync(person.Id, alert.Key, Clinic.CoachMail, Cancellation);

    private async Task<AlertState> StateAsync() =>
        Assert.Single(await clinic.Book.OpenAsync(Cancellation)).State;
}
