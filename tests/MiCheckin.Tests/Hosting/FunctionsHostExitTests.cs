using System.Net;
using MiCheckin.Tests.Storage.Azure;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Hosting;

/// <summary>How the program ends. The host starts a program again that ended with anything but 0, so 0 never stands for a fault.</summary>
[Collection(Azurite.Collection)]
public sealed class FunctionsHostExitTests(OpenClinic open) : IClassFixture<OpenClinic>
{
    private readonly HostedClinic clinic = open.Fresh();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wrong_settings_end_the_program_with_2_and_every_mistake()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MiCheckin__PhoneKey"] = "hunter2",
            ["MiCheckin__Twillio__From"] = "+12025550143",
        };
        await using var process = FunctionsHostProcess.Start(settings);

        Assert.Equal(2, await process.ExitAsync(Stop));

        foreach (
            var setting in (string[])
                [
                    "Storage",
                    "PhoneKey",
                    "AdminEmail",
                    "ConsoleUrl",
                    "Console:Auth",
                    "Mail:Host",
                    "Mail:From",
                    "Twilio:AccountSid",
                    "Twilio:AuthToken",
                    "Twilio:PublicBaseUrl",
                    "Twillio is no setting",
                ]
        )
        {
            Assert.Contains("  - " + setting, process.Said, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("hunter2", process.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_fault()
    {
        await using var second = FunctionsHostProcess.Start(clinic.Settings, clinic.Host.Address.Port);

        Assert.Equal(1, await second.ExitAsync(Stop));
        Assert.Contains("MiCheckin cannot start.", second.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_does_not_answer_fails_the_call_and_not_the_program()
    {
        using var nobody = Ports.Refusing(out var port);
        var nowhere = $"http://127.0.0.1:{port}/devstoreaccount1";
        var settings = new Dictionary<string, string>(clinic.Settings, StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] =
                $"AccountName=devstoreaccount1;AccountKey=aGVsbG8=;TableEndpoint={nowhere};QueueEndpoint={nowhere}",
        };
        await using var process = FunctionsHostProcess.Start(settings);
        await process.ReadyAsync(Stop);
        using var client = new HttpClient { BaseAddress = process.Address };

        using var called = await client.PostAsync("/SendDueCheckIns", null, Stop);
        using var health = await client.GetAsync(new Uri("/healthz", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, called.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.DoesNotContain("aGVsbG8=", process.Said, StringComparison.Ordinal);
    }
}
