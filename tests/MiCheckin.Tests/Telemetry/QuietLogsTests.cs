using System.Net;
using MiCheckin.Core.Participants;
using MiCheckin.Tests.Hosting;
using MiCheckin.Tests.Storage.Azure;
using MiCheckin.Tests.Twilio;

namespace MiCheckin.Tests.Telemetry;

/// <summary>Whatever happens to people's texts, what the program prints holds no number, no name, no address and no word of anybody.</summary>
[Collection(Azurite.Collection)]
public sealed class QuietLogsTests(OpenClinic open) : IClassFixture<OpenClinic>
{
    private static readonly PhoneNumber Rosa = PhoneNumber.Parse("+12065550131");
    private static readonly PhoneNumber Stranger = PhoneNumber.Parse("+12065550132");

    private static readonly string[] Never =
    [
        "5550131",
        "5550132",
        "zebrawood",
        "kill",
        "Rosa",
        "Amara",
        "@clinic.example",
    ];

    /// <summary>It did speak of all that happened.</summary>
    private static readonly int[] Events = [2000, 2010, 3000, 3001, 3040, 3050, 3060, 3071, 4201, 4202, 4203];

    private readonly HostedClinic clinic = open.Fresh();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_line_holds_a_number_a_name_an_address_or_a_word_of_anybody()
    {
        await clinic.AddCoachAsync(Stop);
        await clinic.EnrolAsync(Rosa, Stop);
        await clinic.Host.RunUntilAsync(() => clinic.TextsTo(Rosa).Count == 1, Stop);

        clinic.Twilio.Misbehave(new StandInFault.Refuse(400, 30034));
        await SaysAsync(Rosa, "YES, zebrawood", HttpStatusCode.OK);
        await clinic.Host.RunUntilAsync(() => HasSpoken(clinic.Host.Said, 3060), Stop);
        await SaysAsync(Rosa, "zebrawood helps me walk", HttpStatusCode.OK);
        await SaysAsync(Stranger, "I want to kill myself, zebrawood", HttpStatusCode.OK);
        await SaysAsync(Rosa, "I want to kill myself, zebrawood", HttpStatusCode.OK);
        await clinic.Host.RunUntilAsync(() => clinic.TextsTo(Rosa).Count > 1, Stop);
        using var report = await clinic.Twilio.ReportAsync(
            clinic.Host.Outside,
            clinic.TextsTo(Rosa)[0].Sid,
            "undelivered",
            30007,
            Stop
        );
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("Body", "zebrawood")]);
        using var refused = await clinic.Host.Outside.PostAsync("/sms/inbound", forged, Stop);
        await clinic.Host.PutAsync("checkins", "zebrawood", Stop);
        await clinic.Host.RunUntilAsync(
            () => clinic.Host.Deliveries.Count(d => d.Message.Text is "zebrawood") == 5,
            Stop
        );
        foreach (var timer in FunctionsPackage.Functions.Where(f => f is { IsProxied: false, Queue: null }))
        {
            await clinic.Host.FireAsync(timer.Name, Stop);
        }

        await SaysAsync(Rosa, "STOP", HttpStatusCode.OK);
        await clinic.Host.RunUntilAsync(() => Events.All(id => HasSpoken(clinic.Host.Said, id)), Stop);

        Assert.All(
            Never,
            word => Assert.DoesNotContain(word, clinic.Host.Said, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static bool HasSpoken(string said, int id) =>
        said.Contains($"\"EventId\":{id},", StringComparison.Ordinal);

    private async Task SaysAsync(PhoneNumber from, string words, HttpStatusCode answered)
    {
        using var answer = await clinic.TextInAsync(from, words, Stop);
        Assert.Equal(answered, answer.StatusCode);
    }
}
