using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>What a reply says that may move the stage: answers to the stage questions, scores, acts, talk.</summary>
internal static class SignalsHeard
{
    private const int WordsKept = 60;

    /// <summary>A score on the ruler that was asked, and not the one kept with an earlier part of the same answer.</summary>
    public static bool IsNewScore(Turn turn, Heard heard) => IsRulerAnswer(heard) && !IsKept(turn, heard);

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

    public static IEnumerable<Signal> In(Turn turn, Heard heard)
    {
        var reading = heard.Reading;
        var words = heard.ToAnswer;
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

        if (IsNewScore(turn, heard))
        {
            yield return Of(RulerClass(heard.Prompt!.Ruler!.Value)) with
            {
                Score = reading.Ruler!.Value.Low,
            };
        }

        foreach (var signal in BehaviourAndTalk(Evident.Of(turn, heard), words, Of))
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
                Soon = TimeWords.NamesATimeWithinThirtyDays(words) && !Promises.IsHedged(words),
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
