using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>Keeps what a reply says: facts for the ledger, signals for the stage, rulers, and words worth giving back.</summary>
internal static class Listening
{
    private const int SignalsKept = 30;
    private const int WordsKept = 60;
    private const double SureEnoughToQuote = 0.6;

    public static Turn Keep(Turn turn, Heard heard)
    {
        var alive = turn.With(s => s with { LastReplyAt = turn.At, Missed = 0, Stale = false });
        var talked = Goals.Keep(KeepTalk(alive, heard), heard);
        var acted = heard.Reading.Behaviour.Aggregate(
            talked,
            (t, report) => t.Note(new Fact.BehaviourReported(report))
        );
        var ruled = KeepRuler(acted, heard);
        var signalled = ruled.With(s =>
            s with
            {
                Signals = [.. s.Signals.Concat(SignalsOf(turn, heard)).TakeLast(SignalsKept)],
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
        return said.With(s =>
            s with
            {
                LastReply = new LastReply(
                    heard.ReplyId,
                    said.At,
                    prompt ?? "",
                    heard.Words.Length <= 480 ? heard.Words : heard.Words[^480..],
                    sent || heard.GoesOn,
                    earlier?.AskedBack ?? asked
                ),
            }
        );
    }

    private static Turn KeepTalk(Turn turn, Heard heard)
    {
        var reading = heard.Reading;
        return reading.Talk is Talk.Neutral
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
        IsRulerAnswer(heard)
            ? Rulers.Keep(turn, heard.Prompt!.Ruler!.Value, heard.Reading.Ruler!.Value, heard.ReplyId)
            : turn;

    private static bool IsRulerAnswer(Heard heard) =>
        heard is { Unclear: false, Prompt: { Expects: Expects.Ruler, Ruler: not null } }
        && heard.Reading is { RulerStatus: RulerStatus.Read, Ruler: not null };

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
        return kind is null || Mirroring.Mirror(heard.Words, turn.State.Profile.Language) is not { } clause
            ? turn
            : Summaries.Keep(turn, new OwnWords(heard.ReplyId, turn.At, kind.Value, clause));
    }

    private static IEnumerable<Signal> SignalsOf(Turn turn, Heard heard)
    {
        var reading = heard.Reading;
        var words = heard.Words;
        Signal Of(SignalClass kind) =>
            new(heard.ReplyId, turn.At, kind, Cut(words), reading.Confidence, reading.Version)
            {
                PromptKey = heard.Prompt?.TextKey ?? "",
                Kind = reading.Kind,
            };

        if (
            heard.Prompt is { } prompt
            && prompt.Expects is Expects.YesNo
            && reading.YesNo is { } yes
            && StageQuestions.SignalOf(prompt.PromptId, yes) is { } stage
        )
        {
            yield return Of(stage);
            yield break;
        }

        if (IsRulerAnswer(heard))
        {
            yield return Of(RulerClass(heard.Prompt!.Ruler!.Value)) with
            {
                Score = reading.Ruler!.Value.Low,
            };
        }

        foreach (var signal in BehaviourAndTalk(reading, words, Of))
        {
            yield return signal;
        }
    }

    private static IEnumerable<Signal> BehaviourAndTalk(
        Reading reading,
        string words,
        Func<SignalClass, Signal> signal
    )
    {
        foreach (var behaviour in BehaviourSignals.Of(reading, words))
        {
            yield return signal(behaviour.Class) with
            {
                Daily = behaviour.Daily,
                StreakDays = behaviour.StreakDays,
            };
        }

        if (TalkClass(reading.Talk) is { } talk)
        {
            yield return signal(talk) with
            {
                Soon = TimeWords.NamesATimeWithinThirtyDays(words),
            };
        }
    }

    private static SignalClass RulerClass(RulerKind kind) =>
        kind switch
        {
            RulerKind.Importance => SignalClass.Importance,
            RulerKind.Confidence => SignalClass.Confidence,
            _ => SignalClass.Readiness,
        };

    private static SignalClass? TalkClass(Talk talk) =>
        talk switch
        {
            Talk.Change => SignalClass.Change,
            Talk.Sustain => SignalClass.Sustain,
            Talk.Mixed => SignalClass.Mixed,
            _ => null,
        };

    private static string Cut(string words) => words.Length <= WordsKept ? words : words[..WordsKept];
}
