using MiCheckin.Functions.Settings;
using Microsoft.Extensions.Configuration;

namespace MiCheckin.Tests.Settings;

/// <summary>Settings are checked whole at start: every mistake at once, each with what to write instead, no secret shown.</summary>
public sealed class SettingsReaderTests
{
    private const string Key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    [Fact]
    public void A_laptop_needs_no_settings_at_all()
    {
        var good = Assert.IsType<SettingsOutcome.Good>(Read([]));

        Assert.True(good.Service.Embedded);
        Assert.True(good.Service.Simulated);
        Assert.False(good.Service.UnderFunctionsHost);
    }

    [Fact]
    public void Under_the_Functions_host_nothing_is_taken_for_granted_and_every_mistake_is_told_at_once()
    {
        var bad = Assert.IsType<SettingsOutcome.Bad>(Read(("FUNCTIONS_CUSTOMHANDLER_PORT", "50123")));

        Assert.Contains(
            bad.Mistakes,
            m => m.StartsWith("Storage cannot be embedded", StringComparison.Ordinal)
        );
        Assert.Contains(bad.Mistakes, m => m.StartsWith("AdminEmail must be", StringComparison.Ordinal));
        Assert.Contains(bad.Mistakes, m => m.StartsWith("ConsoleUrl must be", StringComparison.Ordinal));
        Assert.Contains(
            bad.Mistakes,
            m => m.StartsWith("Console:Auth must be easyauth", StringComparison.Ordinal)
        );
        Assert.Contains(
            bad.Mistakes,
            m => m.StartsWith("Twilio:AccountSid must be", StringComparison.Ordinal)
        );
        Assert.Contains(
            bad.Mistakes,
            m => m.StartsWith("Twilio:AuthToken is missing", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_storage_account_of_the_host_is_the_programs_own_unless_another_is_named()
    {
        (string, string)[] host = [.. UnderTheHost, ("AzureWebJobsStorage__accountName", "stclinic01")];

        Assert.Equal("stclinic01", Assert.IsType<SettingsOutcome.Good>(Read(host)).Service.Storage);
    }

    [Fact]
    public void A_name_that_is_no_setting_is_told_so_that_a_typing_error_does_not_pass_as_a_default()
    {
        var bad = Assert.IsType<SettingsOutcome.Bad>(Read(("MiCheckin__PhonKey", Key)));

        Assert.Equal(["PhonKey is no setting of this program. docs/settings.md lists them."], bad.Mistakes);
    }

    [Theory]
    [InlineData("MiCheckin__PhoneKey", "c2VjcmV0")]
    [InlineData("MiCheckin__Console__ApiToken", "hunter2-is-short")]
    [InlineData("MiCheckin__Twilio__AuthToken", "hunter2")]
    [InlineData("MiCheckin__Twilio__ApiKeySecret", "hunter2")]
    public void No_mistake_and_no_printed_setting_shows_a_secret(string name, string secret)
    {
        (string, string)[] settings = [.. UnderTheHost, (name, secret), ("MiCheckin__Texts", "pigeon")];

        var bad = Assert.IsType<SettingsOutcome.Bad>(Read(settings));

        Assert.DoesNotContain(bad.Mistakes, m => m.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Printed_settings_show_no_secret()
    {
        var good = Assert.IsType<SettingsOutcome.Good>(
            Read([
                .. UnderTheHost,
                (
                    "AzureWebJobsStorage",
                    "AccountName=clinic;AccountKey=aHVudGVyMg==;EndpointSuffix=core.windows.net"
                ),
            ])
        );

        Assert.DoesNotContain(Key, good.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("aHVudGVyMg", good.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("token-of-the-clinic", good.ToString(), StringComparison.Ordinal);
    }

    private static readonly (string, string)[] UnderTheHost =
    [
        ("FUNCTIONS_CUSTOMHANDLER_PORT", "50123"),
        ("MiCheckin__PhoneKey", Key),
        ("MiCheckin__AdminEmail", "admin@clinic.example"),
        ("MiCheckin__ConsoleUrl", "https://checkin.clinic.example"),
        ("MiCheckin__Storage", ""),
        ("MiCheckin__Console__Auth", "easyauth"),
        ("MiCheckin__Mail__Host", "smtp.clinic.example"),
        ("MiCheckin__Mail__From", "checkin@clinic.example"),
        ("MiCheckin__Twilio__AccountSid", "AC00000000000000000000000000000001"),
        ("MiCheckin__Twilio__AuthToken", "token-of-the-clinic"),
        ("MiCheckin__Twilio__From", "+12025550143"),
        ("MiCheckin__Twilio__PublicBaseUrl", "https://checkin.clinic.example"),
    ];

    private static SettingsOutcome Read(params (string Name, string Value)[] settings) =>
        SettingsReader.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings
                        .Select(s =>
                            KeyValuePair.Create(
                                s.Name.Replace("__", ":", StringComparison.Ordinal),
                                (string?)s.Value
                            )
                        )
                        .Reverse()
                        .DistinctBy(s => s.Key, StringComparer.OrdinalIgnoreCase)
                )
                .Build()
        );
}
