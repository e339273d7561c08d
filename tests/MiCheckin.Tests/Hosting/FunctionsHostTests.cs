using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Tests.Storage.Azure;

namespace MiCheckin.Tests.Hosting;

/// <summary>The program as it is packed, under the contract of the Functions host: the whole story once, from outside.</summary>
[Collection(Azurite.Collection)]
public sealed class FunctionsHostTests(OpenClinic open) : IClassFixture<OpenClinic>
{
    private readonly HostedClinic clinic = open.Fresh();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_enrolled_is_welcomed_answers_and_stops()
    {
        var phone = PhoneNumber.Parse("+12065550111");
        var id = await clinic.EnrolAsync(phone, Stop);

        await clinic.Host.RunUntilAsync(() => clinic.TextsTo(phone).Count == 1, Stop);
        await AcceptedAsync(clinic.TextInAsync(phone, "YES", Stop));
        await clinic.Host.RunUntilAsync(() => clinic.TextsTo(phone).Count == 2, Stop);
        await AcceptedAsync(clinic.TextInAsync(phone, "I already walk to work", Stop));
        await AcceptedAsync(clinic.TextInAsync(phone, "STOP", Stop));
        await clinic.Host.RunUntilAsync(
            () => clinic.TextsTo(phone).Any(t => t.Body.Contains("no more", StringComparison.Ordinal)),
            Stop
        );

        foreach (var text in clinic.TextsTo(phone))
        {
            await AcceptedAsync(clinic.Twilio.ReportAsync(clinic.Host.Outside, text.Sid, "sent", null, Stop));
            await AcceptedAsync(
                clinic.Twilio.ReportAsync(clinic.Host.Outside, text.Sid, "delivered", null, Stop)
            );
        }

        var person = await clinic.Store().FindAsync(id, Stop);
        Assert.IsType<Consent.Stopped>(person!.State.Consent);
        var sent = (await clinic.Store().OutboxAsync(id, Stop)).Where(t => t.Sid is not null).ToList();
        Assert.Equal(clinic.TextsTo(phone).Count, sent.Count);
        Assert.All(sent, t => Assert.Equal(TextLife.Delivered, t.Life));
        AssertAnswersAreEmpty(clinic.Host);
    }

    [Fact]
    public async Task A_tick_that_is_replayed_and_overlaps_sends_a_due_check_in_once()
    {
        var phone = PhoneNumber.Parse("+12065550112");
        await clinic.EnrolWithDueCheckInAsync(phone, Stop);
        await ForgetLastLookAsync();

        var endings = await Task.WhenAll(
            clinic.Host.FireAsync("SendDueCheckIns", Stop),
            clinic.Host.FireAsync("SendDueCheckIns", Stop),
            clinic.Host.FireAsync("SendDueCheckIns", Stop, isPastDue: true)
        );
        await clinic.Host.RunUntilAsync(() => clinic.TextsTo(phone).Count == 1, Stop);
        Assert.Equal(CallOutcome.Succeeded, (await clinic.Host.FireAsync("SendDueCheckIns", Stop)).Outcome);
        while (await clinic.Host.DeliverAsync(Stop) > 0)
        {
            // Until the doubled messages are used up too.
        }

        Assert.All(endings, ending => Assert.Equal(CallOutcome.Succeeded, ending.Outcome));
        Assert.Contains(
            clinic.Host.Deliveries,
            d => d.Function is "RunCheckIn" && d.Ending.Outcome is CallOutcome.Succeeded
        );
        Assert.Single(clinic.TextsTo(phone));
        AssertAnswersAreEmpty(clinic.Host);
    }

    [Fact]
    public async Task A_slot_and_its_text_that_are_delivered_four_times_at_once_are_sent_once()
    {
        var phone = PhoneNumber.Parse("+12065550114");
        var id = await clinic.EnrolWithDueCheckInAsync(phone, Stop);
        await ForgetLastLookAsync();
        Assert.Equal(CallOutcome.Succeeded, (await clinic.Host.FireAsync("SendDueCheckIns", Stop)).Outcome);

        var decided = await clinic.Host.DeliverAtOnceAsync("RunCheckIn", 4, Stop);
        var sent = await clinic.Host.DeliverAtOnceAsync("SendText", 4, Stop);
        await clinic.Host.RunUntilAsync(() => clinic.TextsTo(phone).Count > 0, Stop);
        while (await clinic.Host.DeliverAsync(Stop) > 0)
        {
            // Whatever the repeats put back.
        }

        Assert.Contains(decided, ending => ending.Outcome is CallOutcome.Succeeded);
        Assert.All(sent, ending => Assert.Equal(CallOutcome.Succeeded, ending.Outcome));
        Assert.Single(clinic.TextsTo(phone));
        Assert.Single(await clinic.Store().OutboxAsync(id, Stop), text => text.Sid is not null);
    }

    [Fact]
    public async Task Words_of_danger_reach_a_coach_whose_link_works_from_outside()
    {
        await clinic.AddCoachAsync(Stop);
        var phone = PhoneNumber.Parse("+12065550113");
        await clinic.EnrolAsync(phone, Stop);

        await AcceptedAsync(clinic.TextInAsync(phone, "YES", Stop));
        await AcceptedAsync(clinic.TextInAsync(phone, "I want to kill myself", Stop));
        Assert.Equal(CallOutcome.Succeeded, (await clinic.Host.FireAsync("EscalateAlerts", Stop)).Outcome);

        var (to, secure, message) = await clinic.Mail.ReceivedAsync(Stop);
        Assert.Equal(HostedClinic.CoachMail, to);
        Assert.True(secure);
        var link = LinkIn(message);
        Assert.Equal(200, (int)(await clinic.Host.Outside.GetAsync(link, Stop)).StatusCode);
        var pressed = await clinic.Host.Outside.PostAsync(link, new FormUrlEncodedContent([]), Stop);
        Assert.Contains(
            "in your hands",
            await pressed.Content.ReadAsStringAsync(Stop),
            StringComparison.Ordinal
        );
    }

    /// <summary>A process that has looked since the slot came due puts no second message for five minutes: another test may have made it look.</summary>
    private Task ForgetLastLookAsync() => clinic.Host.RestartAsync(Stop);

    private static async Task AcceptedAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("text/xml", answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>No output is ever returned: a string among them that happens to be base64, such as an id, would be decoded by the host.</summary>
    private static void AssertAnswersAreEmpty(FunctionsHost host) =>
        Assert.All(
            host.Deliveries.Where(d => d.Ending.Outcome is CallOutcome.Succeeded),
            d =>
            {
                Assert.Empty(d.Ending.Answer!.Outputs!);
                Assert.Empty(d.Ending.Answer.Logs!);
                Assert.Null(d.Ending.Answer.ReturnValue);
            }
        );

    private static Uri LinkIn(string message)
    {
        var text = message.Replace("=\r\n", "", StringComparison.Ordinal);
        var at = text.IndexOf("https://checkin.clinic.example/alerts/", StringComparison.Ordinal);
        return new Uri(text[at..text.IndexOfAny(['\r', '\n', ' ', '"', '<', '>'], at)]);
    }
}
