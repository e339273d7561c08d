using System.Globalization;
using System.Net;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Functions.Settings;

/// <summary>Reads and checks all settings at once: every mistake is told in one go, and nothing starts on a half of them.</summary>
internal static class SettingsReader
{
    /// <summary>The section of the environment and of settings files: <c>MiCheckin__PhoneKey</c>, <c>MiCheckin__Twilio__From</c>.</summary>
    public const string Section = "MiCheckin";

    private const string Port = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>All settings, or every mistake: those that the command line had already, and those found here.</summary>
    public static SettingsOutcome Read(
        IConfiguration configuration,
        params IReadOnlyList<string> launchMistakes
    )
    {
        var section = configuration.GetSection(Section);
        var reader = new SectionReader();
        var given = reader.Read<ServiceOptions>(
            section,
            "",
            [nameof(ServiceOptions.HostPort)],
            [TwilioOptions.Section, SmtpOptions.Section, ConsoleOptions.Section]
        );
        var twilio = reader.Read<TwilioOptions>(section.GetSection(TwilioOptions.Section), "Twilio:");
        var console = reader.Read<ConsoleOptions>(section.GetSection(ConsoleOptions.Section), "Console:");
        var mail = reader.Read<SmtpOptions>(section.GetSection(SmtpOptions.Section), "Mail:");
        var service = WithDefaults(given, configuration);
        List<string> mistakes =
        [
            .. launchMistakes,
            .. reader.Mistakes,
            .. DoorMistakes(configuration, service),
        ];
        mistakes.AddRange(service.Mistakes());
        mistakes.AddRange(console.Mistakes(service.UnderFunctionsHost));
        if (service.UnderFunctionsHost || mail.NamesAServer)
        {
            mistakes.AddRange(mail.Mistakes());
        }

        if (!service.Simulated)
        {
            mistakes.AddRange(twilio.Mistakes());
        }

        return mistakes is []
            ? new SettingsOutcome.Good(service, twilio, console, mail)
            : new SettingsOutcome.Bad(mistakes);
    }

    /// <summary>Where it listens: the port that the host gave, or stand-alone an address.</summary>
    private static IEnumerable<string> DoorMistakes(IConfiguration configuration, ServiceOptions service)
    {
        if (configuration[Port] is { } port && service.HostPort is null)
        {
            yield return $"{Port} is set by the Functions host to a port, and '{port}' is none.";
        }

        // The host's image may name addresses that nobody listens on under it.
        if (
            !service.UnderFunctionsHost
            && ListeningAddress.Mistake(configuration[WebHostDefaults.ServerUrlsKey]) is { } address
        )
        {
            yield return address;
        }
    }

    /// <summary>On a laptop everything is embedded and simulated; under the Functions host nothing is taken for granted.</summary>
    private static ServiceOptions WithDefaults(ServiceOptions given, IConfiguration configuration)
    {
        var port =
            int.TryParse(configuration[Port], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is <= IPEndPoint.MaxPort
                ? number
                : (int?)null;
        var hostStorage = configuration["AzureWebJobsStorage"] is { Length: > 0 } connection
            ? connection
            : configuration["AzureWebJobsStorage:accountName"];
        return given with
        {
            HostPort = port,
            Storage = given.Storage is ""
                ? (port is null ? "embedded" : hostStorage ?? "embedded")
                : given.Storage,
            Texts = given.Texts is "" ? (port is null ? "simulator" : "twilio") : given.Texts,
        };
    }
}

/// <summary>Either all settings, or every mistake in them.</summary>
internal abstract record SettingsOutcome
{
    private SettingsOutcome() { }

    public sealed record Good(
        ServiceOptions Service,
        TwilioOptions Twilio,
        ConsoleOptions Console,
        SmtpOptions Mail
    ) : SettingsOutcome;

    public sealed record Bad(IReadOnlyList<string> Mistakes) : SettingsOutcome;
}
