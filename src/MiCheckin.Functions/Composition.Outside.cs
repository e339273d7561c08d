using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Outbound.Pacing;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Settings;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Functions;

/// <summary>What the settings choose between: where rows and queues are kept, who carries texts, who carries mail.</summary>
internal static partial class Composition
{
    /// <summary>Where nobody has been named: an address that no mail server delivers to (RFC 2606).</summary>
    private static readonly EmailAddress Nobody = EmailAddress.Parse("micheckin@clinic.invalid");

    private static void AddAzureStorage(this IServiceCollection services, ServiceOptions settings)
    {
        services.AddSingleton(settings.Account());
        services.AddSingleton<ITables>(s => new AzureTables(
            s.GetRequiredService<StorageAccount>(),
            SystemClock.Instance
        ));
        services.AddSingleton(s => new AzureQueues(
            s.GetRequiredService<StorageAccount>(),
            SystemClock.Instance
        ));
        services.AddSingleton<IRehearsableQueues>(s => new RehearsedQueues(
            s.GetRequiredService<AzureQueues>(),
            s.GetRequiredService<IClock>()
        ));
        services.AddSingleton<IQueues>(s =>
            settings is { Simulated: true, UnderFunctionsHost: false }
                ? s.GetRequiredService<IRehearsableQueues>()
                : s.GetRequiredService<AzureQueues>()
        );
    }

    private static async Task AddStorageAsync(
        this IServiceCollection services,
        ServiceOptions settings,
        CancellationToken cancellationToken
    )
    {
        if (settings.Embedded)
        {
            var logs = LoggerFactory.Create(logging =>
                logging.AddSimpleConsole(line => line.SingleLine = true)
            );
            var tables = await EmbeddedTables.OpenAsync(
                Path.Combine(settings.Data, "tables"),
                logs.CreateLogger<EmbeddedTables>(),
                cancellationToken
            );
            services.AddSingleton<EmbeddedTables>(_ => tables);
            services.AddSingleton<ITables>(s => s.GetRequiredService<EmbeddedTables>());
            services.AddSingleton<EmbeddedQueues>();
            services.AddSingleton<IRehearsableQueues>(s => s.GetRequiredService<EmbeddedQueues>());
            services.AddSingleton<IQueues>(s => s.GetRequiredService<EmbeddedQueues>());
        }
        else
        {
            services.AddAzureStorage(settings);
        }

        var key = settings.PhoneKey is ""
            ? await PhoneKey.KeptInAsync(Path.Combine(settings.Data, "phone.key"), cancellationToken)
            : PhoneKey.Parse(settings.PhoneKey);
        services.AddSingleton(key);
        services.AddSingleton(s => new ProgramShelf(s.GetRequiredService<ITables>()));
        services.AddSingleton<PhoneBook>().AddSingleton<DueIndex>().AddSingleton<ParticipantStore>();
        services.AddSingleton<CoachBook>().AddSingleton<Audit>().AddSingleton<AlertBook>();
    }

    private static void AddTexts(this IServiceCollection services, SettingsOutcome.Good settings)
    {
        services.AddSingleton<SimulatedPhones>().AddSingleton<SimulatedNetwork>();
        if (settings.Service.Simulated)
        {
            services.AddSingleton<ITextProvider>(s => s.GetRequiredService<SimulatedPhones>());
            return;
        }

        services.AddSingleton(_ => TwilioHttp.Create(settings.Twilio));
        services.AddSingleton<ITextProvider, TwilioTexts>();
        services.AddSingleton<TwilioRequestReader>();
        services.AddSingleton(s => new PaceBook(
            s.GetRequiredService<ITables>(),
            s.GetRequiredService<IClock>(),
            settings.Twilio.SegmentsPerSecond,
            settings.Twilio.MessagingServiceSid ?? "number"
        ));
    }

    private static void AddMail(this IServiceCollection services, SettingsOutcome.Good settings)
    {
        if (settings.Mail.Host is "")
        {
            var folder = Path.Combine(settings.Service.Data, "mail");
            var sender = new MailSender(Nobody, settings.Mail.FromName);
            services.AddSingleton(s => new FolderMailer(folder, sender, s.GetRequiredService<IClock>()));
            services.AddSingleton<IMailer>(s => s.GetRequiredService<FolderMailer>());
            return;
        }

        services.AddSingleton<IMailer, SmtpMailer>();
    }
}
