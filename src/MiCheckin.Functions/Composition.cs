using MiCheckin.Core.Participants;
using MiCheckin.Functions.CheckIns;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console;
using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Enrolment;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Outbound.Pacing;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Retention;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Settings;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Functions.Triggers;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Functions;

/// <summary>The one place that knows which parts make the app.</summary>
internal static class Composition
{
    /// <summary>Where nobody has been named: an address that no mail server delivers to (RFC 2606).</summary>
    private static readonly EmailAddress Nobody = EmailAddress.Parse("micheckin@clinic.invalid");

    public static async Task AddMiCheckinAsync(
        this WebApplicationBuilder builder,
        SettingsOutcome.Good settings,
        CancellationToken cancellationToken
    )
    {
        var services = builder.Services;
        services.AddSingleton(settings.Service).AddSingleton(settings.Twilio).AddSingleton(settings.Console);
        services.AddSingleton(settings.Mail);
        services.AddSingleton(await FunctionCatalog.ReadAsync(AppContext.BaseDirectory, cancellationToken));
        await services.AddClockAsync(settings.Service, cancellationToken);
        await services.AddStorageAsync(settings.Service, cancellationToken);
        services.AddTexts(settings);
        services.AddMail(settings);
        services.AddFlows();
        services.AddSafety(settings.Service);
        services.AddCoaching(settings.Service);
        services.AddRetention();
        services.AddFunctions();
        services.AddProblemDetails().AddConsole();
        if (!settings.Service.UnderFunctionsHost)
        {
            services.AddStandAlone(settings.Service);
        }
    }

    public static void UseMiCheckin(this WebApplication app, SettingsOutcome.Good settings)
    {
        app.UseExceptionHandler();
        if (settings.Service.UnderFunctionsHost)
        {
            app.Use(new PreparedDoor(app, settings).PassAsync);
        }

        app.UseConsole();
        app.MapGet("/", () => TypedResults.LocalRedirect("/console"));
        app.MapHealth();
        app.MapConsole();
        app.MapAcknowledgement();
        if (!settings.Service.Simulated)
        {
            app.MapTwilioWebhook();
        }

        if (settings.Service.UnderFunctionsHost)
        {
            app.MapInvocations(app.Services.GetRequiredService<FunctionCatalog>());
        }
    }

    private static async Task AddClockAsync(
        this IServiceCollection services,
        ServiceOptions settings,
        CancellationToken cancellationToken
    )
    {
        if (settings.UnderFunctionsHost || !settings.Simulated)
        {
            services.AddSingleton<IClock>(SystemClock.Instance);
            return;
        }

        Directory.CreateDirectory(settings.Data);
        var file = Path.Combine(settings.Data, "clock.txt");
        var clock = await SimulatedClock.StartAsync(SystemClock.Instance, file, cancellationToken);
        services.AddSingleton(clock).AddSingleton<IClock>(clock);
    }

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

    private static void AddCoaching(this IServiceCollection services, ServiceOptions settings)
    {
        services.AddSingleton(new EnrolmentRules(settings.Simulated));
        services.AddSingleton<Enroller>().AddSingleton<EnrolmentFlow>();
        services.AddSingleton<DigestMarks>().AddSingleton<WeekGatherer>().AddSingleton<DigestPost>();
        services.AddSingleton<CoachDigests>().AddSingleton<DigestFlow>();
        services.AddSingleton<NoticePost>().AddSingleton<DailyNotices>();
    }

    private static void AddSafety(this IServiceCollection services, ServiceOptions settings)
    {
        var admin = EmailAddress.TryParse(settings.AdminEmail, out var address) ? address : Nobody;
        services.AddSingleton(new Links(new Uri(settings.ConsoleUrl)));
        services
            .AddSingleton<AckTokens>()
            .AddSingleton<PageWriter>()
            .AddSingleton<PageSender>()
            .AddSingleton<AlertDesk>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<AlertPager>(s, admin));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<SetUpTroubles>(s, admin));
    }

    private static void AddFlows(this IServiceCollection services) =>
        services
            .AddSingleton<InboundFlow>()
            .AddSingleton<Strangers>()
            .AddSingleton<StatusFlow>()
            .AddSingleton<CheckInFlow>()
            .AddSingleton<OutboxFlow>()
            .AddSingleton<TextSettler>()
            .AddSingleton<TextReconciler>()
            .AddSingleton<UnknownTexts>()
            .AddSingleton<NightlySweep>();

    private static void AddRetention(this IServiceCollection services) =>
        services.AddSingleton<WordRemover>().AddSingleton<RecordExpiry>().AddSingleton<Erasure>();

    /// <summary>A function's key is the name of its folder; a test holds that each timer and queue has one.</summary>
    private static void AddFunctions(this IServiceCollection services) =>
        services
            .AddKeyedSingleton<IFunction, SendDueCheckIns>(nameof(SendDueCheckIns))
            .AddKeyedSingleton<IFunction, RunCheckIn>(nameof(RunCheckIn))
            .AddKeyedSingleton<IFunction, SendText>(nameof(SendText))
            .AddKeyedSingleton<IFunction, ReconcileTexts>(nameof(ReconcileTexts))
            .AddKeyedSingleton<IFunction, EscalateAlerts>(nameof(EscalateAlerts))
            .AddKeyedSingleton<IFunction, SendCoachDigests>(nameof(SendCoachDigests))
            .AddKeyedSingleton<IFunction, SendDigest>(nameof(SendDigest))
            .AddKeyedSingleton<IFunction, ExpireRecords>(nameof(ExpireRecords));

    private static void AddStandAlone(this IServiceCollection services, ServiceOptions settings)
    {
        services.AddSingleton<TimerRuns>();
        services.AddSingleton<Pump>();
        if (settings.Simulated)
        {
            services.AddSingleton<Foreseen>().AddSingleton<Rehearsal>().AddSingleton<SampleCohort>();
        }

        services.AddHostedService(s => s.GetRequiredService<ProgramReview>());
        services.AddHostedService(s => new Heartbeat(
            settings.Simulated
                ? s.GetRequiredService<Rehearsal>().TurnAsync
                : s.GetRequiredService<Pump>().TurnAsync,
            s.GetRequiredService<ILogger<Heartbeat>>()
        ));
    }
}
