using System.Collections.Frozen;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Functions.Settings;

/// <summary>Reads and checks all settings at once: every mistake is told in one go, and nothing starts on a half of them.</summary>
internal static class SettingsReader
{
    /// <summary>The section of the environment and of settings files: <c>MiCheckin__PhoneKey</c>, <c>MiCheckin__Twilio__From</c>.</summary>
    public const string Section = "MiCheckin";

    private static readonly FrozenSet<string> Sections = new[]
    {
        TwilioOptions.Section,
        "Mail",
        "Console",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Names = typeof(ServiceOptions)
        .GetProperties()
        .Where(p => p.CanWrite)
        .Select(p => p.Name)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static SettingsOutcome Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        List<string> mistakes = [.. Unknown(section)];
        try
        {
            var service = WithDefaults(section.Get<ServiceOptions>() ?? new ServiceOptions(), configuration);
            var twilio =
                section.GetSection(TwilioOptions.Section).Get<TwilioOptions>() ?? new TwilioOptions();
            var console =
                section.GetSection(ConsoleOptions.Section).Get<ConsoleOptions>() ?? new ConsoleOptions();
            mistakes.AddRange(service.Mistakes());
            mistakes.AddRange(console.Mistakes(service.UnderFunctionsHost));
            var mail = section.GetSection(SmtpOptions.Section).Get<SmtpOptions>() ?? new SmtpOptions();
            if (service.UnderFunctionsHost || mail.Host is not "")
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
        catch (InvalidOperationException e)
        {
            // The binder names the setting and the type it should have. Secrets are text and never fail to bind.
            return new SettingsOutcome.Bad([.. mistakes, e.Message]);
        }
    }

    /// <summary>On a laptop everything is embedded and simulated; under the Functions host nothing is taken for granted.</summary>
    private static ServiceOptions WithDefaults(ServiceOptions given, IConfiguration configuration)
    {
        var port = configuration.GetValue<int?>("FUNCTIONS_CUSTOMHANDLER_PORT");
        var hostStorage =
            configuration["AzureWebJobsStorage"] ?? configuration["AzureWebJobsStorage:accountName"];
        return given with
        {
            HostPort = port,
            Storage = given.Storage is ""
                ? (port is null ? "embedded" : hostStorage ?? "embedded")
                : given.Storage,
            Texts = given.Texts is "" ? (port is null ? "simulator" : "twilio") : given.Texts,
        };
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section) =>
        section
            .GetChildren()
            .Where(child => !Names.Contains(child.Key) && !Sections.Contains(child.Key))
            .Select(child => $"{child.Key} is no setting of this program. docs/settings.md lists them.");
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
