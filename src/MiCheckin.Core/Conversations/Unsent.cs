namespace MiCheckin.Core.Conversations;

/// <summary>What it means for the conversation that a planned text did not go out.</summary>
internal static class Unsent
{
    /// <summary>A question nobody got is not open, not missed and not used up. What was answered has gone out, whatever the provider says.</summary>
    public static Turn Settle(Turn turn, ConversationEvent.TextNotSent unsent)
    {
        if (Consenting.IsWelcome(unsent.TextKey))
        {
            return Consenting.WelcomeNotSent(turn, unsent.TextKey);
        }

        if (unsent.Reason.Contains("unknown", StringComparison.OrdinalIgnoreCase))
        {
            // It may have arrived: the question stays open, and a person decides.
            return turn.Alert($"{unsent.TextKey}-unknown", AlertReason.OutcomeUnknown);
        }

        return turn.State.OpenPrompts.FirstOrDefault(p => p.TextKey.Is(unsent.TextKey)) switch
        {
            null => Owed.Closing(turn, unsent.TextKey),
            { AnsweredAt: { } at } prompt when at > prompt.AskedAt => turn,
            var prompt => Owed.Again(Forget(turn, prompt), prompt),
        };
    }

    private static Turn Forget(Turn turn, OpenPrompt prompt) =>
        turn.With(s =>
            s with
            {
                OpenPrompts = [.. s.OpenPrompts.Where(p => !p.TextKey.Is(prompt.TextKey))],
                Prompted =
                [
                    .. s.Prompted.Where(u => !u.PromptId.Is(prompt.PromptId) || u.At != prompt.AskedAt),
                ],
                Slots =
                [
                    .. s.Slots.Where(x => x.Kind is not SlotKind.Reminder || !x.PromptId.Is(prompt.TextKey)),
                ],
            }
        );
}
