using System.Net;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Settings;

namespace MiCheckin.Tests.Console;

public sealed class AlertTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acknowledging_puts_an_alert_into_somebodys_hands()
    {
        await using var app = await StartAsync();
        var (id, alert) = await RaiseAsync(app, "ana");
        using var answer = await ActAsync(app, id, alert, ("act", "acknowledge"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var now = await app.Clinic.Alerts.FindOpenAsync(id, alert.Alert.Key, Token);
        Assert.Equal((AlertState.Acknowledged, "admin"), (now!.State, now.AcknowledgedBy));
    }

    [Fact]
    public async Task The_status_page_calls_nothing_all_right_while_a_cry_for_help_waits()
    {
        await using var app = await StartAsync();
        Assert.Contains(
            "Everything is all right",
            await app.Browser.GetStringAsync("/console/status", Token),
            StringComparison.Ordinal
        );
        var (id, alert) = await RaiseAsync(app, "ana");

        var waiting = await app.Browser.GetStringAsync("/console/status", Token);
        using var answer = await ActAsync(app, id, alert, ("act", "acknowledge"));
        var inHand = await app.Browser.GetStringAsync("/console/status", Token);

        Assert.DoesNotContain("Everything is all right", waiting, StringComparison.Ordinal);
        Assert.Contains("Open Alerts now", waiting, StringComparison.Ordinal);
        Assert.Contains("Everything is all right", inHand, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolving_clears_the_hold_and_keeps_the_note()
    {
        await using var app = await StartAsync();
        var (id, alert) = await RaiseAsync(app, "ana");
        Assert.NotNull((await app.Clinic.People.FindAsync(id, Token))!.State.Hold);
        using var answer = await ActAsync(
            app,
            id,
            alert,
            ("act", "resolve"),
            ("note", "Called, safe, sister is with her")
        );
        Assert.Null((await app.Clinic.People.FindAsync(id, Token))!.State.Hold);
        var page = await app.Browser.GetStringAsync("/console/alerts", Token);
        Assert.Contains("Called, safe, sister is with her", page, StringComparison.Ordinal);
        Assert.Contains("Nothing is open", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_is_kept_with_the_alert_for_whoever_takes_it_over_and_ends_nothing()
    {
        await using var app = await StartAsync();
        var (id, alert) = await RaiseAsync(app, "ana");
        using var first = await ActAsync(
            app,
            id,
            alert,
            ("act", "note"),
            ("note", "No answer, again at 5 <b>")
        );
        using var second = await ActAsync(app, id, alert, ("act", "note"), ("note", "Voicemail"));

        var now = await app.Clinic.Alerts.FindOpenAsync(id, alert.Alert.Key, Token);
        Assert.True(now!.WaitsForSomebody);
        Assert.Equal(
            [("admin", "No answer, again at 5 <b>"), ("admin", "Voicemail")],
            now.Notes.Select(n => (n.By, n.Words))
        );
        Assert.NotNull((await app.Clinic.People.FindAsync(id, Token))!.State.Hold);
        var page = await app.Browser.GetStringAsync("/console/alerts", Token);
        Assert.Contains("No answer, again at 5 &lt;b&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_long_notes_do_not_break_the_alert()
    {
        await using var app = await StartAsync();
        var (id, alert) = await RaiseAsync(app, "ana");
        for (var i = 0; i < 20; i++)
        {
            using var written = await ActAsync(
                app,
                id,
                alert,
                ("act", "note"),
                ("note", new string('"', 1000))
            );
            Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        }

        using var resolved = await ActAsync(app, id, alert, ("act", "resolve"), ("note", "Safe"));
        Assert.Null(await app.Clinic.Alerts.FindOpenAsync(id, alert.Alert.Key, Token));
    }

    [Fact]
    public async Task A_risk_alert_shows_the_number_to_call()
    {
        await using var app = await StartAsync();
        var (id, _) = await RaiseAsync(app, "ana");
        var number = (await app.Clinic.People.FindAsync(id, Token))!.Phone.E164;

        Assert.Contains(
            $"href=\"tel:{number}\"",
            WebUtility.HtmlDecode(await app.Browser.GetStringAsync("/console/alerts", Token)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            number[1..],
            await app.Browser.GetStringAsync("/console/people", Token),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Resolving_without_saying_what_was_done_resolves_nothing()
    {
        await using var app = await StartAsync();
        var (id, alert) = await RaiseAsync(app, "ana");
        using var answer = await ActAsync(app, id, alert, ("act", "resolve"), ("note", " "));
        Assert.NotNull(await app.Clinic.Alerts.FindOpenAsync(id, alert.Alert.Key, Token));
    }

    [Fact]
    public async Task A_coach_sees_and_answers_only_alerts_of_their_own_people()
    {
        await using var app = await StartAsync(new ConsoleOptions { Auth = "easyauth" });
        var (id, alert) = await RaiseAsync(app, "ben");
        app.ComeAs("ana@clinic.example", EasyAuth.CoachRole);
        Assert.DoesNotContain(
            "Maya",
            await app.Browser.GetStringAsync("/console/alerts", Token),
            StringComparison.Ordinal
        );
        using var answer = await app.SendAsync(
            "/console/people",
            "/console/alerts",
            Token,
            [("act", "acknowledge"), ("person", id.Value), ("key", alert.Alert.Key)]
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True((await app.Clinic.Alerts.FindOpenAsync(id, alert.Alert.Key, Token))!.WaitsForSomebody);
    }

    [Fact]
    public async Task The_page_of_alerts_shows_no_words_of_the_person()
    {
        await using var app = await StartAsync();
        await RaiseAsync(app, "ana");
        var page = await app.Browser.GetStringAsync("/console/alerts", Token);
        Assert.Contains("Maya", page, StringComparison.Ordinal);
        Assert.DoesNotContain("kill myself", page, StringComparison.Ordinal);
    }

    private static async Task<ConsoleApp> StartAsync(ConsoleOptions? options = null)
    {
        var app = await ConsoleApp.StartAsync(Token, null, options);
        return options is null ? await app.SignedInAsync(Token) : app;
    }

    private static async Task<(ParticipantId Id, StoredAlert Alert)> RaiseAsync(ConsoleApp app, string coach)
    {
        var id = await app.Clinic.EnrolAsync("Maya", coach, Token);
        await app.Clinic.ReplyAsync(id, "YES", Token);
        await app.Clinic.ReplyAsync(id, "I want to kill myself", Token);
        var open = await app.Clinic.Alerts.OpenOfAsync(id, Token);
        return (id, open.First(a => a.Alert.Reason is AlertReason.Risk));
    }

    private static Task<HttpResponseMessage> ActAsync(
        ConsoleApp app,
        ParticipantId id,
        StoredAlert alert,
        params (string Name, string Value)[] fields
    ) =>
        app.SendAsync(
            "/console/alerts",
            "/console/alerts",
            Token,
            [.. fields, ("person", id.Value), ("key", alert.Alert.Key)]
        );
}
