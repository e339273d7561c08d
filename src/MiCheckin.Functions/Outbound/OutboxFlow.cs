using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound.Pacing;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Telemetry;

namespace MiCheckin.Functions.Outbound;

/// <summary>What became of one message of the outbox.</summary>
internal enum TextOutcome
{
    /// <summary>The provider has the text.</summary>
    Accepted,

    /// <summary>Its time has not come, or the provider is busy: a message was put for later.</summary>
    Later,

    /// <summary>It must not be sent, its time is over, or the provider refused it for good.</summary>
    NotSent,

    /// <summary>Nobody knows yet whether it was sent. Reconciling will tell.</summary>
    Unknown,

    /// <summary>There was nothing to do: it is settled, somebody else has it, or it was never stored.</summary>
    Nothing,
}

/// <summary>Sends one text: claims it, asks the provider once, settles it. Read <see cref="SendAsync"/> from the top.</summary>
internal sealed partial class OutboxFlow(
    ParticipantStore store,
    ITextProvider provider,
    TextSettler settler,
    IEnumerable<PaceBook> paces,
    IClock clock,
    ILogger<OutboxFlow> logger
)
{
    private const int MaxAttempts = 5;
    private static readonly Duration NoWait = Duration.FromSeconds(1);

    /// <summary>Longer than a call may take (the HTTP time-out), with the time to settle it.</summary>
    private static readonly Duration Lease = Duration.FromMinutes(5);

    /// <summary>A call is not begun when less than this is left of the lease: somebody else may soon decide about the text.</summary>
    private static readonly Duration LeastLease = Duration.FromMinutes(2);

    public async Task<TextOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (
                await store.FindAsync(message.Participant, cancellationToken) is not { } person
                || person.Find(message.TextKey) is not { } text
            )
            {
                return await NothingWaitsAsync(message, cancellationToken);
            }

            var program = await store.ProgramOfAsync(person, cancellationToken);

            switch (SendGate.Judge(person, text, program, clock.GetCurrentInstant()))
            {
                case Verdict.Wait { Until: var until }:
                    await store.QueueAsync(person.Id, text.Key, until, cancellationToken);
                    return TextOutcome.Later;
                case Verdict.Send { ValidFor: var wait }
                    when await TurnAsync(message, text, wait, cancellationToken) is { } turn:
                    await store.RequeueAsync(turn.Message, turn.Delay, cancellationToken);
                    return TextOutcome.Later;
                case Verdict.Send { ValidFor: var validFor }:
                    if (await ClaimAsync(person, text, cancellationToken) is { } claimed)
                    {
                        return await CallAsync(person, claimed, validFor, cancellationToken);
                    }

                    continue;
                default:
                    if (await settler.RefuseAsync(person.Id, text.Key, cancellationToken))
                    {
                        return TextOutcome.NotSent;
                    }

                    continue;
            }
        }

        return await LeaveAsync(message, cancellationToken);
    }

    private async Task<TextOutcome> LeaveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        Log.LostRaces(logger, message.Participant, message.TextKey, MaxAttempts);
        await store.QueueAsync(message.Participant, message.TextKey, Instant.MinValue, cancellationToken);
        return TextOutcome.Later;
    }

    /// <summary>
    /// The message to come back with where the sender's rate leaves no room now; null when the text may go. A turn that
    /// was booked travels in the message. Without a book (simulated phones) there is always room.
    /// </summary>
    private async Task<(OutboxMessage Message, Duration Delay)?> TurnAsync(
        OutboxMessage message,
        PendingText text,
        Duration validFor,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetCurrentInstant();

        if (paces.FirstOrDefault() is not { } pace || message.HasTurn(now))
        {
            return null;
        }

        var segments = Segments.Count(text.Body.Reveal()).Segments;

        return await pace.BookAsync(segments, now + validFor, cancellationToken) switch
        {
            PaceTurn.Booked { At: var at } when at <= now + NoWait => null,
            PaceTurn.Booked { At: var at } => (message with { Turn = at }, at - now),
            PaceTurn.TooLate => (message, validFor),
            PaceTurn.Crowded => (message, NoWait),
            var other => throw new InvalidOperationException($"A turn cannot be {other}."),
        };
    }

    /// <summary>Takes the text out of the state and writes Calling, in one batch that a STOP stored in between makes fail.</summary>
    private Task<StoredText?> ClaimAsync(
        StoredParticipant person,
        PendingText text,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetCurrentInstant();
        var calling = new StoredText
        {
            Plan = text with { Attempts = text.Attempts + 1 },
            Life = TextLife.Calling,
            CalledAt = now,
            LeaseUntil = now + Lease,
        };
        return store.ClaimAsync(person, calling, cancellationToken);
    }

    private async Task<TextOutcome> CallAsync(
        StoredParticipant person,
        StoredText claimed,
        Duration validFor,
        CancellationToken cancellationToken
    )
    {
        var since = clock.GetCurrentInstant() - (claimed.CalledAt ?? Instant.MinValue);
        var request = new TextRequest(
            Keys.Message(person.Id, claimed.Key),
            person.Phone,
            claimed.Plan.Body,
            validFor - since
        );
        var outcome =
            since > Lease - LeastLease
                ? new SendOutcome.NotReached("the claim took too long")
                : await provider.SendAsync(request, cancellationToken);
        Log.Called(logger, person.Id, claimed.Key, outcome.GetType().Name);

        if (outcome is SendOutcome.Accepted)
        {
            ServiceMetrics.Sent(clock.GetCurrentInstant() - claimed.Plan.NotBefore);
        }

        // From here on the caller's hurry must not undo what is promised: what is known is written down.
        var settled = await settler.SettleAsync(person.Id, claimed, outcome, CancellationToken.None);
        await SlowDownAsync(outcome, CancellationToken.None);
        return settled;
    }

    /// <summary>The provider has had enough of us: every other text waits too, in every process.</summary>
    private async Task SlowDownAsync(SendOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is SendOutcome.Busy or SendOutcome.TooFast && paces.FirstOrDefault() is { } pace)
        {
            var wait = (outcome as SendOutcome.Busy)?.RetryAfter ?? TextSettler.WhenBusy;
            await pace.HoldUntilAsync(clock.GetCurrentInstant() + wait, cancellationToken);
        }
    }

    /// <summary>No such text waits: it is not stored yet, or it is further on in its life, or its worker died.</summary>
    private async Task<TextOutcome> NothingWaitsAsync(
        OutboxMessage message,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetCurrentInstant();

        switch (await store.FindTextAsync(message.Participant, message.TextKey, cancellationToken))
        {
            case null
            or { Life: TextLife.Planned }
                when now - message.PlannedAt < ParticipantStore.MessageOutlivesCommit:
                await store.RequeueAsync(message, Duration.FromSeconds(2), cancellationToken);
                return TextOutcome.Later;
            case { Life: TextLife.Calling, LeaseUntil: { } lease } when lease > now:
                await store.RequeueAsync(message, lease - now, cancellationToken);
                return TextOutcome.Later;
            case { Life: TextLife.Calling } dead:
                Log.LeaseDied(logger, message.Participant, message.TextKey);
                return await settler.SettleAsync(
                    message.Participant,
                    dead,
                    new SendOutcome.Unknown("the worker that called did not come back"),
                    cancellationToken
                );
            default:
                return TextOutcome.Nothing;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            3040,
            LogLevel.Information,
            "Text {Text} of {Participant}: the provider's answer was {Outcome}"
        )]
        public static partial void Called(
            ILogger logger,
            ParticipantId participant,
            string text,
            string outcome
        );

        [LoggerMessage(
            3041,
            LogLevel.Warning,
            "Text {Text} of {Participant} lost {Attempts} races and is tried again"
        )]
        public static partial void LostRaces(
            ILogger logger,
            ParticipantId participant,
            string text,
            int attempts
        );

        [LoggerMessage(3042, LogLevel.Warning, "Text {Text} of {Participant}: its worker did not come back")]
        public static partial void LeaseDied(ILogger logger, ParticipantId participant, string text);
    }
}
