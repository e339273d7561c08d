using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>Keeps what a reply says: facts for the ledger, signals for the stage, rulers, and words worth giving back.</summary>
internal static class Listening
{
    private const int SignalsKept = 30;
    private const double SureEnoughToQuote = 0.6;

    public static Turn Keep(Turn turn, Heard heard)
    {
        var alive = WithoutParts(
            turn.With(s => s with { LastReplyAt = turn.At, Missed = 0, Stale = false }),
            heard
        );
        var talked = Plans.Keep(Goals.Keep(KeepTalk(alive, heard), heard), heard);
        var acted = heard
            .Reading.Behaviour.Except(heard.Told)
            .Aggregate(talked, (t, report) => t.Note(new Fact.BehaviourReported(report)));
        var ruled = KeepRuler(acted, heard);
        var signalled = ruled.With(s =>
            s with
            {
                Signals = [.. s.Signals.Concat(SignalsHeard.In(alive, heard)).TakeLast(SignalsKept)],
            }
        );
        return KeepQuote(DropReminder(signalled, heard), heard);
    }

    /// <summary>Remembers the text, so that the next can be told from a fragment of it.</summary>
    public static Turn Close(Turn said, Heard heard, Turn before)
    {
        var sent = said.Effects.Count > before.Effects.Count && said.Effects.OfType<Effect.SendText>().Any();
        var asked = said
            .Effects.OfType<Effect.SendText>()
            .Any(t => t.Text.Body.Contains('?', StringComparison.Ordinal));
        var prompt =
            heard.Prompt?.TextKey
            ?? said.State.OpenPrompts.LastOrDefault(p => p.TextKey.Is($"{heard.ReplyId}-a0"))?.TextKey;
        var earlier = heard.GoesOn ? said.State.LastReply : null;
        var goesOut = said
            .Effects.OfType<Effect.SendText>()
            .Select(t => (Instant?)t.Text.NotBefore)
            .LastOrDefault();
        return said.With(s =>
            s with
            {
                LastReply = new LastReply(
                    heard.ReplyId,
                    said.At,
                    prompt ?? "",
                    heard.Words.Length <= Joining.Longest ? heard.Words : heard.Words[^Joining.Longest..],
                    sent || heard.GoesOn,
                    earlier?.AskedBack ?? asked,
                    HadRisk: false,
                    earlier is null ? goesOut : earlier.AnswerAt,
                    earlier?.AnsweredAs
                        ?? (
                            sent
                                ? Reflecting.ClassOf(heard.Reading, heard.Words, said.State.Stage?.Stage)
                                : ""
                        )
                ),
            }
        );
    }

    /// <summary>What the parts were taken to say alone gives way to what the whole says; a number on a ruler stays.</summary>
    private static Turn WithoutParts(Turn turn, Heard heard) =>
        turn.TakenBack is not { } back || heard.Words.Length >= Joining.Longest
            ? turn
            : turn.With(s =>
                s with
                {
                    Signals =
                    [
                        .. s.Signals.Where(x => x.Score is not null || !back.ReplyIds.Any(x.ReplyId.Is)),
                    ],
                    Quotes = [.. s.Quotes.Where(q => !back.ReplyIds.Any(q.ReplyId.Is))],
                }
            );

    private static Turn KeepTalk(Turn turn, Heard heard)
    {
        var reading = heard.Reading;
        return reading.Talk is Talk.Neutral || reading.Talk == heard.TalkBefore
            ? turn
            : turn.Note(
                new Fact.TalkHeard(
                    reading.Talk,
                    reading.Kind,
                    reading.Confidence,
                    heard.Prompt?.PromptId ?? ""
                )
            );
    }

    private static Turn KeepRuler(Turn turn, Heard heard) =>
        SignalsHeard.IsNewScore(turn, heard)
            ? Rulers.Keep(turn, heard.Prompt!.Ruler!.Value, heard.Reading.Ruler!.Value, heard.ReplyId)
            : turn;

    /// <summary>An answered prompt is not reminded of.</summary>
    private static Turn DropReminder(Turn turn, Heard heard) =>
        heard.Prompt is null
            ? turn
            : turn.With(s =>
                s with
                {
                    Slots =
                    [
                        .. s.Slots.Where(x =>
                            x.Kind is not SlotKind.Reminder || !x.PromptId.Is(heard.Prompt.TextKey)
                        ),
                    ],
                }
            );

    private static Turn KeepQuote(Turn turn, Heard heard)
    {
        var reading = heard.Reading;
        var success = reading.Behaviour.Any(b => b.Kind is BehaviourKind.Did or BehaviourKind.Streak);
        OwnWordsKind? kind = (reading.Talk, success) switch
        {
            (Talk.Sustain or Talk.Discord or Talk.Mixed, _) => null,
            (_, true) => OwnWordsKind.Success,
            (Talk.Change, _) when reading.Kind is TalkKind.Steps => OwnWordsKind.Success,
            (Talk.Change, _) when reading.Confidence >= SureEnoughToQuote => OwnWordsKind.Change,
            _ => null,
        };
        return
            kind is null
            || Mirroring.MirrorPart(heard.ToAnswer, turn.State.Profile.Language) is not { } clause
            ? turn
            : Summaries.Keep(turn, new OwnWords(heard.ReplyId, turn.At, kind.Value, clause));
    }
}
