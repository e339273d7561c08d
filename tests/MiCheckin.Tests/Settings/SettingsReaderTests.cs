using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Settings;
using MiCheckin.Functions.Twilio;
using MiCheckin.Tests.Tools;
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

    [Fact]
    public void What_is_of_the_wrong_kind_or_unknown_in_any_section_hides_no_other_mistake()
    {
        var bad = Assert.IsType<SettingsOutcome.Bad>(
            Read([
                .. UnderTheHost.Where(s => s.Item1 is not "MiCheckin__Mail__From"),
                ("AzureWebJobsStorage__accountName", "stclinic01"),
                ("MiCheckin__Mail__Port", "many"),
                ("MiCheckin__Mail__Security", "ssl"),
                ("MiCheckin__Mail__Pasword", "hunter2"),
                ("MiCheckin__Twilio__SegmentsPerSecond", "NaN"),
                ("MiCheckin__Twilio__AuthTokn", "hunter2"),
                ("MiCheckin__Console__Auht", "link"),
                ("MiCheckin__HostPort", "1"),
            ])
        );

        Assert.Equal(
            [
                "Console:Auht is no setting of this program. docs/settings.md lists them.",
                "HostPort is no setting of this program. docs/settings.md lists them.",
                "Mail:From must be a plain address, such as checkin@clinic.example.",
                "Mail:Pasword is no setting of this program. docs/settings.md lists them.",
                "Mail:Port must be a whole number, such as 587.",
                "Mail:Security must be one of StartTls, Tls, None.",
                "Twilio:AuthTokn is no setting of this program. docs/settings.md lists them.",
                "Twilio:SegmentsPerSecond must be a number, such as 1 or 0.5.",
            ],
            bad.Mistakes.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_setting_there_is_stands_in_the_documentation()
    {
        var settings = await File.ReadAllTextAsync(
            Checkout.At("docs", "settings.md"),
            TestContext.Current.CancellationToken
        );
        (Type Options, string Prefix)[] sections =
        [
            (typeof(ServiceOptions), "`MiCheckin__"),
            (typeof(TwilioOptions), "`MiCheckin__Twilio__"),
            (typeof(SmtpOptions), "`MiCheckin__Mail__"),
            (typeof(ConsoleOptions), "`MiCheckin__Console__"),
        ];
        var names = sections
            .SelectMany(s => s.Options.GetProperties().Where(p => p.CanWrite).Select(p => s.Prefix + p.Name))
            .Where(name => name is not "`MiCheckin__HostPort")
            .ToList();

        Assert.True(names.Count > 20, string.Join(", ", names));
        Assert.All(names, name => Assert.Contains(name + "`", settings, StringComparison.Ordinal));
    }

    [Fact]
    public void A_setting_that_is_left_empty_is_as_one_that_is_not_there()
    {
        var good = Assert.IsType<SettingsOutcome.Good>(
            Read([
                .. UnderTheHost,
                ("AzureWebJobsStorage__accountName", "stclinic01"),
                ("MiCheckin__Twilio__MessagingServiceSid", ""),
                ("MiCheckin__Twilio__OtherAuthToken", ""),
                ("MiCheckin__Twilio__ApiKeySid", ""),
                ("MiCheckin__Twilio__ApiKeySecret", ""),
                ("MiCheckin__Twilio__ApiBaseUrl", ""),
                ("MiCheckin__Mail__User", ""),
                ("MiCheckin__Mail__Password", ""),
                ("MiCheckin__Mail__CertificateAuthority", ""),
            ])
        );

        Assert.Equal("https://api.twilio.com", good.Twilio.ApiBaseUrl);
        Assert.Equal((null, null), (good.Twilio.MessagingServiceSid, good.Mail.User));
    }

    [Theory]
    [InlineData("MiCheckin__Mail__User", "me")]
    [InlineData("MiCheckin__Mail__From", "checkin@clinic.example")]
    [InlineData("MiCheckin__Mail__Port", "465")]
    public void Settings_of_a_mail_server_that_is_not_named_do_not_end_as_files_in_a_folder(
        string name,
        string value
    )
    {
        var bad = Assert.IsType<SettingsOutcome.Bad>(Read((name, value)));

        Assert.Contains(
            bad.Mistakes,
            m => m.StartsWith("Mail:Host must name the mail server", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_name_of_the_sender_alone_asks_for_no_mail_server() =>
        Assert.IsType<SettingsOutcome.Good>(Read(("MiCheckin__Mail__FromName", "The clinic")));

    [Fact]
    public void A_mistake_of_the_command_line_stands_beside_those_of_the_settings()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("MiCheckin:Texts", (string?)"pigeon")])
            .Build();

        var bad = Assert.IsType<SettingsOutcome.Bad>(
            SettingsReader.Read(configuration, "--dta is no option.")
        );

        Assert.Equal("--dta is no option.", bad.Mistakes[0]);
        Assert.Contains(bad.Mistakes, m => m.StartsWith("Texts must be", StringComparison.Ordinal));
    }

    [Fact]
    public void A_port_that_is_none_is_told_beside_all_else()
    {
        var bad = Assert.IsType<SettingsOutcome.Bad>(
            Read(("FUNCTIONS_CUSTOMHANDLER_PORT", "http"), ("MiCheckin__Texts", "pigeon"))
        );

        Assert.Contains(
            bad.Mistakes,
            m => m.StartsWith("FUNCTIONS_CUSTOMHANDLER_PORT", StringComparison.Ordinal)
        );
        Assert.Contains(bad.Mistakes, m => m.StartsWith("Texts must be", StringComparison.Ordinal));
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
