using MiCheckin.Core.Programs;
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
                Signals = [.. s.Signals.Concat(SignalsOf(alive, heard)).TakeLast(SignalsKept)],
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
        IsRulerAnswer(heard) && !IsKept(turn, heard)
            ? Rulers.Keep(turn, heard.Prompt!.Ruler!.Value, heard.Reading.Ruler!.Value, heard.ReplyId)
            : turn;

    /// <summary>The number was kept with the part that brought it.</summary>
    private static bool IsKept(Turn turn, Heard heard) =>
        turn.TakenBack is { } back
        && turn.State.Rulers is [.., var last]
        && back.ReplyIds.Any(last.ReplyId.Is)
        && last.Kind == heard.Prompt?.Ruler
        && last.Score == heard.Reading.Ruler;

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
        return
            kind is null
            || Mirroring.MirrorPart(heard.ToAnswer, turn.State.Profile.Language) is not { } clause
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

        if (IsRulerAnswer(heard) && !IsKept(turn, heard))
        {
            yield return Of(RulerClass(heard.Prompt!.Ruler!.Value)) with
            {
                Score = reading.Ruler!.Value.Low,
            };
        }

        foreach (var signal in BehaviourAndTalk(Unasked(reading, heard), words, Of))
        {
            yield return signal;
        }
    }

    /// <summary>A goal and a first step that only name the thing we asked for bear out no stage; "I want" and "I will" do.</summary>
    private static Reading Unasked(Reading reading, Heard heard) =>
        heard.Prompt?.PromptId is Cells.GoalAsk or Cells.GoalThanks
        && reading.Talk is Talk.Change
        && !Plausible.SpeaksForItself(heard.Words)
            ? reading with
            {
                Talk = Talk.Neutral,
            }
            : reading;

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
                Soon = TimeWords.NamesATimeWithinThirtyDays(words) && !Plausible.IsHedged(words),
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

    private static string Cut(string words)
    {
        var line = words.Replace('\n', ' ');
        return line.Length <= WordsKept ? line : line[..WordsKept];
    }
}
