using System.Net;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace MiCheckin.Tests.Console;

public sealed class PeopleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ConsoleOptions BehindSignIn => new() { Auth = "easyauth" };

    [Fact]
    public async Task A_coach_sees_their_own_people_and_nobody_elses()
    {
        await using var app = await ConsoleApp.StartAsync(Token, null, BehindSignIn);
        var own = await app.Clinic.EnrolAsync("Maya", "ana", Token);
        var other = await app.Clinic.EnrolAsync("Otto", "ben", Token);
        app.ComeAs("ana@clinic.example", EasyAuth.CoachRole);

        var list = await app.Browser.GetStringAsync("/console/people?coach=ben", Token);
        Assert.Contains("Maya", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Otto", list, StringComparison.Ordinal);
        using var mine = await app.Browser.GetAsync($"/console/people/{own.Value}", Token);
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        using var theirs = await app.Browser.GetAsync($"/console/people/{other.Value}", Token);
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
    }

    [Fact]
    public async Task A_coach_cannot_act_on_somebody_elses_person()
    {
        await using var app = await ConsoleApp.StartAsync(Token, null, BehindSignIn);
        var other = await app.Clinic.EnrolAsync("Otto", "ben", Token);
        app.ComeAs("ana@clinic.example", EasyAuth.CoachRole);

        using var answer = await ActAsync(app, other, ("act", "opt-out"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.IsNotType<Consent.Stopped>((await app.Clinic.People.FindAsync(other, Token))!.State.Consent);
    }

    [Fact]
    public async Task Reading_somebodys_words_is_kept_in_the_audit()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        var id = await app.Clinic.EnrolAsync("Maya", "ana", Token);
        await app.Clinic.ReplyAsync(id, "YES", Token);
        var page = await app.Browser.GetStringAsync($"/console/people/{id.Value}", Token);
        Assert.Contains("YES", page, StringComparison.Ordinal);
        var trail = await app.Services.GetRequiredService<Audit>().OfMonthAsync(Clinic.Now, Token);
        var entry = Assert.Single(trail);
        Assert.Equal((AuditAct.ReadWords, id), (entry.Act, entry.Person));
    }

    [Fact]
    public async Task The_number_stands_on_the_audited_record_to_call_and_in_no_list()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        var id = await app.Clinic.EnrolAsync("Maya", "ana", Token);
        var number = (await app.Clinic.People.FindAsync(id, Token))!.Phone.E164;
        var page = await app.Browser.GetStringAsync($"/console/people/{id.Value}", Token);
        Assert.Contains(number[1..], page, StringComparison.Ordinal);
        var list = await app.Browser.GetStringAsync("/console/people", Token);
        Assert.DoesNotContain(number[1..], list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coach_opts_a_person_out_who_asked_by_phone()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        var id = await app.Clinic.EnrolAsync("Maya", "ana", Token);
        using var answer = await ActAsync(app, id, ("act", "opt-out"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.IsType<Consent.Stopped>((await app.Clinic.People.FindAsync(id, Token))!.State.Consent);
    }

    [Fact]
    public async Task Pausing_stores_the_day_and_resuming_takes_it_back()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        var id = await app.Clinic.EnrolAsync("Maya", "ana", Token);
        await app.Clinic.ReplyAsync(id, "YES", Token);
        using var pause = await ActAsync(app, id, ("act", "pause"), ("until", "2026-03-20"));
        Assert.NotNull((await app.Clinic.People.FindAsync(id, Token))!.State.PausedUntil);
        using var resume = await ActAsync(app, id, ("act", "resume"));
        Assert.Null((await app.Clinic.People.FindAsync(id, Token))!.State.PausedUntil);
    }

    [Theory]
    [InlineData("00112233aabbccdd", "00112233aabbccdd", 1)]
    [InlineData("00112233aabbccdd", "ddccbbaa33221100", 2)]
    public async Task A_form_sent_twice_texts_once(string first, string second, int texts)
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        var id = await app.Clinic.EnrolAsync("Maya", "ana", Token);
        await app.Clinic.ReplyAsync(id, "YES", Token);
        using var once = await ActAsync(app, id, ("act", "text"), ("body", "Call me"), ("form", first));
        using var again = await ActAsync(app, id, ("act", "text"), ("body", "Call me"), ("form", second));
        Assert.Equal(once.StatusCode, again.StatusCode);
        var planned = (await app.Clinic.People.FindAsync(id, Token))!.Pending;
        Assert.Equal(texts, planned.Count(t => t.Kind is TextKind.Coach));
    }

    [Theory]
    [InlineData("profile", "zone", "Mars/Olympus")]
    [InlineData("pause", "until", "tomorrow")]
    [InlineData("text", "body", "   ")]
    [InlineData("stage", "stage", "Enlightenment")]
    [InlineData("explode", "", "")]
    public async Task A_form_that_says_nothing_sensible_changes_nothing(
        string act,
        string field,
        string value
    )
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        var id = await app.Clinic.EnrolAsync("Maya", "ana", Token);
        var before = (await app.Clinic.People.FindAsync(id, Token))!.Tag;
        using var answer = await ActAsync(app, id, ("act", act), ("note", "why"), (field, value));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, (await app.Clinic.People.FindAsync(id, Token))!.Tag);
    }

    [Fact]
    public async Task Erasing_needs_the_name_typed_out()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        var id = await app.Clinic.EnrolAsync("Maya", "ana", Token);
        using var wrong = await ActAsync(app, id, ("act", "erase"), ("name", "Mia"));
        Assert.NotNull(await app.Clinic.People.FindAsync(id, Token));
        using var right = await ActAsync(app, id, ("act", "erase"), ("name", "maya"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Null(await app.Clinic.People.FindAsync(id, Token));
        Assert.Empty(await app.Clinic.Coaches.RosterAsync(new CoachId("ana"), Token));
    }

    [Fact]
    public async Task Erasing_is_for_admins()
    {
        await using var app = await ConsoleApp.StartAsync(Token, null, BehindSignIn);
        var id = await app.Clinic.EnrolAsync("Maya", "ana", Token);
        app.ComeAs("ana@clinic.example", EasyAuth.CoachRole);
        using var answer = await ActAsync(app, id, ("act", "erase"), ("name", "Maya"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.NotNull(await app.Clinic.People.FindAsync(id, Token));
    }

    [Fact]
    public async Task Somebody_in_danger_comes_first()
    {
        await using var app = await (await ConsoleApp.StartAsync(Token)).SignedInAsync(Token);
        await app.Clinic.EnrolAsync("Abe", "ana", Token);
        var id = await app.Clinic.EnrolAsync("Zoe", "ana", Token);
        await app.Clinic.ReplyAsync(id, "I want to kill myself", Token);
        var page = await app.Browser.GetStringAsync("/console/people", Token);
        Assert.True(
            page.IndexOf("Zoe", StringComparison.Ordinal) < page.IndexOf("Abe", StringComparison.Ordinal),
            "Zoe should be listed before Abe."
        );
        Assert.Contains("Possible danger", page, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ActAsync(
        ConsoleApp app,
        ParticipantId id,
        params (string Name, string Value)[] fields
    ) => app.SendAsync("/console/people", $"/console/people/{id.Value}", Token, fields);
}
