using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>The table of section 7: for each class of reply its reflection and what may follow it.</summary>
internal static class Reflecting
{
    /// <summary>Reflections that gave words back verbatim lately; every second may, so that most reflections add meaning.</summary>
    private const string Personal = "personal.";

    private static readonly string[] Acknowledgements = (
        "ok|okay|k|kk|thanks|thank you|thx|ty|cool|nice|good|great|sure|yes|yeah|yep|no|nope|lol|haha|"
        + "hi|hello|hey|hmm|got it|will do|gracias|vale|bien|si|sí|hola|jaja"
    ).Split('|');

    public static Turn Answer(Turn turn, Heard heard)
    {
        var plain = ClassOf(heard.Reading, heard.Words, turn.State.Stage?.Stage);
        var name = Asking.Refine(turn, heard, plain);

        if (
            (name is "neutral" && IsAcknowledgement(heard.Words))
            || (name is "neutral" or "glad" or "dunno" && Answers.IsLast(turn, heard))
        )
        {
            return turn;
        }

        var question =
            heard.Prompt is { Score: not null, Answers: 0 } p && name is not ("discord" or "slip")
                ? Rulers.NextStep(p)
                : new Filled(Question(turn, heard, Asking.Follows(turn, heard, plain, name)));
        var asked = Answers.IsLast(turn, heard) ? null : question;
        return Answers.Reply(turn, heard, Reflection(turn, heard, name, asked), question);
    }

    /// <summary>Anger at us is shown to a coach, whether or not anything may be said about it; once for an answer in parts.</summary>
    public static Turn Flag(Turn turn, Heard heard) =>
        heard.Reading.Talk is Talk.Discord && heard.TalkBefore is not Talk.Discord
            ? turn.Alert($"{heard.ReplyId}-discord", AlertReason.Discord, heard.ReplyId)
            : turn;

    /// <summary>Who has said when is not asked when.</summary>
    private static string Question(Turn turn, Heard heard, string name) =>
        name is "commitment" or "activation"
        && Plans.IsPlan(heard)
        && turn.Texts.Cells.ContainsKey(Cells.AskPlan)
            ? Cells.AskPlan
            : Cells.AskAfter(name);

    /// <summary>The name of the cells that answer a reading. Acts outrank talk; discord outranks both.</summary>
    public static string ClassOf(Reading reading, string words, Stage? stage)
    {
        if (reading.Talk is Talk.Discord)
        {
            return "discord";
        }

        var kinds = reading.Behaviour.Select(b => b.Kind).ToList();

        return reading.Talk switch
        {
            _ when kinds.Contains(BehaviourKind.Slip) || Slips.GaveUp(reading, words) => "slip",
            Talk.Mixed => "mixed",
            Talk.Sustain when kinds.Contains(BehaviourKind.DidNot) && IsASlip(words, stage) => "slip",
            Talk.Sustain when Moods.IsHardNews(words, reading) => "hard",
            Talk.Sustain => "sustain",
            _ when kinds.Contains(BehaviourKind.Did) || kinds.Contains(BehaviourKind.Streak) => "steps",
            Talk.Change when Moods.IsHardNews(words, reading) => "hard",
            Talk.Change when !Plausible.IsActing(stage) && Moods.LongsForIt(words) => KindName(reading.Kind),
            _ when kinds.Contains(BehaviourKind.DidNot) && IsASlip(words, stage) => "slip",
            Talk.Change => KindName(reading.Kind),
            _ => Moods.Of(words) ?? "neutral",
        };
    }

    /// <summary>What was left undone by somebody who means to do it, and not by somebody who says that they do not want to.</summary>
    private static bool IsASlip(string words, Stage? stage) =>
        Plausible.IsActing(stage) || (stage is not Stage.Precontemplation && !Plausible.Refuses(words));

    private static string KindName(TalkKind kind) =>
        kind switch
        {
            TalkKind.Ability => "ability",
            TalkKind.Reason => "reason",
            TalkKind.Need => "need",
            TalkKind.Commitment => "commitment",
            TalkKind.Activation => "activation",
            TalkKind.Steps => "steps",
            _ => "desire",
        };

    /// <summary>
    /// Discrepancy, or the person's own words, alone or with a reflection of the class behind them, where that fits one
    /// segment and was not just used; else a reflection of the class.
    /// </summary>
    private static IReadOnlyList<Filled> Reflection(Turn turn, Heard heard, string name, Filled? question)
    {
        var plain = new Filled(Cells.Reflect(name));
        var own = InOwnWords(turn, heard, name);
        IReadOnlyList<Filled>[] candidates =
        [
            Discrepancy(turn, heard, name) is { } gap ? [gap] : [],
            own is null ? [] : [own, plain],
            own is null ? [] : [own],
        ];
        return candidates.FirstOrDefault(c =>
                c.Count > 0 && Wording.FitsOneSegment(turn, question is null ? c : [.. c, question])
            ) ?? [plain];
    }

    /// <summary>The gap between today and the person's own goal, double-sided, now and then.</summary>
    private static Filled? Discrepancy(Turn turn, Heard heard, string name) =>
        (name is "mixed" or "sustain" || (name is "hurdle" && !Asking.WasAskedFor(turn, heard)))
        && turn.State.Goal is { } goal
        && !turn.State.Worded.TakeLast(12).Any(w => w.StartsWith(Cells.Discrepancy, StringComparison.Ordinal))
            ? new Filled(Cells.Discrepancy, ("goal", goal))
            : null;

    private static Filled? InOwnWords(Turn turn, Heard heard, string name)
    {
        var cell = name switch
        {
            "desire" or "ability" or "reason" or "need" or "commitment" or "activation" =>
                Cells.PersonalChange,
            "strength" or "idea" when heard.Reading.Talk is Talk.Change => Cells.PersonalChange,
            "sustain" => Cells.PersonalSustain,
            _ => null,
        };
        return
            cell is null
            || LastWasPersonal(turn)
            || Mirroring.MirrorPart(heard.ToAnswer, turn.State.Profile.Language) is not { } theirs
            || (cell is Cells.PersonalSustain && Mirroring.IsPast(theirs))
            ? null
            : new Filled(cell, ("theirs", theirs));
    }

    private static bool LastWasPersonal(Turn turn) =>
        turn.State.Worded.LastOrDefault(w =>
            w.StartsWith("reflect.", StringComparison.Ordinal)
            || w.StartsWith(Personal, StringComparison.Ordinal)
        )
            is { } last
        && last.StartsWith(Personal, StringComparison.Ordinal);

    private static bool IsAcknowledgement(string words)
    {
        var plain = new string([.. words.Where(c => char.IsLetter(c) || c is ' ')]).Trim();
        return (plain.Length is 0 && !Phrases.Tears.Any(t => words.Contains(t, StringComparison.Ordinal)))
            || Acknowledgements.Contains(plain, StringComparer.OrdinalIgnoreCase);
    }
}
