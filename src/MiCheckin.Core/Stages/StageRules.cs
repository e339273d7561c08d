using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Stages;

/// <summary>The rules that move a stage, numbered as in docs/stages.md. The first that moves wins; one step for each reply.</summary>
public static class StageRules
{
    private static readonly Duration TwoWeeks = Duration.FromDays(14);
    private static readonly Duration ADayOn = Duration.FromHours(18);

    private const int WeekOfDays = 7;

    /// <summary>A time named longer ago has passed: "this week" is over.</summary>
    private static readonly Duration StillAhead = Duration.FromDays(7);

    private const int SixMonthsOfDays = 182;

    /// <summary>
    /// 5.1: behaviour outranks stated intention, intention outranks the ruler, the ruler outranks talk. The order here is
    /// that order.
    /// </summary>
    public static StageMove? Judge(StageView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Relapse(view)
            ?? EnterAction(view)
            ?? StageQuestions(view)
            ?? IntoPreparation(view)
            ?? IntoContemplation(view)
            ?? BackToPrecontemplation(view)
            ?? BackToContemplation(view);
    }

    /// <summary>5.6: giving up, or daily use again in two check-ins, is a relapse: then rule 5.3 says where to. A slip alone changes nothing.</summary>
    public static bool IsRelapse(StageMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        return move.Rule is "5.6";
    }

    private static StageMove? Relapse(StageView view)
    {
        if (!IsActing(view.Stage))
        {
            return null;
        }

        var gaveUp = view.Last(SignalClass.GaveUp);
        var slips = view.All(SignalClass.Slip, SignalClass.NowNo, SignalClass.Did)
            .Reverse()
            .TakeWhile(s => s.Class is not SignalClass.Did)
            .Where(s => s.Daily || s.Class is SignalClass.NowNo)
            .Reverse()
            .ToList();
        var daily =
            slips.Count > 1 && !slips[0].PromptKey.Is(slips[^1].PromptKey)
                ? [slips[0], slips[^1]]
                : (IReadOnlyList<Signal>?)null;
        var evidence = gaveUp is null ? daily : [gaveUp];
        return evidence is null ? null : view.Move(AfterRelapse(view), "5.6", evidence);
    }

    private static Stage AfterRelapse(StageView view) =>
        view.Last(SignalClass.Readiness) is { Score: <= 3 } && view.Last(SignalClass.Change) is null
            ? Stage.Precontemplation
            : Stage.Contemplation;

    /// <summary>5.2: only reports of acts lead into action: a streak of a week, or two reports without a slip in between.</summary>
    private static StageMove? EnterAction(StageView view)
    {
        var acts = view.All(SignalClass.Did, SignalClass.Slip, SignalClass.GaveUp)
            .Reverse()
            .TakeWhile(s => s.Class is SignalClass.Did)
            .Reverse()
            .ToList();

        if (acts.LastOrDefault(a => a.StreakDays >= WeekOfDays) is { } streak)
        {
            var to = streak.StreakDays >= SixMonthsOfDays ? Stage.Maintenance : Stage.Action;
            return view.Stage is Stage.Maintenance ? null : view.Move(to, "5.2", streak);
        }

        // What is told twice in one talk is one act: the two come from different days.
        var second = acts is [.., var last]
            ? acts.LastOrDefault(a => last.At - a.At >= ADayOn && last.At - a.At <= TwoWeeks)
            : null;
        return IsActing(view.Stage) || second is null
            ? null
            : view.Move(
                view.Stage is Stage.Precontemplation ? Stage.Preparation : Stage.Action,
                "5.2",
                second,
                acts[^1]
            );
    }

    /// <summary>5.0: the stage questions (URI short form) place, and place again in a later round; they never lead out of action.</summary>
    private static StageMove? StageQuestions(StageView view)
    {
        var round = view.All(
            SignalClass.NowYes,
            SignalClass.NowNo,
            SignalClass.SoonYes,
            SignalClass.SoonNo,
            SignalClass.MonthYes,
            SignalClass.MonthNo,
            SignalClass.AttemptYes,
            SignalClass.AttemptNo
        );

        if (round.Count is 0 || IsActing(view.Stage))
        {
            return null;
        }

        Stage? to = round[^1].Class switch
        {
            SignalClass.NowYes => Stage.Action,
            SignalClass.SoonNo => Stage.Precontemplation,
            SignalClass.MonthNo or SignalClass.AttemptNo => Stage.Contemplation,
            SignalClass.AttemptYes => Stage.Preparation,
            _ => null,
        };
        return to is { } stage ? view.Move(stage, "5.0", round) : null;
    }

    /// <summary>5.4: a commitment or activation with a time within 30 days, borne out by a second reply; or readiness, confidence and change talk together.</summary>
    private static StageMove? IntoPreparation(StageView view)
    {
        if (view.Stage is not Stage.Contemplation)
        {
            return null;
        }

        var change = view.All(SignalClass.Change);
        var timed = change.LastOrDefault(s =>
            s is { Soon: true, Kind: TalkKind.Commitment or TalkKind.Activation }
            && view.Now - s.At <= StillAhead
        );

        if (timed is not null && change.LastOrDefault(s => StageView.AreTwoReplies(s, timed)) is { } second)
        {
            return view.Move(Stage.Preparation, "5.4", [.. new[] { second, timed }.OrderBy(s => s.At)]);
        }

        var ready = view.Last(SignalClass.Readiness);
        var confident = view.Last(SignalClass.Confidence);
        return ready is { Score: >= 7 } && confident is { Score: >= 4 } && change.Count > 0
            ? view.Move(Stage.Preparation, "5.4", ready, confident, change[^1])
            : null;
    }

    /// <summary>5.3, upwards: readiness of 4 or more, or two replies of change talk.</summary>
    private static StageMove? IntoContemplation(StageView view)
    {
        if (view.Stage is not (null or Stage.Precontemplation))
        {
            return null;
        }

        return view.Last(SignalClass.Readiness) is { Score: >= 4 } ready
                ? view.Move(Stage.Contemplation, "5.3", ready)
            : StageView.Concordant(view.All(SignalClass.Change)) is { } both
                ? view.Move(Stage.Contemplation, "5.3", both)
            : null;
    }

    /// <summary>5.3, downwards: readiness of 3 or less without change talk, borne out by a second reply (5.5: one never demotes).</summary>
    private static StageMove? BackToPrecontemplation(StageView view) =>
        view.Stage is null or Stage.Contemplation && Against(view) is { } evidence
            ? view.Move(Stage.Precontemplation, "5.3", evidence)
            : null;

    /// <summary>5.5: out of preparation by the same two signals, one step.</summary>
    private static StageMove? BackToContemplation(StageView view) =>
        view.Stage is Stage.Preparation && Against(view) is { } evidence
            ? view.Move(Stage.Contemplation, "5.5", evidence)
            : null;

    private static IReadOnlyList<Signal>? Against(StageView view)
    {
        var low = view.Last(SignalClass.Readiness);

        if (
            low is not { Score: <= 3 }
            || view.All(SignalClass.Change, SignalClass.Mixed, SignalClass.Did).Count > 0
        )
        {
            return null;
        }

        var other = view.All(SignalClass.Sustain, SignalClass.Readiness)
            .LastOrDefault(s =>
                StageView.AreTwoReplies(s, low) && (s.Class is SignalClass.Sustain || s.Score <= 3)
            );
        return other is null ? null : [.. new[] { other, low }.OrderBy(s => s.At)];
    }

    private static bool IsActing(Stage? stage) => stage is Stage.Action or Stage.Maintenance;
}
