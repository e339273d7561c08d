using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Telemetry;

namespace MiCheckin.Functions.Outbound;

/// <summary>Writes down what became of a text, and tells the conversation where it must know.</summary>
internal sealed partial class TextSettler(
    ParticipantStore store,
    UnknownTexts unknown,
    SetUpTroubles troubles,
    IClock clock,
    ILogger<TextSettler> logger
)
{
    private const int MaxAttempts = 5;
    public static readonly Duration WhenBusy = Duration.FromSeconds(30);
    private static readonly Duration UntilMended = Duration.FromMinutes(15);
    private static readonly Duration PhoneBackOn = Duration.FromMinutes(30);

    /// <summary>After a call. <paramref name="called"/> is the row as it was written before it.</summary>
    public async Task<TextOutcome> SettleAsync(
        ParticipantId id,
        StoredText called,
        SendOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        if (outcome is not SendOutcome.Accepted)
        {
            ServiceMetrics.Trouble(outcome);
        }

        switch (outcome)
        {
            case SendOutcome.Accepted a:
                await HearAsync(
                    id,
                    called,
                    new TextNews(a.Sid, a.InitialStatus, null, null),
                    cancellationToken
                );
                return TextOutcome.Accepted;
            case SendOutcome.Busy { RetryAfter: var after }:
                return await AgainAsync(id, called, after ?? WhenBusy, cancellationToken);
            case SendOutcome.NotReached or SendOutcome.TooFast:
                return await AgainAsync(id, called, WhenBusy, cancellationToken);
            case SendOutcome.Unknown:
                return await DoubtAsync(id, called, outcome, cancellationToken);
            case SendOutcome.OurSetUp { Code: var code }:
                // The text is safe before anybody is mailed.
                var kept = await AgainAsync(id, called, UntilMended, cancellationToken);
                await troubles.ReportAsync(code, outcome.Sentence, cancellationToken);
                return kept;
            case SendOutcome.Handset when called.Plan.Attempts < 2:
                return await AgainAsync(id, called, PhoneBackOn, cancellationToken);
            case SendOutcome.TooLate:
                await EndAsync(id, called with { Life = TextLife.Expired }, outcome, null, cancellationToken);
                return TextOutcome.NotSent;
            default:
                await EndAsync(id, called with { Life = TextLife.Failed }, outcome, null, cancellationToken);
                return TextOutcome.NotSent;
        }
    }

    /// <summary>Ends a waiting text that the gate does not let through. False: it is no longer so, judge again.</summary>
    public async Task<bool> RefuseAsync(ParticipantId id, string textKey, CancellationToken cancellationToken)
    {
        var decided = await store.DecideAsync(
            id,
            (person, program) =>
            {
                var now = clock.GetCurrentInstant();

                if (person.Find(textKey) is not { } text)
                {
                    return null;
                }

                var (life, reason) = SendGate.Judge(person, text, program, now) switch
                {
                    Verdict.Refuse r => (TextLife.Suppressed, r.Reason),
                    Verdict.Expire => (TextLife.Expired, "expired"),
                    _ => (TextLife.Planned, ""),
                };
                return life is TextLife.Planned
                    ? null
                    : new Step(new ConversationEvent.TextNotSent(now, textKey, reason))
                    {
                        Text = new StoredText
                        {
                            Plan = text,
                            Life = life,
                            Error = reason,
                            SettledAt = now,
                        },
                    };
            },
            cancellationToken
        );
        return decided.Outcome is DecideOutcome.Saved;
    }

    /// <summary>News of the provider: the answer to the call, a callback, or a line of its list. Late and repeated news change nothing.</summary>
    public async Task<bool> HearAsync(
        ParticipantId id,
        StoredText? text,
        TextNews news,
        CancellationToken cancellationToken,
        string textKey = ""
    )
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            text ??= await store.FindTextAsync(id, textKey, cancellationToken);

            if (text is null || text.HeardOf(news, clock.GetCurrentInstant()) is not { } after)
            {
                return false;
            }

            var stored = after.Life is TextLife.Failed or TextLife.Undelivered
                ? await EndAsync(id, after, news.Trouble, news.Code, cancellationToken)
                : await store.ReplaceTextAsync(id, text, after, cancellationToken);

            if (stored)
            {
                if (news.Trouble is { } trouble)
                {
                    ServiceMetrics.Trouble(trouble);
                }

                return true;
            }

            // Other news was faster: read it, and add ours.
            textKey = text.Key;
            text = null;
        }

        throw new StorageException("Busy", $"Text {textKey} of {id} kept changing. Try again.");
    }

    /// <summary>Surely not sent: it waits again. The message first, so that a crash leaves one too many, not none.</summary>
    public async Task<TextOutcome> AgainAsync(
        ParticipantId id,
        StoredText text,
        Duration delay,
        CancellationToken cancellationToken
    )
    {
        await store.QueueAsync(id, text.Key, clock.GetCurrentInstant() + delay, cancellationToken);
        return await store.PlanAgainAsync(id, text, cancellationToken)
            ? TextOutcome.Later
            : TextOutcome.Nothing;
    }

    /// <summary>Ends a text, and tells the conversation in the same batch. False: the row has changed since.</summary>
    public async Task<bool> EndAsync(
        ParticipantId id,
        StoredText text,
        SendOutcome? why,
        int? code,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetCurrentInstant();
        ConversationEvent happened = why switch
        {
            SendOutcome.WrongRecipient w => new ConversationEvent.Unreachable(
                now,
                w.Code.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ),
            SendOutcome.OptedOut => new ConversationEvent.OptedOutAtProvider(now),
            _ => new ConversationEvent.TextNotSent(now, text.Key, Reason(text.Life, why)),
        };

        var step = new Step(happened)
        {
            Text = text with { Code = code, Error = why?.Sentence ?? text.Error, SettledAt = now },
        };
        var decided = await store.DecideAsync(id, (_, _) => step, cancellationToken);
        Log.Ended(logger, id, text.Key, text.Life, Reason(text.Life, why));

        if (why is SendOutcome.OurSetUp or SendOutcome.TooFast or SendOutcome.Filtered or SendOutcome.Other)
        {
            await troubles.ReportAsync(code ?? 0, why.Sentence, cancellationToken);
        }

        return decided.Outcome is DecideOutcome.Saved or DecideOutcome.NotFound;
    }

    /// <summary>The words by which the conversation knows that a text may have arrived all the same.</summary>
    public const string OutcomeUnknown = "outcome-unknown";

    private static string Reason(TextLife life, SendOutcome? why) =>
        (life, why) switch
        {
            (TextLife.Unknown, _) => OutcomeUnknown,
            (_, SendOutcome.Filtered) => "filtered",
            (_, SendOutcome.Handset) => "handset",
            (_, SendOutcome.TooLate) => "expired",
            (TextLife.Undelivered, _) => "undelivered",
            _ => "refused",
        };

    /// <summary>A prompt is not sent again before absence is proven; a safety text is, as twice is better than never.</summary>
    private async Task<TextOutcome> DoubtAsync(
        ParticipantId id,
        StoredText called,
        SendOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        var doubted = called with
        {
            Plan = called.Plan with { Doubts = called.Plan.Doubts + 1 },
            Life = TextLife.Unknown,
            Error = outcome.Sentence,
            LeaseUntil = null,
        };

        if (called.Plan.Kind is TextKind.Safety)
        {
            return await AgainAsync(id, doubted, WhenBusy, cancellationToken);
        }

        await unknown.AddAsync(id, doubted, cancellationToken);
        return await store.ReplaceTextAsync(id, called, doubted, cancellationToken)
            ? TextOutcome.Unknown
            : TextOutcome.Nothing;
    }

    private static partial class Log
    {
        [LoggerMessage(3050, LogLevel.Information, "Text {Text} of {Participant} ended as {Life}: {Reason}")]
        public static partial void Ended(
            ILogger logger,
            ParticipantId participant,
            string text,
            TextLife life,
            string reason
        );
    }
}
