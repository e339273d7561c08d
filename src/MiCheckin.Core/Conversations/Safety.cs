using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>What possible danger sets going: a page to a person, a fixed text, and a hold that only a person lifts.</summary>
internal static class Safety
{
    private const string Medical = "medical";
    private const string Crisis = "crisis";
    private static readonly Duration BetweenTexts = Duration.FromHours(1);

    public static Turn Raise(Turn turn, ConversationEvent.Replied reply)
    {
        var reading = reply.Reading;
        var alerted = turn.Alert(
            new Alert
            {
                Key = $"{reply.ReplyId}-risk",
                Reason = AlertReason.Risk,
                Risk = reading.Risk,
                Urgency = reading.Urgency is Urgency.None ? Urgency.Concern : reading.Urgency,
                ReplyId = reply.ReplyId,
                At = turn.At,
            }
        );
        var held = Hold(alerted, HoldReason.Risk, reply.ReplyId).With(s => s with { LastReplyAt = turn.At });

        if (turn.State.Consent is Consent.Stopped or Consent.WrongNumber)
        {
            return held;
        }

        var (name, text) = TextFor(held, reading);

        if (reading.Control is ControlWord.Stop)
        {
            return Consenting.OptOut(held, "texted", !reply.ProviderAnswered, $"{reply.ReplyId}-stop", text);
        }

        return reply.ProviderAnswered || SaidLately(held, name)
            ? held
            : Say(held, $"{reply.ReplyId}-safety", name, text);
    }

    /// <summary>It may be an opt-out and it may not: nothing automatic until a person has looked.</summary>
    public static Turn HoldForUnclearStop(Turn turn, ConversationEvent.Replied reply) =>
        Hold(turn, HoldReason.UnclearStop, reply.ReplyId)
            .With(s => s with { LastReplyAt = turn.At })
            .Alert($"{reply.ReplyId}-unclear", AlertReason.UnclearStop, reply.ReplyId);

    /// <summary>A hold for a weightier reason is never replaced by a lighter one.</summary>
    public static Turn Hold(Turn turn, HoldReason reason, string replyId)
    {
        if (turn.State.Hold is { } held && held.Reason <= reason)
        {
            return turn;
        }

        var hold = new Hold(reason, turn.At, replyId);
        return turn.With(s => s with { Hold = hold }).Note(new Fact.HoldChanged(hold));
    }

    public static Turn Release(Turn turn) =>
        turn.State.Hold is null
            ? turn
            : Slots
                .PlanCheckIn(
                    turn.With(s => s with { Hold = null, LastSafetyTextAt = null, LastSafetyText = "" })
                )
                .Note(new Fact.HoldChanged(null));

    /// <summary>The same text once an hour; what only another text says (the emergency number first) is never kept back.</summary>
    private static bool SaidLately(Turn turn, string name) =>
        turn.State.LastSafetyTextAt is { } last
        && turn.At - last < BetweenTexts
        && turn.At >= last
        && (turn.State.LastSafetyText is Medical || name.Is(turn.State.LastSafetyText) || name is Crisis);

    private static Turn Say(Turn turn, string key, string name, string text) =>
        turn.With(s => s with { LastSafetyTextAt = turn.At, LastSafetyText = name })
            .Send(
                new PlannedText
                {
                    Key = key,
                    Kind = TextKind.Safety,
                    Body = text,
                    NotBefore = turn.At,
                    Deadline = turn.At + Duration.FromHours(12),
                    Parts = ["safety"],
                }
            );

    /// <summary>The reviewed texts for the country; where a program has none for it, those it names first.</summary>
    public static SafetyTexts? TextsOf(Turn turn) =>
        turn.Texts.Safety.GetValueOrDefault(turn.State.Profile.Country)
        ?? turn.Texts.Safety.Values.FirstOrDefault();

    private static (string Name, string Text) TextFor(Turn turn, Reading reading)
    {
        var texts = TextsOf(turn);

        return (reading.Risk, reading.Urgency) switch
        {
            (RiskKind.ViolenceHome, _) => ("violence", texts?.Violence ?? ""),
            (RiskKind.Medical, _) or (_, Urgency.Imminent) => (Medical, texts?.Medical ?? ""),
            _ => (Crisis, texts?.Crisis ?? ""),
        };
    }
}
