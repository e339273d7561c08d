using Replied = MiCheckin.Core.Conversations.ConversationEvent.Replied;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// One answer to an answer that comes in several texts: while the answer to the first part waits, a part that follows takes
/// it back with all it changed, and the whole is read and answered. What is claimed is never taken back.
/// </summary>
internal static class TakingBack
{
    /// <summary>The conversation as the person sees it, without the answer that has not gone out.</summary>
    public static ConversationState Seen(ConversationState state)
    {
        if (state.Waiting is not { } waiting)
        {
            return state;
        }

        var key = waiting.Prompt?.TextKey ?? waiting.TextKey;
        var unmoved = waiting.MovedAt is { } moved && state.Stage?.Since == moved;
        return state with
        {
            Waiting = null,
            OpenPrompts =
            [
                .. state.OpenPrompts.Select(p => p.TextKey.Is(key) ? waiting.Prompt : p).OfType<OpenPrompt>(),
            ],
            Worded = WithoutLast(state.Worded, waiting.Parts),
            Planned = WithoutLast(state.Planned, waiting.NotBefore),
            Stage = unmoved ? waiting.StageBefore : state.Stage,
            Moves = unmoved ? [.. state.Moves.SkipLast(1)] : state.Moves,
            Slots = unmoved
                ?
                [
                    .. state.Slots.Where(s => s.Kind is not SlotKind.StageClock),
                    .. new[] { waiting.ClockBefore }.OfType<DueSlot>(),
                ]
                : state.Slots,
        };
    }

    /// <summary>Takes the waiting answer back where this text goes on with what it answers: it is for the same prompt.</summary>
    public static Turn IfItGoesOn(Turn turn, Replied reply)
    {
        // The provider may bring the same text twice: it goes on with nothing, and storing it ends as a duplicate.
        if (
            !reply.AnswerWaits
            || turn.State is not { Waiting: { } waiting, LastReply: not null }
            || waiting.ReplyIds.Any(reply.ReplyId.Is)
        )
        {
            return turn.With(s => s with { Waiting = null });
        }

        var seen = Seen(turn.State);
        var likely = Attribution.Likely(seen, turn.At, reply.Words.Reveal(), turn.Program);
        return likely?.TextKey.Is(waiting.Prompt?.TextKey) ?? waiting.Prompt is null
            ? Back(turn, waiting, seen)
            : turn.With(s => s with { Waiting = null });
    }

    /// <summary>Somebody who asks for quiet, or for later, gets no question after it.</summary>
    public static Turn ForAWord(Turn turn, Replied reply)
    {
        if (
            !reply.AnswerWaits
            || turn.State.Waiting is not { } waiting
            || reply.Reading.Control
                is not (Replies.ControlWord.Pause or Replies.ControlWord.Snooze or Replies.ControlWord.Later)
        )
        {
            return turn;
        }

        var back = Back(
            turn,
            waiting,
            Seen(turn.State) with
            {
                Stage = turn.State.Stage,
                Moves = turn.State.Moves,
            }
        );
        var silent = back with { State = back.State with { Slots = turn.State.Slots }, TakenBack = null };
        return waiting.Prompt is { } prompt
            ? Prompts.Replace(silent, prompt with { AnsweredAt = turn.State.LastReply?.At ?? turn.At })
            : silent;
    }

    /// <summary>Remembers an answer that waits, and how things stood before it.</summary>
    public static Turn Mark(Turn said, Turn before, Turn judged, Heard heard)
    {
        var text = said
            .Effects.OfType<Effect.SendText>()
            .Select(e => e.Text)
            .LastOrDefault(t => t.Key.Is(Answers.Key(heard)) && t.Kind is TextKind.Answer);

        if (text is null || text.NotBefore <= said.At)
        {
            return said;
        }

        var moved = judged.State.Stage?.Since != before.State.Stage?.Since;
        var waiting = new WaitingAnswer
        {
            TextKey = text.Key,
            NotBefore = text.NotBefore,
            ReplyIds = [.. before.TakenBack?.ReplyIds ?? [], heard.ReplyId],
            Prompt = before.State.OpenPrompts.FirstOrDefault(p => p.TextKey.Is(heard.Prompt?.TextKey)),
            Parts = text.Parts,
            MovedAt = moved ? judged.State.Stage?.Since : null,
            StageBefore = moved ? before.State.Stage : null,
            ClockBefore = moved ? Clock(before.State) : null,
        };
        return said.With(s => s with { Waiting = waiting });
    }

    /// <summary>
    /// A move that the first part made stands where the whole makes it too, with its first evidence; else it is taken back.
    /// </summary>
    public static Turn Compare(Turn first, Turn whole)
    {
        if (
            whole.TakenBack?.MovedAt is not { } movedAt
            || first.State.Stage?.Since != movedAt
            || first.State.Moves is not [.., var made]
        )
        {
            return whole;
        }

        if (whole.State.Stage?.Stage != made.To)
        {
            return whole with { Facts = whole.Facts.Insert(0, new Fact.MoveTakenBack(made)) };
        }

        var clock = Clock(first.State);
        return whole with
        {
            Facts = whole.Facts.RemoveAll(f => f is Fact.StageMoved or Fact.Relapsed),
            State = whole.State with
            {
                Stage = first.State.Stage,
                Moves = first.State.Moves,
                Slots =
                [
                    .. whole.State.Slots.Where(s => s.Kind is not SlotKind.StageClock),
                    .. new[] { clock }.OfType<DueSlot>(),
                ],
            },
        };
    }

    private static Turn Back(Turn turn, WaitingAnswer waiting, ConversationState seen) =>
        turn with
        {
            State = seen,
            TakenBack = waiting,
            Effects = turn.Effects.Add(new Effect.WithdrawText(waiting.TextKey)),
        };

    private static DueSlot? Clock(ConversationState state) =>
        state.Slots.FirstOrDefault(s => s.Kind is SlotKind.StageClock);

    private static List<string> WithoutLast(IReadOnlyList<string> all, IReadOnlyList<string> parts)
    {
        List<string> left = [.. all];

        foreach (var part in parts)
        {
            var at = left.FindLastIndex(p => p.Is(part));
            left.RemoveRange(Math.Max(at, 0), at < 0 ? 0 : 1);
        }

        return left;
    }

    private static List<Instant> WithoutLast(IReadOnlyList<Instant> all, Instant one)
    {
        List<Instant> left = [.. all];
        var at = left.LastIndexOf(one);
        left.RemoveRange(Math.Max(at, 0), at < 0 ? 0 : 1);
        return left;
    }
}
