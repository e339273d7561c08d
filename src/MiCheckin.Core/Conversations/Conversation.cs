using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

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
        var open = state.OpenPrompts.LastOrDefault(p => p.AskedAt <= now);
        return new Asked
        {
            Prompt = open?.Words ?? "",
            Expects = open?.Expects ?? Expects.None,
            Scale = program.Scale,
            Language = state.Profile.Language,
            OptedOut = state.Consent is Consent.Stopped,
        };
    }

    /// <summary>Returns the state after <paramref name="happened"/>, and what the shell should then do.</summary>
    public static Decision Decide(ConversationState state, ConversationEvent happened, ProgramScript program)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(program);
        return new Decision(state, [], []);
    }
}
