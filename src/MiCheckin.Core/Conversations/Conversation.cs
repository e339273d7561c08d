using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using Replied = MiCheckin.Core.Conversations.ConversationEvent.Replied;

namespace MiCheckin.Core.Conversations;

/// <summary>Decides what an event means for a conversation. Pure: same arguments, same decision.</summary>
public static class Conversation
{
    /// <summary>The state of someone about to be enrolled.</summary>
    public static ConversationState New(Profile profile) => new() { Profile = profile };

    /// <summary>What a text that comes in now should be read against: the prompt it most likely answers.</summary>
    public static Asked AskedOf(ConversationState state, ProgramScript program, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(program);
        return Attribution.AskedOf(Attribution.Likely(state, now), state, program);
    }

    /// <summary>The same, with the words known: a number goes to the ruler that waits for one.</summary>
    public static Asked AskedOf(
        ConversationState state,
        ProgramScript program,
        Instant now,
        MessageText words,
        bool answerWaits = false
    )
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(program);
        var seen = answerWaits ? TakingBack.Seen(state) : state;
        return Attribution.AskedOf(Attribution.Likely(seen, now, words.Reveal(), program), seen, program);
    }

    /// <summary>The key of the answer that waits in case the person goes on; null where none does.</summary>
    public static string? WaitingKey(ConversationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Waiting?.TextKey;
    }

    /// <summary>Plans the next check-in anew, for a zone or a tzdb that has changed since it was planned.</summary>
    public static Decision Replan(ConversationState state, ProgramScript program, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(program);
        return Replanning.Replan(new Turn(state, program, now)).Done();
    }

    /// <summary>Returns the state after <paramref name="happened"/>, and what the shell should then do. The order of the arms is policy.</summary>
    public static Decision Decide(ConversationState state, ConversationEvent happened, ProgramScript program)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(program);
        var turn = new Turn(state, program, happened.At);
        return (
            happened is Replied r ? Reply(turn, Hearing.WithJoinedRisk(turn, r)) : Event(turn, happened)
        ).Done();
    }

    private static Turn Reply(Turn turn, Replied reply) =>
        (turn.State.Consent, reply, reply.Reading) switch
        {
            (_, _, { Risk: not RiskKind.None }) => Safety.Raise(turn, reply),
            (Consent.Stopped or Consent.WrongNumber, _, _) => Consenting.WhileStopped(turn, reply),
            (_, _, { Control: ControlWord.Stop }) => Consenting.Stop(turn, reply, "texted"),
            (_, _, { Control: ControlWord.Ask }) => Safety.HoldForUnclearStop(turn, reply),
            (_, _, { Control: ControlWord.Help }) => SelfService.Help(turn, reply),
            (_, _, { NotAnAnswer: NotAnAnswer.WrongNumber }) => Consenting.WrongNumber(turn, reply),
            (_, _, { NotAnAnswer: NotAnAnswer.Reaction or NotAnAnswer.AutoReply }) => turn,
            (not Consent.Given, _, _) => Consenting.WhileAsked(turn, reply),
            (_, { ProviderAnswered: true }, _) => turn,
            (_, _, { Control: not ControlWord.None }) => SelfService.Do(
                TakingBack.ForAWord(turn, reply),
                reply
            ),
            _ => Answers.ToTalk(CoachActions.StillTalking(turn), reply),
        };

    private static Turn Event(Turn turn, ConversationEvent happened) =>
        happened switch
        {
            ConversationEvent.Enrolled e => Consenting.Welcome(turn, e),
            ConversationEvent.SlotDue e => CheckIns.Due(turn, e),
            ConversationEvent.OptedOutAtProvider => Consenting.OptOut(
                turn,
                "provider",
                confirm: false,
                "",
                ""
            ),
            ConversationEvent.Unreachable => Consenting.Unreachable(
                turn,
                AlertReason.Unreachable,
                "unreachable"
            ),
            ConversationEvent.TextNotSent e => Unsent.Settle(turn, e),
            ConversationEvent.CoachActed e => CoachActions.Take(turn, e),
            _ => throw new InvalidOperationException($"No step for {happened.GetType().Name}."),
        };
}
