using MiCheckin.Core.Participants;
using MiCheckin.Functions.CheckIns;
using MiCheckin.Functions.Digests;
using MiCheckin.Functions.Enrolment;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Retention;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Settings;
using MiCheckin.Functions.Triggers;

namespace MiCheckin.Functions;

/// <summary>What the program does, the same wherever it runs.</summary>
internal static partial class Composition
{
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
}
