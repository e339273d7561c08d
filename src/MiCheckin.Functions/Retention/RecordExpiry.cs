using MiCheckin.Core.Conversations;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Retention;

/// <summary>
/// Removes words that were kept long enough: the cohort's months, or ninety days after somebody opted out. What was read
/// in them stays in the ledger under the pseudonym. Runs daily; cut half-way, the next run goes on.
/// </summary>
internal sealed partial class RecordExpiry(
    CoachBook coaches,
    ParticipantStore people,
    WordRemover remover,
    AckTokens tokens,
    IClock clock,
    ILogger<RecordExpiry> logger
)
{
    public const int UsualMonths = 24;
    public static readonly Duration AfterOptOut = Duration.FromDays(90);

    /// <summary>Returns of how many people words were removed.</summary>
    public async Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var cohorts = await coaches.CohortsAsync(cancellationToken);
        var months = cohorts.ToDictionary(c => c.Id, c => c.KeepWordsMonths, StringComparer.Ordinal);
        var touched = 0;

        await foreach (var person in people.EverybodyAsync(cancellationToken))
        {
            var gone = LeftAt(person.State.Consent) is { } left && left <= now - AfterOptOut;
            var cutoff = gone ? now : Back(now, months.GetValueOrDefault(person.Profile.Cohort, UsualMonths));
            touched += await remover.RemoveAsync(person.Id, cutoff, gone, cancellationToken) ? 1 : 0;
        }

        var links = await tokens.ForgetAsync(null, cancellationToken);
        Log.Expired(logger, touched, links);
        return touched;
    }

    private static Instant? LeftAt(Consent consent) =>
        consent switch
        {
            Consent.Stopped stopped => stopped.At,
            Consent.WrongNumber wrong => wrong.At,
            _ => null,
        };

    private static Instant Back(Instant now, int months) =>
        now.InUtc().LocalDateTime.PlusMonths(-Math.Max(1, months)).InUtc().ToInstant();

    private static partial class Log
    {
        [LoggerMessage(
            3540,
            LogLevel.Information,
            "Removed words of {People} people that were kept long enough, and {Links} dead links."
        )]
        public static partial void Expired(ILogger logger, int people, int links);
    }
}
