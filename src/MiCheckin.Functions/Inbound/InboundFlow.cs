using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Telemetry;

namespace MiCheckin.Functions.Inbound;

/// <summary>What became of one text received. The webhook turns each into a status code.</summary>
internal enum InboundOutcome
{
    Handled,

    /// <summary>The same text again; it was handled before.</summary>
    AlreadyHandled,

    /// <summary>From a number that nobody enrolled. Kept, and not answered.</summary>
    Stranger,

    /// <summary>Others were faster each time. Nothing was stored: ask the provider to send it again.</summary>
    TryAgain,
}

/// <summary>Carries one text from the webhook to the outbox. Read <see cref="HandleAsync"/> from the top.</summary>
internal sealed partial class InboundFlow(
    PhoneBook phones,
    ParticipantStore store,
    Strangers strangers,
    IClock clock,
    ILogger<InboundFlow> logger,
    AlertPager? pager = null
)
{
    /// <summary>The provider waits for our answer, so a page may take no longer than this here; the minute timer goes on with it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<InboundOutcome> HandleAsync(InboundSms sms, CancellationToken cancellationToken)
    {
        if (await phones.FindAsync(sms.From, cancellationToken) is not { } id)
        {
            return await KeepAsync(sms, cancellationToken);
        }

        var at = clock.GetCurrentInstant();
        Step? step = null;
        var decided = await store.DecideAsync(
            id,
            (person, program) => step = Hear(sms, at, person, program),
            cancellationToken
        );
        Log.Received(logger, sms.MessageSid, id, decided.Outcome);

        if (decided.Outcome is DecideOutcome.Saved && step?.Reply is { } reply)
        {
            ServiceMetrics.ReplyRead(reply.Reading.Talk);
            await PageAsync(id, decided.Decision);
        }

        return decided.Outcome switch
        {
            DecideOutcome.Saved => InboundOutcome.Handled,
            DecideOutcome.Duplicate => InboundOutcome.AlreadyHandled,
            DecideOutcome.NotFound => await KeepAsync(sms, cancellationToken),
            DecideOutcome.Conflict => InboundOutcome.TryAgain,
            var other => throw new InvalidOperationException($"A reply cannot end as {other}."),
        };
    }

    /// <summary>Pages at once about danger. It is stored already: whatever fails here, the minute timer pages.</summary>
    private async Task PageAsync(ParticipantId id, Decision? decision)
    {
        var risks =
            decision?.Effects.OfType<Effect.RaiseAlert>().Where(e => e.Alert.Reason is AlertReason.Risk)
            ?? [];
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        foreach (var risk in risks)
        {
            try
            {
                await (pager?.PageAsync(id, risk.Alert.Key, patience.Token) ?? Task.CompletedTask);
            }
            catch (Exception e) when (e is OperationCanceledException or StorageException or IOException)
            {
                Log.PagedLater(logger, e, id, risk.Alert.Key);
            }
        }
    }

    /// <summary>Reads the words against what was asked. Done again after a lost race, as something else may be asked then.</summary>
    private static Step Hear(InboundSms sms, Instant at, StoredParticipant person, ProgramScript program)
    {
        var waits = person.AnswerWaits;
        var asked = Conversation.AskedOf(person.State, program, at, sms.Body, waits) with
        {
            HasMedia = sms.Media > 0,
        };
        var reading = ReplyReader.Read(sms.Body.Reveal(), asked);
        var answered = sms.ProviderAnswered is not ControlWord.None;

        // The provider's opt-out list is what it acts on: its finding counts, also where ours differs.
        var heard = answered ? reading with { Control = sms.ProviderAnswered } : reading;
        return new Step(new ConversationEvent.Replied(at, sms.MessageSid, sms.Body, heard, answered, waits))
        {
            Reply = new StoredReply
            {
                MessageSid = sms.MessageSid,
                At = at,
                Words = sms.Body,
                Media = sms.Media,
                Reading = heard,
                Prompt = asked.Prompt,
            },
        };
    }

    private async Task<InboundOutcome> KeepAsync(InboundSms sms, CancellationToken cancellationToken)
    {
        var isNew = await strangers.KeepAsync(sms, cancellationToken);
        Log.FromStranger(logger, sms.MessageSid);
        return isNew ? InboundOutcome.Stranger : InboundOutcome.AlreadyHandled;
    }

    private static partial class Log
    {
        [LoggerMessage(3000, LogLevel.Information, "Text {MessageSid} from {Participant}: {Outcome}")]
        public static partial void Received(
            ILogger logger,
            string messageSid,
            ParticipantId participant,
            DecideOutcome outcome
        );

        [LoggerMessage(
            3002,
            LogLevel.Warning,
            "Alert {Alert} of {Participant} could not be paged at once; the minute timer pages it"
        )]
        public static partial void PagedLater(
            ILogger logger,
            Exception exception,
            ParticipantId participant,
            string alert
        );

        [LoggerMessage(3001, LogLevel.Warning, "Text {MessageSid} came from a number that nobody enrolled")]
        public static partial void FromStranger(ILogger logger, string messageSid);
    }
}
