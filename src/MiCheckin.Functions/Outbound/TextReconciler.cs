using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Outbound;

/// <summary>
/// Finds out what became of texts whose call ended without an answer, by the provider's own list. Only a list that
/// surely does not hold a text allows one more try; what cannot be known is said to the coach, not guessed.
/// </summary>
internal sealed partial class TextReconciler(
    ParticipantStore store,
    UnknownTexts unknown,
    TextSettler settler,
    ITextProvider provider,
    IClock clock,
    ILogger<TextReconciler> logger
)
{
    private const int MostPerRun = 200;

    /// <summary>Before this the text may not be in the list yet, and a callback may still come.</summary>
    private static readonly Duration FirstLook = Duration.FromMinutes(2);

    /// <summary>A text missing from the list after this was never taken: no request lasts so long.</summary>
    private static readonly Duration ProvesAbsence = Duration.FromMinutes(10);

    /// <summary>After this the provider will not tell any more.</summary>
    private static readonly Duration GiveUp = Duration.FromHours(24);

    /// <summary>The provider's clock is not ours.</summary>
    private static readonly Duration ClockMargin = Duration.FromMinutes(2);

    /// <summary>Looks at every unknown text once; returns how many are settled. Safe to run twice, at once and late.</summary>
    public async Task<int> ReconcileAsync(CancellationToken cancellationToken)
    {
        var settled = 0;

        await foreach (var row in unknown.ListAsync(MostPerRun, cancellationToken))
        {
            if (await SettleAsync(row, cancellationToken))
            {
                await unknown.RemoveAsync(row, cancellationToken);
                settled++;
            }
        }

        return settled;
    }

    private async Task<bool> SettleAsync(UnknownText row, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var text = await store.FindTextAsync(row.Participant, row.TextKey, cancellationToken);

        if (text is { Life: TextLife.Calling })
        {
            // Its worker is calling again, or died between two writes: then the outbox message comes back.
            return false;
        }

        if (
            text is not { Life: TextLife.Unknown, CalledAt: { } calledAt }
            || await store.FindAsync(row.Participant, cancellationToken) is not { } person
        )
        {
            return true;
        }

        var age = now - calledAt;
        return age >= FirstLook && await SettleAsync(person, text, calledAt, age, cancellationToken);
    }

    private async Task<bool> SettleAsync(
        StoredParticipant person,
        StoredText text,
        Instant calledAt,
        Duration age,
        CancellationToken cancellationToken
    )
    {
        var found = await LookAsync(person, text, calledAt, cancellationToken);
        Log.Looked(logger, person.Id, text.Key, found.GetType().Name);

        switch (found)
        {
            case Finding.There { Text: var there }:
                var news = new TextNews(there.Sid, there.Status, there.ErrorCode, TroubleOf(there));
                await settler.HearAsync(person.Id, text, news, cancellationToken, text.Key);
                return true;
            case Finding.Absent when age >= ProvesAbsence:
                return await AbsentAsync(person.Id, text, cancellationToken);
            case not Finding.Absent when age >= GiveUp:
                return await settler.EndAsync(person.Id, text, null, null, cancellationToken);
            default:
                return false;
        }
    }

    /// <summary>Proven absent: one more try, if it is still welcome then, which its claim decides. Absent twice: it failed.</summary>
    private async Task<bool> AbsentAsync(
        ParticipantId id,
        StoredText text,
        CancellationToken cancellationToken
    )
    {
        if (text.Plan.Doubts < 2)
        {
            await settler.AgainAsync(id, text, Duration.Zero, cancellationToken);
            return true;
        }

        return await settler.EndAsync(
            id,
            text with
            {
                Life = TextLife.Failed,
            },
            new SendOutcome.NotReached("the provider did not take it twice"),
            null,
            cancellationToken
        );
    }

    private async Task<Finding> LookAsync(
        StoredParticipant person,
        StoredText text,
        Instant calledAt,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<ProviderText> listed;

        try
        {
            listed = await provider.ListAsync(person.Phone, calledAt - ClockMargin, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return new Finding.NoList();
        }

        var outbox = await store.OutboxAsync(person.Id, cancellationToken);
        var known = outbox.Select(t => t.Sid).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var candidates = listed
            .Where(t => !known.Contains(t.Sid) && t.Created < calledAt + ProvesAbsence)
            .OrderBy(t => t.Created)
            .ToList();
        var body = text.Plan.Body.Reveal().Trim();

        // The provider may put something before the words (a trial account's notice). Words that it has changed
        // otherwise cannot be matched, and then absence is not proven either.
        return candidates.Find(t => t.Body.Reveal().Trim().EndsWith(body, StringComparison.Ordinal))
                is { } there
                ? new Finding.There(there)
            : candidates.Count > 0 ? new Finding.Unclear()
            : new Finding.Absent();
    }

    private static SendOutcome? TroubleOf(ProviderText text) =>
        text.ErrorCode is > 0 and { } code ? Twilio.TwilioErrors.Classify(code) : null;

    /// <summary>What the provider's list says of a text.</summary>
    private abstract record Finding
    {
        public sealed record There(ProviderText Text) : Finding;

        public sealed record Absent : Finding;

        /// <summary>It holds a text that is nobody's and reads otherwise.</summary>
        public sealed record Unclear : Finding;

        public sealed record NoList : Finding;
    }

    private static partial class Log
    {
        [LoggerMessage(
            3080,
            LogLevel.Information,
            "Text {Text} of {Participant} in the provider's list: {Finding}"
        )]
        public static partial void Looked(
            ILogger logger,
            ParticipantId participant,
            string text,
            string finding
        );
    }
}
